import { NotFound, SignInNeeded } from "~/platform/outcome";
import { isFresh } from "~/platform/step-up";
import type { View } from "~/platform/world.server";
import type { AgreementContent } from "../../content";
import { formRules } from "../../form-rules/queries/form-rules.server";
import { mayHandlePaper, signsAs } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";
import { type SignedSlot, signaturesOf } from "./signatures.server";

async function openVersion(view: View, agreementId: string) {
	return view.db.agreementVersion.findFirst({
		where: { agreementId, round: { state: "open" } },
		select: { id: true, number: true, sha256: true, pdfFileId: true, content: true },
	});
}

/** What a signatory sees: their slot, why this form, and whether password and factor were shown for this version. */
export async function signingPage(view: View, code: string) {
	if (view.actor.kind === "guest") throw new SignInNeeded("session");
	const agreement = await findInside(view, code);
	const { actor } = view;
	if (actor.kind !== "person") throw new NotFound();
	const version = await openVersion(view, agreement.id);
	const slots = version ? await signaturesOf(view, version.id) : [];
	const mine = slots.filter((slot) => signsAs(actor, slot) !== null);
	const slot = mine.find(({ text }) => text === null) ?? mine[0] ?? null;
	const proof =
		version && actor.steppedUpAt
			? await view.db.agreementProof.count({
					where: {
						versionId: version.id,
						accountId: actor.accountId,
						usedAt: null,
						askedAt: { lte: actor.steppedUpAt, gt: new Date(view.now.getTime() - 30 * 60_000) },
					},
				})
			: 0;
	const content = version && (JSON.parse(version.content) as AgreementContent);
	const norms = content?.parties.find(({ organisation }) => organisation.id === slot?.organisationId)?.norms ?? [];
	const rules = (await formRules(view.db, agreement.ownerId)).filter(({ norm }) => norms.includes(norm));
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		version: version && { number: version.number, sha256: version.sha256, pdfHref: `/datei/${version.pdfFileId}` },
		slot,
		because: rules.map((rule) => ({
			norm: rule.norm,
			statement: view.locale === "de" ? rule.statement : rule.statementEn,
			source: rule.source,
			reviewed: rule.reviewedBy !== null,
		})),
		shownAgain: proof > 0,
	};
}

/** What staff of the lead and of the parties see: who still has to sign on paper, and scans that wait for their check. */
export async function paperPage(view: View, code: string) {
	if (view.actor.kind === "guest") throw new SignInNeeded("session");
	const agreement = await findInside(view, code);
	const { actor } = view;
	const version = await openVersion(view, agreement.id);
	const slots = version ? await signaturesOf(view, version.id) : [];
	// One line per party: a paper counts for all who sign for it.
	const parties = [...new Map(slots.map((slot): [string, SignedSlot] => [slot.organisationId, slot])).values()].filter(
		({ organisationId }) => mayHandlePaper(actor, { ownerId: agreement.ownerId, organisationId }),
	);
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		pdfHref: version && `/datei/${version.pdfFileId}`,
		/** Whether password and factor were shown lately, as checking asks for. */
		shownAgain: actor.kind === "person" && isFresh(actor.steppedUpAt, view.now),
		/** Parties that have neither a checked paper nor one that waits, those who must sign by hand first. */
		missing: parties
			.filter(({ paper, scan, form, text }) => !paper && !scan && (form === "written" || text === null))
			.map(({ organisationId, party, form }) => ({ organisationId, party, form }))
			.toSorted((a, b) => (a.form === b.form ? 0 : a.form === "written" ? -1 : 1)),
		toCheck: parties.flatMap(({ party, scan }) =>
			scan
				? [
						{
							...scan,
							party,
							own: actor.kind === "person" && scan.broughtInBy === actor.personId,
							broughtInBy: undefined,
						},
					]
				: [],
		),
	};
}
