import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { keepWord, partyWord } from "../../on-behalf/commands/party-word.server";
import type { DecisionGiven, OnBehalfRefusal } from "../../on-behalf/on-behalf";
import { mayActFor, mayLead } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { takersOf } from "../queries/takers.server";

/**
 * Draws up the hand-over of operation: to whom, on which day, and each thing that goes over; until it is confirmed it can be
 * drawn up anew.
 * @returns refused with "step-not-now", "taker-unknown" (made no promise), "items-missing", "date-invalid", "confirmed-already"
 */
export const prepareHandover = command(
	"agreements.prepare-handover",
	async (
		world,
		input: { code: string; takerId: string; day: string; items: readonly string[] },
	): Promise<
		Outcome<
			null,
			"step-not-now" | "taker-unknown" | "items-missing" | "date-invalid" | "confirmed-already" | TextRefusal
		>
	> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		if (agreement.stateNow !== "in-force") return refused("step-not-now");
		const before = await world.db.agreementHandover.findUnique({ where: { agreementId: agreement.id } });
		if (before?.confirmedAt) return refused("confirmed-already");
		const takers = await takersOf(world.db, agreement.id);
		if (!takers.some(({ id }) => id === input.takerId)) return refused("taker-unknown", { field: "takerId" });
		const day = parseDay(input.day);
		if (!day) return refused("date-invalid", { field: "day" });
		const items: string[] = [];
		for (const typed of input.items) {
			const item = checkText(typed);
			if (!item.done) return { done: false, refusals: item.refusals.map((one) => ({ ...one, field: "items" })) };
			if (item.value !== "") items.push(item.value);
		}
		if (items.length === 0) return refused("items-missing", { field: "items" });
		const data = { takerId: input.takerId, day, items, preparedById: personIdOf(world.actor), preparedAt: world.now };
		await world.db.agreementHandover.upsert({
			where: { agreementId: agreement.id },
			create: { agreementId: agreement.id, ...data },
			update: data,
		});
		world.record({
			type: "agreements.handover.prepared",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { taker: input.takerId, day: input.day, items: items.length },
		});
		return done(null);
	},
);

/**
 * The taker confirms that everything on the list has come over; a second person, never who drew it up. What is confirmed
 * stays, and the measure goes over to regular operation.
 * @param note open points, may be empty
 * @param decision where it is confirmed on behalf of the taker: what that rests on
 * @returns refused with "step-not-now", "handover-missing", "confirmed-already", "second-person-needed", "too-early", or as
 * `partyWord` says: the list is the lead's word
 */
export const confirmHandover = command(
	"agreements.confirm-handover",
	async (
		world,
		input: { code: string; note: string; decision?: Omit<DecisionGiven, "document"> | null },
	): Promise<
		Outcome<
			null,
			| "step-not-now"
			| "handover-missing"
			| "confirmed-already"
			| "second-person-needed"
			| "too-early"
			| OnBehalfRefusal
			| TextRefusal
		>
	> => {
		const agreement = await holdAgreement(world, input.code);
		const handover = await world.db.agreementHandover.findUnique({ where: { agreementId: agreement.id } });
		if (!handover) return refused("handover-missing");
		demand(mayActFor, world.actor, { ...agreement, organisationId: handover.takerId });
		if (agreement.stateNow !== "in-force") return refused("step-not-now");
		if (handover.confirmedAt) return refused("confirmed-already");
		const personId = personIdOf(world.actor);
		if (personId === null || personId === handover.preparedById) return refused("second-person-needed");
		if (handover.day > today(world.now)) return refused("too-early");
		const about = { act: "handover" as const, subjectId: agreement.id, organisationId: handover.takerId };
		const word = await partyWord(world, agreement, {
			...about,
			sides: handover.takerId === agreement.ownerId ? [] : [agreement.ownerId],
			decision: input.decision ? { ...input.decision, document: false } : null,
		});
		if (!word.done) return word;
		const note = checkText(input.note);
		if (!note.done) return { done: false, refusals: note.refusals.map((one) => ({ ...one, field: "note" })) };
		await world.db.agreementHandover.update({
			where: { agreementId: agreement.id, confirmedAt: null },
			data: { note: note.value, confirmedById: personId, confirmedAt: world.now },
		});
		await keepWord(world, agreement, word.value, about);
		world.record({
			type: "agreements.handover.confirmed",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { taker: handover.takerId, items: handover.items.length, open: note.value !== "" },
		});
		return done(null);
	},
);
