import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, fromStored, inForce, parseDay, today } from "~/platform/calendar.server";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import type { AgreementContent } from "../../content";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { datesOf, derivedFrom, type ObligationKind, type ObligationRhythm } from "../obligation";
import { mayMeetObligation } from "../policy.server";

const portion = 100;

type Given = {
	organisationId: string;
	postId: string | null;
	kind: ObligationKind;
	title: string;
	recipient: string;
	rhythm: ObligationRhythm;
	firstOn: string;
	until: string | null;
	origin: string;
};

/** Writes an obligation with all its dates. */
async function plan(world: ActWorld, agreementId: string, given: Given): Promise<string> {
	const { rhythm, firstOn, until, ...obligation } = given;
	const id = newId(world.now);
	await world.db.agreementObligation.create({
		data: {
			id,
			agreementId,
			...obligation,
			createdAt: world.now,
			dates: {
				create: datesOf(firstOn, rhythm, until).map((day) => ({
					id: newId(world.now),
					dueOn: parseDay(day) ?? new Date(`${day}T00:00:00Z`),
				})),
			},
		},
	});
	return id;
}

/**
 * Adds an obligation by hand, by the lead party: who of the parties, through which post, once or again and again.
 * @returns refused with "step-not-now" before it is concluded, "post-elsewhere", "title-missing", "date-invalid",
 * "period-empty" or what may not stand in a contract
 */
export const addObligation = command(
	"agreements.add-obligation",
	async (
		world,
		{ code, ...given }: Omit<Given, "origin"> & { code: string },
	): Promise<
		Outcome<
			{ id: string },
			"step-not-now" | "post-elsewhere" | "title-missing" | "date-invalid" | "period-empty" | TextRefusal
		>
	> => {
		const agreement = await holdAgreement(world, code);
		demand(mayLead, world.actor, agreement);
		if (agreement.state !== "concluded") return refused("step-not-now");
		if (!agreement.partyIds.includes(given.organisationId)) throw new NotFound();
		const [title, recipient] = [checkText(given.title), checkText(given.recipient)];
		if (!title.done) return title;
		if (!recipient.done) return recipient;
		if (title.value === "") return refused("title-missing", { field: "title" });
		if (!parseDay(given.firstOn)) return refused("date-invalid", { field: "firstOn" });
		if (given.until !== null) {
			if (!parseDay(given.until)) return refused("date-invalid", { field: "until" });
			if (given.until < given.firstOn) return refused("period-empty", { field: "until" });
		}
		if (given.postId !== null) {
			const where = { id: given.postId, organisationId: given.organisationId, ...inForce(today(world.now)) };
			if ((await world.db.post.count({ where })) === 0) return refused("post-elsewhere", { field: "postId" });
		}
		const words = { title: title.value, recipient: recipient.value };
		const id = await plan(world, agreement.id, { ...given, ...words, origin: "typed" });
		world.record({
			type: "agreements.obligation.added",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { obligation: id, kind: given.kind, organisation: given.organisationId },
		});
		return done({ id });
	},
);

/** Names the post whose holder or deputy does it; by those who work for its party or the lead. */
export const assignObligation = command(
	"agreements.assign-obligation",
	async (
		world,
		{ code, obligationId, postId }: { code: string; obligationId: string; postId: string },
	): Promise<Outcome<null, "post-elsewhere">> => {
		const agreement = await holdAgreement(world, code);
		const obligation = await world.db.agreementObligation.findFirst({
			where: { id: obligationId, agreementId: agreement.id },
		});
		if (!obligation) throw new NotFound();
		const { organisationId } = obligation;
		demand(mayMeetObligation, world.actor, { ...agreement, organisationId, postId: null });
		const where = { id: postId, organisationId, ...inForce(today(world.now)) };
		if ((await world.db.post.count({ where })) === 0) return refused("post-elsewhere", { field: "postId" });
		await world.db.agreementObligation.update({ where: { id: obligation.id }, data: { postId } });
		world.record({
			type: "agreements.obligation.assigned",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			postId,
			facts: { obligation: obligation.id },
		});
		return done(null);
	},
);

/**
 * Notes that a date was met, with evidence in words, as a file, or both; it stays as it is from then on.
 * @param stored the evidence as a file, or null
 * @returns refused with "evidence-missing", "done-already", "waived-already" or what may not stand in a text
 */
export const meetObligation = command(
	"agreements.meet-obligation",
	async (
		world,
		input: { code: string; dateId: string; evidence: string; stored: StoredFile | null },
	): Promise<Outcome<null, "evidence-missing" | "done-already" | "waived-already" | TextRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const date = await world.db.agreementObligationDate.findFirst({
			where: { id: input.dateId, obligation: { agreementId: agreement.id } },
			include: { obligation: { select: { organisationId: true, postId: true } } },
		});
		if (!date) throw new NotFound();
		demand(mayMeetObligation, world.actor, { ...agreement, ...date.obligation });
		if (date.doneOn) return refused("done-already");
		if (date.waivedOn) return refused("waived-already");
		const evidence = checkText(input.evidence);
		if (!evidence.done) return evidence;
		if (evidence.value === "" && !input.stored) return refused("evidence-missing", { field: "evidence" });
		await world.db.agreementObligationDate.update({
			where: { id: date.id, doneOn: null },
			data: { evidence: evidence.value, doneOn: today(world.now), doneById: personIdOf(world.actor) },
		});
		const subject = { kind: "agreement-obligation", id: date.id };
		if (input.stored) await attach(world, { ownerId: agreement.ownerId, subject, stored: input.stored });
		world.record({
			type: "agreements.obligation.met",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			postId: date.obligation.postId ?? undefined,
			facts: { date: date.id, dueOn: fromStored(date.dueOn).toString(), sha256: input.stored?.sha256 ?? null },
		});
		return done(null);
	},
);

const derivedKey = "obligations";

/** Makes the dated tasks of what was concluded, once per agreement, also when late. For a sweep. */
export async function deriveObligations(world: World): Promise<number> {
	const due = await world.db.agreement.findMany({
		where: { state: "concluded", inForceFrom: { not: null }, reminders: { none: { key: derivedKey } } },
		orderBy: { concludedAt: "asc" },
		select: { id: true },
		take: portion,
	});
	let made = 0;
	for (const { id } of due) made += (await derive(world, { id })).done ? 1 : 0;
	return made;
}

const derive = command(
	"agreements.derive-obligations",
	async (world, { id }: { id: string }): Promise<Outcome<null, "derived-already">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		await world.db.$queryRaw`SELECT id FROM agreement WHERE id = ${id}::uuid FOR UPDATE`;
		const told = { agreementId: id, key: derivedKey };
		if ((await world.db.agreementReminder.count({ where: told })) > 0) return refused("derived-already");
		await world.db.agreementReminder.create({ data: { ...told, toldAt: world.now } });
		const agreement = await world.db.agreement.findUniqueOrThrow({
			where: { id },
			select: { ownerId: true, inForceFrom: true, endsOn: true },
		});
		const version = await world.db.agreementVersion.findFirstOrThrow({
			where: { agreementId: id, round: { state: "completed" } },
			orderBy: { number: "desc" },
			select: { id: true, content: true },
		});
		// The version holds what `contentOf` wrote; the database lets nobody change it.
		const content = JSON.parse(version.content) as AgreementContent;
		const from = agreement.inForceFrom ? fromStored(agreement.inForceFrom).toString() : content.frozenOn;
		const until = agreement.endsOn && fromStored(daysFrom(agreement.endsOn, -1)).toString();
		let count = 0;
		for (const { party, ...derived } of derivedFrom(content, from)) {
			const organisation = content.parties.find(({ place }) => place === party)?.organisation;
			if (!organisation) continue;
			await plan(world, id, { ...derived, organisationId: organisation.id, postId: null, until });
			count += 1;
		}
		world.record({
			type: "agreements.obligations.derived",
			subject: { kind: "agreement", id },
			ownerId: agreement.ownerId,
			facts: { version: version.id, obligations: count },
		});
		return done(null);
	},
);
