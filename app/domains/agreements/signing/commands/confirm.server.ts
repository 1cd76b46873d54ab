import { command, isTaken } from "~/platform/act.server";
import { done, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { isEnough } from "../../form-rules/form-rule";
import { findInside, holdAgreement } from "../../queries/find-agreement.server";
import {
	demandFree,
	demandSignatory,
	mySlot,
	nameAtSigning,
	type SlotRefusal,
	spendProof,
	type TimeRefusal,
	timeRefusal,
} from "./may-sign.server";
import { concludeIfComplete } from "./open-round.server";

/** The sentence that is confirmed; a new wording gets a new name (messages: sign.wording). */
const wording = "confirm-1";

type Refused = "round-over" | "content-changed" | "written-form-needed" | SlotRefusal;

/**
 * Asks a signatory to show password and second factor for this version: the proof that follows is bound to the account and
 * the version and counts once. The page then leads to /anmelden/bestaetigen.
 */
export const askForProof = command(
	"agreements.ask-for-proof",
	async (world, { code }: { code: string }): Promise<Outcome<null, "round-over" | TimeRefusal>> => {
		const agreement = await findInside(world, code);
		const found = await mySlot(world, agreement);
		if (!found) return refused("round-over");
		const time = timeRefusal(found.version, found.slot.organisationId, world.now);
		if (!time.done) return time;
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
 * @returns whether the agreement is concluded now; refused with "round-over", "content-changed", "written-form-needed",
 * "round-lapsed", "not-your-turn", "party-complete", "already-signed", "authority-missing" or "amount-limit"
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
		if (!isEnough("click", slot.form)) return refused("written-form-needed");
		if (sha256 !== version.sha256) return refused("content-changed");
		const actor = demandSignatory(world.actor);
		const free = await demandFree(world, agreement, version, slot);
		if (!free.done) return free;
		const proofId = await spendProof(world, version.id);
		const { personName } = await nameAtSigning(world, actor.personId);
		const id = newId(world.now);
		await world.db.agreementConfirmation.create({
			data: {
				id,
				slotId: slot.id,
				versionId: version.id,
				personId: actor.personId,
				personName,
				capacity: slot.post.label,
				deputy: as === "deputy",
				sha256,
				wording,
				proofId,
				authorityId: free.value.authorityId,
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
				authority: free.value.authorityId,
			},
		});
		return done({ concluded: await concludeIfComplete(world, agreement) });
	},
);
