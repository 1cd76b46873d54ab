import { type ActWorld, command, isTaken } from "~/platform/act.server";
import type { Actor } from "~/platform/actor";
import { done, Forbidden, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { signsAs } from "../../policy.server";
import { type Found, findInside, holdAgreement } from "../../queries/find-agreement.server";
import { concludeIfComplete, openRound } from "./open-round.server";

/** The sentence that is confirmed; a new wording gets a new name (messages: sign.wording). */
const wording = "confirm-1";

type Refused = "round-over" | "content-changed" | "written-form-needed" | "already-signed";

/** A question for password and factor is answered within this time or asked again. */
const proofLife = 30 * 60_000;

function demandSignatory(actor: Actor): Extract<Actor, { kind: "person" }> {
	if (actor.kind === "guest") throw new SignInNeeded("session");
	if (actor.kind !== "person") throw new Forbidden();
	return actor;
}

/** The open version and the slot that this person may fill. @throws Forbidden when there is none for them */
async function mySlot(world: ActWorld, agreement: Found) {
	const actor = demandSignatory(world.actor);
	const version = await openRound(world, agreement);
	if (!version) return null;
	const mine = version.slots.flatMap((slot) => {
		const as = signsAs(actor, slot, agreement);
		return as ? [{ slot, as }] : [];
	});
	// Somebody with two posts fills the one that is still empty; the same person never counts twice (unique).
	const chosen = mine.find(({ slot }) => slot.confirmation === null) ?? mine[0];
	if (!chosen) throw new Forbidden();
	return { version, ...chosen };
}

/**
 * Asks a signatory to show password and second factor for this version: the proof that follows is bound to the account and
 * the version and counts once. The page then leads to /anmelden/bestaetigen.
 */
export const askForProof = command(
	"agreements.ask-for-proof",
	async (world, { code }: { code: string }): Promise<Outcome<null, "round-over">> => {
		const agreement = await findInside(world, code);
		const found = await mySlot(world, agreement);
		if (!found) return refused("round-over");
		const { accountId } = demandSignatory(world.actor);
		const id = newId(world.now);
		await world.db.agreementProof.create({
			data: { id, versionId: found.version.id, accountId, askedAt: world.now },
		});
		world.record({
			type: "agreements.proof.asked",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: found.version.id, proof: id },
		});
		return done(null);
	},
);

/**
 * Confirms the version in text form, for the post that this person holds. Nothing but the fingerprint comes from the
 * browser; it must be the one that was frozen.
 * @returns whether the agreement is concluded now; refused with "round-over", "content-changed", "written-form-needed" or
 * "already-signed"
 * @throws SignInNeeded("step-up") without a fresh proof for this version; Forbidden for everybody who holds no such post
 */
export async function confirm(
	world: World,
	input: { code: string; sha256: string },
): Promise<Outcome<{ concluded: boolean }, Refused>> {
	try {
		return await confirmVersion(world, input);
	} catch (error) {
		// Two tabs at once with one step-up: the other one has used it up.
		if (isTaken(error)) throw new SignInNeeded("step-up");
		throw error;
	}
}

const confirmVersion = command(
	"agreements.confirm",
	async (
		world,
		{ code, sha256 }: { code: string; sha256: string },
	): Promise<Outcome<{ concluded: boolean }, Refused>> => {
		const agreement = await holdAgreement(world, code);
		const found = await mySlot(world, agreement);
		if (!found) return refused("round-over");
		const { version, slot, as } = found;
		if (slot.requiredForm !== "text") return refused("written-form-needed");
		if (sha256 !== version.sha256) return refused("content-changed");
		const actor = demandSignatory(world.actor);
		const signed = await world.db.agreementConfirmation.count({
			where: { versionId: version.id, OR: [{ personId: actor.personId }, { slotId: slot.id }] },
		});
		if (signed > 0) return refused("already-signed");
		const proofId = await spendProof(world, version.id);
		const person = await world.db.person.findUniqueOrThrow({ where: { id: actor.personId } });
		const id = newId(world.now);
		await world.db.agreementConfirmation.create({
			data: {
				id,
				slotId: slot.id,
				versionId: version.id,
				personId: actor.personId,
				personName: [person.givenName, person.familyName].filter(Boolean).join(" ") || person.displayName,
				capacity: slot.post.label,
				deputy: as === "deputy",
				sha256,
				wording,
				proofId,
				at: world.now,
			},
		});
		world.record({
			type: "agreements.version.confirmed",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			postId: slot.postId,
			facts: {
				version: version.id,
				confirmation: id,
				sha256,
				wording,
				deputy: as === "deputy",
				organisation: slot.organisationId,
			},
		});
		return done({ concluded: await concludeIfComplete(world, agreement) });
	},
);

/**
 * Uses up the proof for this version: asked for this account and version, and followed by a step-up that is still fresh and
 * was not used for another signature. @throws SignInNeeded("step-up") otherwise
 */
async function spendProof(world: ActWorld, versionId: string): Promise<string> {
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
