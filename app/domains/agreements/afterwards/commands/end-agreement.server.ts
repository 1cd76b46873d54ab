import { attach } from "~/domains/files/index.server";
import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, fromStored, parseDay, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { keepWord, partyWord } from "../../on-behalf/commands/party-word.server";
import type { DecisionGiven, OnBehalfRefusal } from "../../on-behalf/on-behalf";
import { agentsFor } from "../../on-behalf/queries/agents.server";
import { mayActFor, mayBind, mayLead } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { judgeNotice, type NoticeKind, type NoticeRefusal, type RemainderKind } from "../ending";
import { mayMeetObligation } from "../policy.server";
import { agreedPeriod, boundOf, formOfNotice } from "../queries/ending.server";

type DeclareRefusal =
	| NoticeRefusal
	| "step-not-now"
	| "notice-there"
	| "reason-missing"
	| "date-invalid"
	| "letter-missing"
	| OnBehalfRefusal
	| TextRefusal;

/**
 * A party gives notice, or leaves: by who signs or works for it, after password and factor; by who acts for it only where it
 * has nobody itself, with its decision, and when somebody else than that house is there to receive it (§ 181 BGB). Where its
 * signature had to be by
 * hand the notice has to be too (§ 57 VwVfG asks the form of the contract for its end), so the signed letter comes along.
 * It counts once another party has noted that it arrived. What was prepared for the party is gone then.
 * @param lastDay last day on which it still counts
 * @returns whether it is a breach; refused with "notice-binding" (before the end of what was promised at least)
 */
export const declareNotice = command(
	"agreements.declare-notice",
	async (
		world,
		input: {
			code: string;
			organisationId: string;
			kind: NoticeKind;
			declaredOn: string;
			lastDay: string;
			reason: string;
			asBreach: boolean;
			consequence: string;
			stored: StoredFile | null;
			/** Only where the notice is given on behalf: what it rests on, and its document. */
			decision?: Omit<DecisionGiven, "document"> | null;
			decisionFile?: StoredFile | null;
		},
	): Promise<Outcome<{ id: string; breach: boolean }, DeclareRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const { organisationId, kind } = input;
		demand(mayActFor, world.actor, { ...agreement, organisationId });
		if (!agreement.partyIds.includes(organisationId)) throw new NotFound();
		if (agreement.stateNow !== "concluded" && agreement.stateNow !== "in-force") return refused("step-not-now");
		demandStepUp(world);
		const open = { agreementId: agreement.id, OR: [{ kind: "termination" }, { organisationId }] };
		if ((await world.db.agreementNotice.count({ where: open })) > 0) return refused("notice-there");
		const [reason, consequence] = [checkText(input.reason), checkText(input.consequence)];
		if (!reason.done) return { done: false, refusals: reason.refusals.map((one) => ({ ...one, field: "reason" })) };
		if (!consequence.done) return consequence;
		if (reason.value === "") return refused("reason-missing", { field: "reason" });
		const [declaredOn, last] = [parseDay(input.declaredOn), parseDay(input.lastDay)];
		if (!declaredOn || declaredOn > today(world.now)) return refused("date-invalid", { field: "declaredOn" });
		if (!last) return refused("date-invalid", { field: "lastDay" });
		const judged = judgeNotice({
			...input,
			consequence: consequence.value,
			bound: await boundOf(world.db, agreement.id, kind === "exit" ? organisationId : undefined),
			period: await agreedPeriod(world.db, agreement.id),
		});
		if (!judged.done) return judged;
		const form = await formOfNotice(world.db, agreement.id, organisationId);
		if (form === "written" && !input.stored) return refused("letter-missing", { field: "letter" });
		const { breach } = judged.value;
		const id = newId(world.now);
		const { decision = null, decisionFile = null } = input;
		const about = { act: "notice" as const, subjectId: id, organisationId };
		const word = await partyWord(world, agreement, {
			...about,
			sides: [],
			decision: decision && { ...decision, document: decisionFile !== null },
		});
		if (!word.done) return word;
		const { agentId } = word.value;
		// Nobody but the acting house itself could receive it.
		if (agentId && agreement.partyIds.every((party) => party === organisationId || party === agentId))
			return refused("both-sides");
		await world.db.agreementNoticePrepared.deleteMany({ where: { agreementId: agreement.id, organisationId } });
		await world.db.agreementNotice.create({
			data: {
				id,
				agreementId: agreement.id,
				organisationId,
				kind,
				declaredOn,
				effectiveOn: daysFrom(last, 1),
				reason: reason.value,
				form,
				breach,
				consequence: breach ? consequence.value : "",
				declaredById: personIdOf(world.actor),
				createdAt: world.now,
			},
		});
		if (input.stored) {
			const subject = { kind: "agreement-notice", id };
			await attach(world, { ownerId: agreement.ownerId, subject, stored: input.stored });
		}
		const wordId = await keepWord(world, agreement, word.value, about);
		if (wordId && decisionFile) {
			const subject = { kind: "agreement-word", id: wordId };
			await attach(world, { ownerId: agreement.ownerId, subject, stored: decisionFile });
		}
		world.record({
			type: "agreements.notice.declared",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { notice: id, kind, organisation: organisationId, lastDay: input.lastDay, breach, form },
		});
		return done({ id, breach });
	},
);

/**
 * Another party notes that a notice arrived: from then on it counts (§ 130 (1) BGB).
 * @returns refused with "received-already", "own-notice" for the party that gave it, or "own-declaration" for the person who
 * declared it, also where that person works for both, "both-sides" for the house that declared it in the party's name
 */
export const receiveNotice = command(
	"agreements.receive-notice",
	async (
		world,
		{ code, noticeId, organisationId }: { code: string; noticeId: string; organisationId: string },
	): Promise<Outcome<null, "received-already" | "own-notice" | "own-declaration" | "both-sides">> => {
		const agreement = await holdAgreement(world, code);
		demand(mayActFor, world.actor, { ...agreement, organisationId });
		const notice = await world.db.agreementNotice.findFirst({ where: { id: noticeId, agreementId: agreement.id } });
		if (!notice || !agreement.partyIds.includes(organisationId)) throw new NotFound();
		if (notice.organisationId === organisationId) return refused("own-notice");
		if (notice.receivedOn) return refused("received-already");
		if (notice.declaredById !== null && notice.declaredById === personIdOf(world.actor))
			return refused("own-declaration");
		const houses = mayBind(world.actor, { ...agreement, organisationId })
			? [organisationId]
			: await agentsFor(world, organisationId);
		const given = await world.db.agreementWordOnBehalf.findFirst({ where: { act: "notice", subjectId: notice.id } });
		if (houses.includes(given?.agentId ?? notice.organisationId)) return refused("both-sides");
		await world.db.agreementNotice.update({
			where: { id: notice.id, receivedOn: null },
			data: { receivedOn: today(world.now), receivedById: personIdOf(world.actor) },
		});
		world.record({
			type: "agreements.notice.received",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: {
				notice: notice.id,
				kind: notice.kind,
				organisation: notice.organisationId,
				effectiveOn: fromStored(notice.effectiveOn).toString(),
			},
		});
		return done(null);
	},
);

/** Names something that remains when it ends, where it goes and who sees to it; by the lead party. */
export const addRemainder = command(
	"agreements.add-remainder",
	async (
		world,
		input: { code: string; kind: RemainderKind; what: string; destination: string; organisationId: string },
	): Promise<Outcome<{ id: string }, "step-not-now" | "what-missing" | TextRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		if (agreement.state !== "concluded") return refused("step-not-now");
		if (!agreement.partyIds.includes(input.organisationId)) throw new NotFound();
		const [what, destination] = [checkText(input.what), checkText(input.destination)];
		if (!what.done) return what;
		if (!destination.done) return destination;
		if (what.value === "") return refused("what-missing", { field: "what" });
		if (destination.value === "") return refused("what-missing", { field: "destination" });
		const { kind, organisationId } = input;
		const id = newId(world.now);
		await world.db.agreementRemainder.create({
			data: {
				id,
				agreementId: agreement.id,
				kind,
				organisationId,
				what: what.value,
				destination: destination.value,
				createdAt: world.now,
			},
		});
		world.record({
			type: "agreements.remainder.added",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { remainder: id, kind, organisation: organisationId },
		});
		return done({ id });
	},
);

/** Ticks one off. @returns refused with "done-already" */
export const settleRemainder = command(
	"agreements.settle-remainder",
	async (
		world,
		{ code, remainderId }: { code: string; remainderId: string },
	): Promise<Outcome<null, "done-already">> => {
		const agreement = await holdAgreement(world, code);
		const remainder = await world.db.agreementRemainder.findFirst({
			where: { id: remainderId, agreementId: agreement.id },
		});
		if (!remainder) throw new NotFound();
		const { organisationId } = remainder;
		demand(mayMeetObligation, world.actor, { ...agreement, organisationId, postId: null });
		const { count } = await world.db.agreementRemainder.updateMany({
			where: { id: remainder.id, doneOn: null },
			data: { doneOn: today(world.now), doneById: personIdOf(world.actor) },
		});
		if (count === 0) return refused("done-already");
		world.record({
			type: "agreements.remainder.settled",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { remainder: remainder.id },
		});
		return done(null);
	},
);
