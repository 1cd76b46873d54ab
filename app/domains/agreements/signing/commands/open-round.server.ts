import type { ActWorld } from "~/platform/act.server";
import { dayOf, fromStored, parseDay } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { boundHaveSigned } from "../../afterwards/queries/amends.server";
import type { AgreementContent } from "../../content";
import { forms } from "../../form-rules/form-rule";
import type { Found } from "../../queries/find-agreement.server";
import { after, firstDayOfForce, mayStep } from "../../state";
import { knownWord } from "../../stored-word";
import { type OpenSlot, rulesIn, signedParties, turnIn } from "../completeness";

/** The worker's job that seals a concluded version; begun with the commit of the last signature. */
export const sealJob = "seal-agreement";

const slotFields = {
	id: true,
	organisationId: true,
	postId: true,
	position: true,
	requiredForm: true,
	officialTitle: true,
	post: { select: { label: true } },
	confirmation: { select: { personId: true } },
	qualified: { select: { personId: true, check: { select: { accepted: true } } } },
} as const;

/** The version that is being signed, with its slots; null when none is (any more). Read after the agreement is held. */
export async function openRound(view: Pick<View, "db">, agreement: Pick<Found, "id" | "state">) {
	if (!mayStep(agreement.state, "sign")) return null;
	const version = await view.db.agreementVersion.findFirst({
		where: { agreementId: agreement.id, round: { state: "open" } },
		select: {
			id: true,
			number: true,
			sha256: true,
			content: true,
			verificationCode: true,
			pdfFileId: true,
			pdfSha256: true,
			frozenAt: true,
			round: { select: { sequential: true, deadline: true } },
			slots: { select: slotFields, orderBy: [{ position: "asc" }, { id: "asc" }] },
			checks: { where: { accepted: true }, select: { organisationId: true } },
		},
	});
	if (!version) return null;
	// The version holds what `contentOf` wrote; the database lets nobody change it.
	const content = JSON.parse(version.content) as AgreementContent;
	const slots = version.slots.map(({ requiredForm, qualified, confirmation, ...slot }) => ({
		...slot,
		form: knownWord(forms, requiredForm),
		click: confirmation,
		qualified: qualified.find(({ check }) => check?.accepted) ?? null,
		/** A qualified signature that a second person has to look at. */
		waits: qualified.some(({ check }) => check === null),
	}));
	const papers = version.checks.map(({ organisationId }) => organisationId);
	const { deadline = null, sequential = false } = version.round ?? {};
	return {
		...version,
		content,
		slots,
		papers,
		sequential,
		/** Last day on which somebody may sign, `YYYY-MM-DD`. */
		deadline: deadline && fromStored(deadline).toString(),
		/** Organisations that have signed. */
		signed: signedParties(slots satisfies OpenSlot[], papers, rulesIn(content)),
	};
}

export type OpenVersion = NonNullable<Awaited<ReturnType<typeof openRound>>>;

/**
 * Concludes the agreement if this was the last party; called at the end of every act that fills a slot, while the agreement
 * is held, so that of two last signatories the second finds the round complete. Where an authority has to approve, the
 * first day of force is not known yet.
 * @returns whether the agreement is concluded now
 */
export async function concludeIfComplete(world: ActWorld, agreement: Found): Promise<boolean> {
	const version = await openRound(world, agreement);
	if (!version?.slots.every(({ organisationId }) => version.signed.has(organisationId))) {
		if (version?.sequential) await callNext(world, agreement, version);
		return false;
	}
	const signed = version.slots.map(({ organisationId }) => organisationId);
	if (!(await boundHaveSigned(world.db, agreement.id, signed, dayOf(world.now).toString()))) return false;
	await world.db.agreementRound.update({
		where: { versionId: version.id, state: "open" },
		data: { state: "completed", closedAt: world.now },
	});
	const today = dayOf(world.now).toString();
	const agreed = agreement.effectiveOn?.toISOString().slice(0, 10) ?? today;
	const inForceFrom = version.content.approval ? null : firstDayOfForce(agreed, today);
	await world.db.agreement.update({
		where: { id: agreement.id },
		data: {
			state: after(agreement.state, "conclude"),
			concludedAt: world.now,
			inForceFrom: inForceFrom && parseDay(inForceFrom),
		},
	});
	world.record({
		type: "agreements.agreement.concluded",
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
		facts: { version: version.id, sha256: version.sha256, inForceFrom },
	});
	world.later({ name: sealJob, payload: { versionId: version.id } });
	return true;
}

/**
 * In a round one after the other: those whose turn has come are told, once. It is kept as the first of their messages, so that
 * reminders count from it. The first party was asked when the round began.
 */
async function callNext(world: ActWorld, agreement: Found, { id, slots, signed }: OpenVersion): Promise<void> {
	const turn = turnIn(slots, signed);
	const next = slots.filter(({ position }) => position === turn);
	const first = Math.min(...slots.map(({ position }) => position));
	if (turn === null || turn === first) return;
	const told = await world.db.agreementSlotReminder.count({ where: { slotId: { in: next.map((slot) => slot.id) } } });
	if (told > 0) return;
	await world.db.agreementSlotReminder.createMany({
		data: next.map((slot) => ({ slotId: slot.id, number: 1, at: world.now })),
	});
	world.record({
		type: "agreements.version.turn-came",
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
		facts: { version: id, slots: next.map((slot) => slot.id) },
	});
}
