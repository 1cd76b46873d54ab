import { attach, contentOf } from "~/domains/files/index.server";
import { command } from "~/platform/act.server";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { isEnough } from "../../form-rules/form-rule";
import { mayHandlePaper, signsAs } from "../../policy.server";
import { findInside, holdAgreement } from "../../queries/find-agreement.server";
import {
	demandFree,
	demandSignatory,
	isOver,
	mySlot,
	nameAtSigning,
	type SlotRefusal,
	spendProof,
} from "../../signing/commands/may-sign.server";
import { concludeIfComplete, openRound } from "../../signing/commands/open-round.server";
import { checkQualified, type QualifiedFile, type QualifiedRefusal } from "../qualified-file.server";
import { fileToSign } from "../queries/signed-file.server";

type BringRefusal = "round-over" | "qes-no-way" | "qes-waits" | "changed-meanwhile" | SlotRefusal | QualifiedRefusal;

/**
 * A signatory brings in the file that they signed with their own qualified signature. It must go on from the bytes that are
 * to be signed now; what the file is, is checked before anything is locked. It counts once a second person has accepted it.
 * @returns refused with "round-over", "qes-no-way" (paper only), "qes-waits" (another file waits for its check),
 * "changed-meanwhile" (somebody else signed meanwhile), or what is wrong with the file, the time or the authority
 * @throws SignInNeeded("step-up") without a fresh proof for this version; Forbidden for everybody who holds no such post
 */
export async function bringInQualified(
	world: World,
	{ code, stored }: { code: string; stored: StoredFile },
): Promise<Outcome<{ signatureId: string }, BringRefusal>> {
	const agreement = await findInside(world, code);
	const version = await openRound(world, agreement);
	if (!version) return refused("round-over");
	const actor = demandSignatory(world.actor);
	if (!version.slots.some((slot) => signsAs(actor, slot, agreement) !== null)) throw new Forbidden();
	const next = await fileToSign(world.db, version);
	const person = await world.db.person.findUniqueOrThrow({
		where: { id: actor.personId },
		select: { givenName: true, familyName: true },
	});
	const checked = await checkQualified({
		before: await contentOf(next.fileId),
		uploaded: await contentOf(stored.id),
		person: { givenName: person.givenName ?? "", familyName: person.familyName ?? "" },
		frozenAt: version.frozenAt,
		now: world.now,
	});
	if (!checked.done) return refused(checked.refusals[0]?.code ?? "qes-broken", { field: "file" });
	return keepQualified(world, { code, stored, file: checked.value, onTopOf: next.fileId });
}

const keepQualified = command(
	"agreements.bring-in-qualified",
	async (
		world,
		{ code, stored, file, onTopOf }: { code: string; stored: StoredFile; file: QualifiedFile; onTopOf: string },
	): Promise<Outcome<{ signatureId: string }, BringRefusal>> => {
		const agreement = await holdAgreement(world, code);
		const found = await mySlot(world, agreement);
		if (!found) return refused("round-over");
		const { version, slot, as } = found;
		if (!isEnough("qualified", slot.form)) return refused("qes-no-way");
		const free = await demandFree(world, agreement, version, slot);
		if (!free.done) return free;
		if (version.slots.some(({ waits }) => waits)) return refused("qes-waits");
		if ((await fileToSign(world.db, version)).fileId !== onTopOf) return refused("changed-meanwhile");
		const { personId } = demandSignatory(world.actor);
		const proofId = await spendProof(world, version.id);
		const { personName } = await nameAtSigning(world, personId);
		const signatureId = newId(world.now);
		await world.db.agreementQualifiedSignature.create({
			data: {
				id: signatureId,
				slotId: slot.id,
				versionId: version.id,
				personId,
				personName,
				capacity: slot.post.label,
				deputy: as === "deputy",
				proofId,
				authorityId: free.value.authorityId,
				fileId: stored.id,
				sha256: stored.sha256,
				...file,
				at: world.now,
			},
		});
		await attach(world, {
			ownerId: agreement.ownerId,
			subject: { kind: "agreement-qualified", id: signatureId },
			stored,
		});
		world.record({
			type: "agreements.qualified.brought-in",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			postId: slot.postId,
			facts: {
				version: version.id,
				signature: signatureId,
				sha256: stored.sha256,
				certificateSha256: file.certificateSha256,
				nameDiffers: file.nameDiffers,
				organisation: slot.organisationId,
			},
		});
		return done({ signatureId });
	},
);

type CheckRefusal =
	| "round-over"
	| "round-lapsed"
	| "already-checked"
	| "second-person-needed"
	| "listed-missing"
	| "date-future"
	| "reason-missing"
	| TextRefusal;

/**
 * The second pair of eyes on a qualified signature: somebody else than the signatory looks whether its issuer stands in the
 * trusted list of the European Union (eIDAS, Art. 22), and says when and under which name; where the certificate names
 * somebody differently, why it is still this person. After a step-up. A rejected file makes room for another one.
 * @param listedAs the service as the list names it
 * @returns whether the agreement is concluded now
 */
export const checkQualifiedSignature = command(
	"agreements.check-qualified",
	async (
		world,
		input: {
			code: string;
			signatureId: string;
			accepted: boolean;
			listedAs: string;
			listedOn: Date | null;
			reason: string;
		},
	): Promise<Outcome<{ concluded: boolean }, CheckRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		const version = await openRound(world, agreement);
		const signature = await world.db.agreementQualifiedSignature.findFirst({
			where: { id: input.signatureId, version: { agreementId: agreement.id } },
			include: { check: true, slot: { select: { organisationId: true } } },
		});
		if (!signature) throw new NotFound();
		const { organisationId } = signature.slot;
		demand(mayHandlePaper, world.actor, { ownerId: agreement.ownerId, organisationId });
		const { personId: checkedById } = demandSignatory(world.actor);
		if (!version || signature.versionId !== version.id) return refused("round-over");
		if (signature.check) return refused("already-checked");
		if (isOver(version, world.now)) return refused("round-lapsed");
		if (signature.personId === checkedById) return refused("second-person-needed");
		demandStepUp(world);
		const { accepted, listedOn } = input;
		const [listedAs, reason] = [checkText(input.listedAs), checkText(input.reason)];
		if (!listedAs.done) return listedAs;
		if (!reason.done) return reason;
		if (accepted && listedAs.value === "") return refused("listed-missing", { field: "listedAs" });
		if (accepted && !listedOn) return refused("listed-missing", { field: "listedOn" });
		if (listedOn && listedOn > world.now) return refused("date-future", { field: "listedOn" });
		if ((!accepted || signature.nameDiffers) && reason.value === "")
			return refused("reason-missing", { field: "reason" });
		await world.db.agreementQualifiedCheck.create({
			data: {
				signatureId: signature.id,
				versionId: version.id,
				slotId: signature.slotId,
				signedById: signature.personId,
				checkedById,
				checkedAt: world.now,
				accepted,
				listedAs: listedAs.value,
				listedOn: accepted ? listedOn : null,
				reason: reason.value,
			},
		});
		world.record({
			type: accepted ? "agreements.qualified.accepted" : "agreements.qualified.rejected",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: version.id, signature: signature.id, organisation: organisationId },
		});
		return done({ concluded: await concludeIfComplete(world, agreement) });
	},
);
