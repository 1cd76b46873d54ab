import type { ActWorld } from "~/platform/act.server";
import type { Actor } from "~/platform/actor";
import { dayOf } from "~/platform/calendar.server";
import { formatFor } from "~/platform/i18n";
import { done, Forbidden, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import type { View } from "~/platform/world.server";
import { type AuthorityWord, authorityFor } from "../../authority/authority";
import { authoritiesOf } from "../../authority/queries/kept.server";
import { signsAs } from "../../policy.server";
import type { Found } from "../../queries/find-agreement.server";
import { amountOf, turnIn } from "../completeness";
import { type OpenVersion, openRound } from "./open-round.server";

export type Signatory = Extract<Actor, { kind: "person" }>;
type Slot = OpenVersion["slots"][number];

/** A question for password and factor is answered within this time or asked again. */
const proofLife = 30 * 60_000;

export function demandSignatory(actor: Actor): Signatory {
	if (actor.kind === "guest") throw new SignInNeeded("session");
	if (actor.kind !== "person") throw new Forbidden();
	return actor;
}

/** The open version and the slot that this person may fill. @throws Forbidden when there is none for them */
export async function mySlot(world: ActWorld, agreement: Found) {
	const actor = demandSignatory(world.actor);
	const version = await openRound(world, agreement);
	if (!version) return null;
	const mine = version.slots.flatMap((slot) => {
		const as = signsAs(actor, slot, agreement);
		return as ? [{ slot, as }] : [];
	});
	// Somebody with two posts fills the one that is still empty; the same person never counts twice (unique).
	const chosen = mine.find(({ slot }) => slot.click === null && slot.qualified === null) ?? mine[0];
	if (!chosen) throw new Forbidden();
	return { version, ...chosen };
}

export type TimeRefusal = "round-lapsed" | "party-complete" | "not-your-turn";

/** Whether a party may sign at this moment: before the deadline, in its turn, and not yet represented. */
export function timeRefusal(version: OpenVersion, organisationId: string, now: Date): Outcome<null, TimeRefusal> {
	if (isOver(version, now)) return refused("round-lapsed");
	if (version.signed.has(organisationId)) return refused("party-complete");
	const turn = turnIn(version.slots, version.signed);
	const position = version.slots.find((slot) => slot.organisationId === organisationId)?.position;
	if (version.sequential && turn !== null && position !== turn) {
		const first = version.content.parties.find(({ place }) => place === turn)?.organisation.name ?? "";
		return refused("not-your-turn", { values: { party: first } });
	}
	return done(null);
}

/** After the last day nobody signs, also before the sweep has noted it. */
export function isOver({ deadline }: Pick<OpenVersion, "deadline">, now: Date): boolean {
	return deadline !== null && dayOf(now).toString() > deadline;
}

/** Whether the holder of a slot has authority for what the version commits their party to, today. */
async function authorityOf(
	view: Pick<View, "db" | "now">,
	agreement: Pick<Found, "ownerId">,
	version: Pick<OpenVersion, "content">,
	slot: Pick<Slot, "organisationId" | "postId">,
): Promise<AuthorityWord> {
	const kept = await authoritiesOf(view.db, agreement.ownerId, slot.organisationId);
	return authorityFor(kept, {
		postId: slot.postId,
		amount: amountOf(version.content, slot.organisationId),
		day: dayOf(view.now).toString(),
		now: view.now,
	});
}

export type SlotRefusal = TimeRefusal | "already-signed" | "authority-missing" | "amount-limit";

/**
 * Everything that is asked before a person fills a slot, whichever way they sign.
 * @returns the authority that it rests on, null where none is kept for the party
 */
export async function demandFree(
	world: ActWorld,
	agreement: Found,
	version: OpenVersion,
	slot: Slot,
): Promise<Outcome<{ authorityId: string | null }, SlotRefusal>> {
	const { personId } = demandSignatory(world.actor);
	const [clicks, files] = [
		await world.db.agreementConfirmation.count({
			where: { versionId: version.id, OR: [{ personId }, { slotId: slot.id }] },
		}),
		await world.db.agreementQualifiedSignature.count({
			where: {
				versionId: version.id,
				OR: [{ personId }, { slotId: slot.id }],
				NOT: { check: { accepted: false } },
			},
		}),
	];
	if (clicks + files > 0) return refused("already-signed");
	const time = timeRefusal(version, slot.organisationId, world.now);
	if (!time.done) return time;
	const authority = await authorityOf(world, agreement, version, slot);
	if (authority.may) return done({ authorityId: authority.authorityId });
	if (authority.code === "authority-missing") return refused("authority-missing");
	const posts = await world.db.post.findMany({ where: { id: { in: authority.others } }, select: { label: true } });
	return refused("amount-limit", {
		values: {
			limit: formatFor(world.locale).money(authority.limit),
			posts: posts.map(({ label }) => label).join(", ") || "–",
		},
	});
}

/**
 * Uses up the proof for this version: asked for this account and version, and followed by a step-up that is still fresh and
 * was not used for another signature. @throws SignInNeeded("step-up") otherwise
 */
export async function spendProof(world: ActWorld, versionId: string): Promise<string> {
	demandStepUp(world);
	const { accountId, steppedUpAt } = demandSignatory(world.actor);
	if (!steppedUpAt) throw new SignInNeeded("step-up");
	const proof = await world.db.agreementProof.findFirst({
		where: {
			versionId,
			accountId,
			usedAt: null,
			askedAt: { lte: steppedUpAt, gt: new Date(world.now.getTime() - proofLife) },
		},
		orderBy: { askedAt: "desc" },
	});
	const spent = await world.db.agreementProof.count({ where: { accountId, stepUpAt: steppedUpAt } });
	if (!proof || spent > 0) throw new SignInNeeded("step-up");
	await world.db.agreementProof.update({
		where: { id: proof.id, usedAt: null },
		data: { usedAt: world.now, stepUpAt: steppedUpAt },
	});
	return proof.id;
}

/** Who signs, with the name as at signing. */
export async function nameAtSigning(world: ActWorld, personId: string) {
	const person = await world.db.person.findUniqueOrThrow({ where: { id: personId } });
	return {
		personName: [person.givenName, person.familyName].filter(Boolean).join(" ") || person.displayName,
		givenName: person.givenName ?? "",
		familyName: person.familyName ?? "",
	};
}
