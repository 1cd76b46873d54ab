import { SignInNeeded } from "~/platform/outcome";
import { isFresh } from "~/platform/step-up";
import type { View } from "~/platform/world.server";
import { isEnough } from "../../form-rules/form-rule";
import { mayHandlePaper, signsAs } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";
import { openRound } from "../../signing/commands/open-round.server";
import { hasRipeProof } from "../../signing/queries/proof.server";
import { fileToSign } from "./signed-file.server";

/** What a signatory needs for a qualified signature, and those that wait for a second person. */
export async function qualifiedPage(view: View, code: string) {
	const { actor } = view;
	if (actor.kind === "guest") throw new SignInNeeded("session");
	const agreement = await findInside(view, code);
	const version = await openRound(view, agreement);
	const page = { code: agreement.code, number: agreement.number, title: agreement.title };
	if (!version || actor.kind !== "person") {
		return { ...page, mine: null, toCheck: [], shownAgain: false };
	}
	const waiting = await view.db.agreementQualifiedSignature.findMany({
		where: { versionId: version.id, check: null },
		orderBy: { at: "asc" },
		take: 20,
		include: { slot: { select: { organisationId: true } } },
	});
	const partyOf = (organisationId: string) =>
		version.content.parties.find(({ organisation }) => organisation.id === organisationId)?.organisation.name ?? "";
	const slots = version.slots.filter((slot) => signsAs(actor, slot, agreement) !== null);
	const slot = slots.find(({ click, qualified }) => !click && !qualified) ?? slots[0];
	const next = await fileToSign(view.db, version);
	const [waits] = waiting;
	return {
		...page,
		mine: slot
			? {
					state: !isEnough("qualified", slot.form)
						? ("no-way" as const)
						: version.signed.has(slot.organisationId) || slot.click || slot.qualified
							? ("done" as const)
							: waits
								? waits.personId === actor.personId
									? ("waits" as const)
									: ("waits-other" as const)
								: (await hasRipeProof(view, version.id))
									? ("upload" as const)
									: ("ask" as const),
					waitsFor: waits?.personName ?? "",
					fileHref: `/datei/${next.fileId}`,
					signatures: next.signatures,
				}
			: null,
		/** Whether password and factor were shown lately, as checking asks for. */
		shownAgain: isFresh(actor.steppedUpAt, view.now),
		toCheck: waiting
			.filter(({ slot: of }) =>
				mayHandlePaper(actor, { ownerId: agreement.ownerId, organisationId: of.organisationId }),
			)
			.map((one) => ({
				id: one.id,
				party: partyOf(one.slot.organisationId),
				personName: one.personName,
				capacity: one.capacity,
				signer: one.signer,
				issuer: one.issuer,
				claimedAt: one.claimedAt.toISOString(),
				until: one.certificateUntil.toISOString(),
				certificateSha256: one.certificateSha256,
				nameDiffers: one.nameDiffers,
				fileHref: `/datei/${one.fileId}`,
				own: one.personId === actor.personId,
			})),
	};
}
