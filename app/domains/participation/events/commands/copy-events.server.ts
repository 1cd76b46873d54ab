import { Temporal } from "temporal-polyfill";
import { link } from "~/domains/trace/index.server";
import type { ActWorld } from "~/platform/act.server";
import { dayOf, localText, parseMoment } from "~/platform/calendar.server";
import { newCode, newId } from "~/platform/tokens.server";
import { processById } from "../../processes/index.server";

/**
 * Plans the events of a process again in another, inside the act that makes it: as many days later as the process begins
 * later, at the same hour; what would lie in the past moves to the first day. Cancelled ones, registrations and minutes
 * are not copied.
 */
export async function copyEvents(world: ActWorld, { from, to }: { from: string; to: string }): Promise<boolean> {
	const events = await world.db.processEvent.findMany({
		where: { processId: from, cancelledAt: null },
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		take: 200,
	});
	const [before, after] = [await firstDay(world, from), await firstDay(world, to)];
	for (const event of events) {
		const { title, mode, place, directions, accessibility, onlineAddress, agenda, agendaText, registers, seats } =
			event;
		const startsAt = moved(event.startsAt, before, after, world.now);
		const later = startsAt.getTime() - event.startsAt.getTime();
		const id = newId(world.now);
		await world.db.processEvent.create({
			data: {
				id,
				processId: to,
				organisationId: event.organisationId,
				code: newCode(),
				title,
				mode,
				startsAt,
				endsAt: new Date(event.endsAt.getTime() + later),
				place,
				directions,
				accessibility,
				onlineAddress,
				...(agenda === null ? {} : { agenda }),
				agendaText,
				registers,
				seats,
				registrationEndsAt: new Date(event.registrationEndsAt.getTime() + later),
				createdAt: world.now,
				changedAt: world.now,
			},
		});
		const subject = { kind: "event", id };
		await link(world, { from: subject, relation: "part-of", to: { kind: "process", id: to } });
		world.record({
			type: "participation.event.planned",
			subject,
			ownerId: event.organisationId,
			facts: { process: to, startsAt: startsAt.toISOString(), copied: true },
		});
	}
	return events.length > 0;
}

async function firstDay(world: ActWorld, processId: string): Promise<Temporal.PlainDate> {
	const { phases } = await processById(world, processId);
	const opens = phases.map(({ opensAt }) => opensAt.getTime());
	return dayOf(opens.length > 0 ? new Date(Math.min(...opens)) : world.now);
}

/** The same hour, as many days away from the new first day as it was from the old one. */
function moved(moment: Date, before: Temporal.PlainDate, after: Temporal.PlainDate, now: Date): Date {
	const [day = "", hour = ""] = localText(moment).split("T");
	const away = before.until(Temporal.PlainDate.from(day)).days;
	const at = (on: Temporal.PlainDate) => parseMoment(`${on.toString()}T${hour}`);
	const there = at(after.add({ days: away }));
	// an hour that the clock change leaves out
	if (!there || there <= now) return at(after) ?? moment;
	return there;
}
