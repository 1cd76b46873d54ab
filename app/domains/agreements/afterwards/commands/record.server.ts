import { type ActWorld, command } from "~/platform/act.server";
import { dayOf, fromStored, parseDay, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import { type Found, holdAgreement } from "../../queries/find-agreement.server";
import { keptOf } from "../queries/record.server";
import { mayNotRemove, type RemovalRefusal } from "../retention";

/** The record of a concluded agreement, held, for its lead party. */
async function holdRecord(world: ActWorld, code: string): Promise<Outcome<Found, "step-not-now">> {
	const agreement = await holdAgreement(world, code);
	demand(mayLead, world.actor, agreement);
	if (agreement.state !== "concluded") return refused("step-not-now");
	await world.db.agreementRecord.upsert({
		where: { agreementId: agreement.id },
		create: { agreementId: agreement.id },
		update: {},
	});
	return done(agreement);
}

function note(world: ActWorld, agreement: Found, type: string, facts: Record<string, string | null> = {}): void {
	world.record({
		type: `agreements.record.${type}`,
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
		facts,
	});
}

/** File number, end of the binding of funds, and how long it is to be kept at least. @returns refused with "date-invalid" */
export const editRecord = command(
	"agreements.edit-record",
	async (
		world,
		input: { code: string; fileNumber: string; boundUntil: string; keepUntil: string },
	): Promise<Outcome<null, "step-not-now" | "date-invalid" | TextRefusal>> => {
		const held = await holdRecord(world, input.code);
		if (!held.done) return held;
		const fileNumber = checkText(input.fileNumber);
		if (!fileNumber.done) return fileNumber;
		for (const field of ["boundUntil", "keepUntil"] as const) {
			if (input[field] !== "" && !parseDay(input[field])) return refused("date-invalid", { field });
		}
		await world.db.agreementRecord.update({
			where: { agreementId: held.value.id },
			data: {
				fileNumber: fileNumber.value,
				boundUntil: parseDay(input.boundUntil),
				keepUntil: parseDay(input.keepUntil),
			},
		});
		note(world, held.value, "edited", { boundUntil: input.boundUntil || null, keepUntil: input.keepUntil || null });
		return done(null);
	},
);

/** Legal hold: from now on it is not removed whatever the calendar says. @returns refused with "reason-missing", "held-already" */
export const holdLegally = command(
	"agreements.hold-legally",
	async (
		world,
		{ code, reason: typed }: { code: string; reason: string },
	): Promise<Outcome<null, "step-not-now" | "reason-missing" | "held-already" | TextRefusal>> => {
		const held = await holdRecord(world, code);
		if (!held.done) return held;
		const reason = checkText(typed);
		if (!reason.done) return { done: false, refusals: reason.refusals.map((one) => ({ ...one, field: "reason" })) };
		if (reason.value === "") return refused("reason-missing", { field: "reason" });
		const { count } = await world.db.agreementRecord.updateMany({
			where: { agreementId: held.value.id, heldSince: null },
			data: { holdReason: reason.value, heldSince: today(world.now) },
		});
		if (count === 0) return refused("held-already");
		note(world, held.value, "held");
		return done(null);
	},
);

/** Ends the hold. @returns refused with "not-held" */
export const endHold = command(
	"agreements.end-hold",
	async (world, { code }: { code: string }): Promise<Outcome<null, "step-not-now" | "not-held">> => {
		const held = await holdRecord(world, code);
		if (!held.done) return held;
		const { count } = await world.db.agreementRecord.updateMany({
			where: { agreementId: held.value.id, heldSince: { not: null } },
			data: { holdReason: null, heldSince: null },
		});
		if (count === 0) return refused("not-held");
		note(world, held.value, "hold-ended");
		return done(null);
	},
);

/**
 * Offers the record to the archive once its time is over (archive laws of the Länder: offer before deletion).
 * @returns refused with why it is still kept, or "offered-already"
 */
export const offerToArchive = command(
	"agreements.offer-to-archive",
	async (
		world,
		{ code }: { code: string },
	): Promise<Outcome<null, "step-not-now" | "offered-already" | RemovalRefusal>> => {
		const held = await holdRecord(world, code);
		if (!held.done) return held;
		const kept = { ...(await keptOf(world.db, held.value)), archiveAnswered: true };
		const refusal = mayNotRemove(kept, dayOf(world.now).toString());
		if (refusal) return refused(refusal.code, { values: { day: refusal.day ?? "" } });
		const { count } = await world.db.agreementRecord.updateMany({
			where: { agreementId: held.value.id, offeredOn: null },
			data: { offeredOn: today(world.now) },
		});
		if (count === 0) return refused("offered-already");
		note(world, held.value, "offered");
		return done(null);
	},
);

/** Notes what the archive answered. @returns refused with "not-offered" or "answered-already" */
export const answerOfArchive = command(
	"agreements.answer-of-archive",
	async (
		world,
		{ code, answer }: { code: string; answer: "taken" | "declined" },
	): Promise<Outcome<null, "step-not-now" | "not-offered" | "answered-already">> => {
		const held = await holdRecord(world, code);
		if (!held.done) return held;
		const where = { agreementId: held.value.id };
		const record = await world.db.agreementRecord.findUniqueOrThrow({ where });
		if (!record.offeredOn) return refused("not-offered");
		if (record.answeredOn) return refused("answered-already");
		await world.db.agreementRecord.update({ where, data: { archiveAnswer: answer, answeredOn: today(world.now) } });
		note(world, held.value, "answered", { answer });
		return done(null);
	},
);

/**
 * Closes the record for good: it is found by nobody any more. The frozen rows and the trail stay, because the database lets
 * nobody delete evidence; what is gone is the way to it.
 * @returns refused with "kept-until", "kept-hold", "kept-open" or "archive-first" (behaviour 98)
 */
export const removeAgreement = command(
	"agreements.remove",
	async (world, { code }: { code: string }): Promise<Outcome<null, "step-not-now" | RemovalRefusal>> => {
		const held = await holdRecord(world, code);
		if (!held.done) return held;
		const refusal = mayNotRemove(await keptOf(world.db, held.value), dayOf(world.now).toString());
		if (refusal) return refused(refusal.code, { values: { day: refusal.day ?? "" } });
		const record = await world.db.agreementRecord.update({
			where: { agreementId: held.value.id },
			data: { removedAt: world.now },
		});
		note(world, held.value, "closed", {
			answeredOn: record.answeredOn && fromStored(record.answeredOn).toString(),
		});
		return done(null);
	},
);
