import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { fromStored, parseDay, today } from "~/platform/calendar.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import type { World } from "~/platform/world.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import { type Found, holdAgreement } from "../../queries/find-agreement.server";
import { firstDayOfForce } from "../../state";
import type { ApprovalStep } from "../approval";
import { approvalState } from "../queries/approval-state.server";

type Refused = "step-not-now" | "date-future" | "date-order" | TextRefusal;

/**
 * Notes a step of the approval, by who leads the agreement: handed in, granted, refused, published. When nothing stands in
 * its way any more, the first day of force is known: the day after publication, not before the agreed one.
 * @returns refused with "step-not-now", "date-future", "date-order" (before the step before it) or for the note
 */
export const noteApproval = command(
	"agreements.note-approval",
	async (
		world,
		input: { code: string; step: ApprovalStep; day: Date; note: string; stored?: StoredFile | null },
	): Promise<Outcome<{ inForceFrom: string | null }, Refused>> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		const state = await approvalState(world, agreement);
		if (!state?.next.includes(input.step)) return refused("step-not-now");
		const note = checkText(input.note);
		if (!note.done) return note;
		if (input.day > today(world.now)) return refused("date-future", { field: "day" });
		const { stored = null } = input;
		const name = checkText(stored?.name ?? "");
		if (!name.done) return name;
		const day = fromStored(input.day).toString();
		const before = input.step === "published" ? state.approvedOn : (state.steps.submitted ?? state.concludedOn);
		if (before !== null && day < before) return refused("date-order", { field: "day" });
		if (stored) {
			const subject = { kind: "agreement-approval", id: state.versionId };
			await attach(world, { ownerId: agreement.ownerId, subject, stored });
		}
		await world.db.agreementApprovalStep.create({
			data: {
				versionId: state.versionId,
				kind: input.step,
				day: input.day,
				note: note.value,
				...(stored && { fileId: stored.id, fileName: name.value, fileSha256: stored.sha256 }),
				recordedById: personIdOf(world.actor),
				recordedAt: world.now,
			},
		});
		world.record({
			type: `agreements.approval.${input.step}`,
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: state.versionId, day, sha256: stored?.sha256 ?? null },
		});
		return done({ inForceFrom: await startIfCleared(world, agreement) });
	},
);

/** Fixes the first day of force once nothing stands in its way; the database lets nobody change it afterwards. */
async function startIfCleared(world: ActWorld, agreement: Found): Promise<string | null> {
	if (agreement.inForceFrom) return null;
	const state = await approvalState(world, agreement);
	if (!state?.clearedOn) return null;
	const agreed = agreement.effectiveOn ? fromStored(agreement.effectiveOn).toString() : state.clearedOn;
	const inForceFrom = firstDayOfForce(agreed, state.clearedOn);
	await world.db.agreement.update({ where: { id: agreement.id }, data: { inForceFrom: parseDay(inForceFrom) } });
	world.record({
		type: "agreements.approval.cleared",
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
		facts: { version: state.versionId, word: state.word, inForceFrom },
	});
	return inForceFrom;
}

/**
 * Agreements whose approval came by silence and that need no publication: their first day is known now. For a sweep.
 * @returns how many
 */
export async function clearBySilence(world: World): Promise<number> {
	const waiting = await world.db.agreement.findMany({
		where: { state: "concluded", inForceFrom: null },
		orderBy: { id: "asc" },
		take: 200,
		select: { code: true },
	});
	let cleared = 0;
	for (const { code } of waiting) cleared += (await clear(world, { code })).done ? 1 : 0;
	return cleared;
}

const clear = command(
	"agreements.clear-by-silence",
	async (world, { code }: { code: string }): Promise<Outcome<null, "step-not-now">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const agreement = await holdAgreement(world, code);
		return (await startIfCleared(world, agreement)) ? done(null) : refused("step-not-now");
	},
);
