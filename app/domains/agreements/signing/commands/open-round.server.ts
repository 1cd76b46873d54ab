import type { ActWorld } from "~/platform/act.server";
import { dayOf, parseDay } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { boundHaveSigned } from "../../afterwards/queries/amends.server";
import type { Found } from "../../queries/find-agreement.server";
import { after, firstDayOfForce, mayStep } from "../../state";

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
	confirmation: { select: { id: true } },
} as const;

/** The version that is being signed, with its slots; null when none is (any more). Read after the agreement is held. */
export async function openRound(view: Pick<View, "db">, agreement: Pick<Found, "id" | "state">) {
	if (!mayStep(agreement.state, "sign")) return null;
	return view.db.agreementVersion.findFirst({
		where: { agreementId: agreement.id, round: { state: "open" } },
		select: {
			id: true,
			number: true,
			sha256: true,
			verificationCode: true,
			slots: { select: slotFields, orderBy: [{ position: "asc" }, { id: "asc" }] },
			checks: { where: { accepted: true }, select: { organisationId: true } },
		},
	});
}

type OpenVersion = NonNullable<Awaited<ReturnType<typeof openRound>>>;

/**
 * Whether a slot is filled: by the confirmation of its holder, where text form is enough, or by a checked paper of its
 * party, which satisfies both forms. A confirmation alone never stands for a signature by hand (behaviour 67).
 */
function isFilled(slot: OpenVersion["slots"][number], checks: readonly { organisationId: string }[]): boolean {
	if (checks.some(({ organisationId }) => organisationId === slot.organisationId)) return true;
	return slot.requiredForm === "text" && slot.confirmation !== null;
}

/**
 * Concludes the agreement if this was the last slot; called at the end of every act that fills one, while the agreement is
 * held, so that of two last signatories the second finds the round complete.
 * @returns whether the agreement is concluded now
 */
export async function concludeIfComplete(world: ActWorld, agreement: Found): Promise<boolean> {
	const version = await openRound(world, agreement);
	if (!version?.slots.every((slot) => isFilled(slot, version.checks))) return false;
	const signed = version.slots.map(({ organisationId }) => organisationId);
	if (!(await boundHaveSigned(world.db, agreement.id, signed, dayOf(world.now).toString()))) return false;
	await world.db.agreementRound.update({
		where: { versionId: version.id, state: "open" },
		data: { state: "completed", closedAt: world.now },
	});
	const today = dayOf(world.now).toString();
	const agreed = agreement.effectiveOn?.toISOString().slice(0, 10) ?? today;
	const inForceFrom = firstDayOfForce(agreed, today);
	await world.db.agreement.update({
		where: { id: agreement.id },
		data: { state: after(agreement.state, "conclude"), concludedAt: world.now, inForceFrom: parseDay(inForceFrom) },
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
