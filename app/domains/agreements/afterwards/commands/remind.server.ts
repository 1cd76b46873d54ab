import { command } from "~/platform/act.server";
import { daysFrom, fromStored, today } from "~/platform/calendar.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { lastingFields, lastingOf, stillCounts } from "../queries/lasting.server";
import { type Reminder, remindersOn } from "../reminders";

const portion = 200;

/** Nothing is told earlier than this before its day; a little more than the farthest step. */
const horizonDays = 370;

/** So many days before its date whoever owes it is reminded. */
const obligationDays = 14;

const dayOf = (date: Date | null) => date && fromStored(date).toString();

/**
 * Tells the parties what nears: take-over after the pilot at six, three and one month and when it is overdue, the end of
 * agreements and commitments, obligations two weeks before. Each once, also when late. For a sweep.
 * @returns how many agreements something was told about
 */
export async function remind(world: World): Promise<number> {
	const day = today(world.now);
	const horizon = { lte: daysFrom(day, horizonDays) };
	const agreements = await world.db.agreement.findMany({
		where: {
			state: "concluded",
			inForceFrom: { lte: day },
			...stillCounts(day),
			AND: [
				{ OR: [{ endsOn: null }, { endsOn: { gt: day } }] },
				{ OR: [{ pilotEnd: horizon }, { endsOn: horizon }, { commitments: { some: { untilDay: horizon } } }] },
			],
		},
		orderBy: { id: "asc" },
		select: {
			id: true,
			pilotEnd: true,
			endsOn: true,
			handover: { select: { confirmedAt: true } },
			commitments: { orderBy: { untilDay: "desc" }, take: 1, select: { untilDay: true } },
			reminders: { select: { key: true } },
			...lastingFields,
		},
	});
	let told = 0;
	for (const agreement of agreements) {
		// What an amendment has replaced on paper already is told by the amendment.
		if (lastingOf(agreement).successor) continue;
		const due = remindersOn(
			{
				pilotEnd: dayOf(agreement.pilotEnd),
				handedOver: agreement.handover?.confirmedAt != null,
				lastDay: agreement.endsOn && fromStored(daysFrom(agreement.endsOn, -1)).toString(),
				committedUntil: dayOf(agreement.commitments[0]?.untilDay ?? null),
			},
			fromStored(day).toString(),
		).filter(({ key }) => !agreement.reminders.some((reminder) => reminder.key === key));
		if (due.length > 0) told += (await tell(world, { id: agreement.id, due })).done ? 1 : 0;
		if (told === portion) break;
	}
	return told + (await remindOfObligations(world));
}

const tell = command("agreements.remind", async (world, { id, due }: { id: string; due: readonly Reminder[] }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const { count } = await world.db.agreementReminder.createMany({
		data: due.map(({ key }) => ({ agreementId: id, key, toldAt: world.now })),
		skipDuplicates: true,
	});
	if (count < due.length) return refused("told-already");
	const { ownerId, versions } = await world.db.agreement.findUniqueOrThrow({
		where: { id },
		select: {
			ownerId: true,
			versions: {
				where: { round: { state: "completed" } },
				orderBy: { number: "desc" },
				take: 1,
				select: { id: true },
			},
		},
	});
	for (const { what, months, day } of due) {
		world.record({
			type: "agreements.calendar.nears",
			subject: { kind: "agreement", id },
			ownerId,
			facts: { version: versions[0]?.id ?? null, what, months, day },
		});
	}
	return done(null);
});

async function remindOfObligations(world: World): Promise<number> {
	const day = today(world.now);
	const rows = await world.db.agreementObligationDate.findMany({
		where: {
			doneOn: null,
			waivedOn: null,
			remindedAt: null,
			dueOn: { gte: daysFrom(day, -obligationDays), lte: daysFrom(day, obligationDays) },
			obligation: { agreement: { ...stillCounts(day), OR: [{ endsOn: null }, { endsOn: { gt: day } }] } },
		},
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: portion,
		select: { id: true },
	});
	let told = 0;
	for (const { id } of rows) told += (await tellObligation(world, { id })).done ? 1 : 0;
	return told;
}

const tellObligation = command("agreements.remind-of-obligation", async (world, { id }: { id: string }) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const { count } = await world.db.agreementObligationDate.updateMany({
		where: { id, remindedAt: null, doneOn: null, waivedOn: null },
		data: { remindedAt: world.now },
	});
	if (count === 0) return refused("told-already");
	const { obligation } = await world.db.agreementObligationDate.findUniqueOrThrow({
		where: { id },
		select: { obligation: { select: { agreement: { select: { id: true, ownerId: true } } } } },
	});
	world.record({
		type: "agreements.obligation.nears",
		subject: { kind: "agreement", id: obligation.agreement.id },
		ownerId: obligation.agreement.ownerId,
		facts: { date: id },
	});
	return done(null);
});
