import { NotFound, SignInNeeded } from "~/platform/outcome";
import { isFresh } from "~/platform/step-up";
import type { View } from "~/platform/world.server";
import { decisionWarning } from "../../authority/decision";
import type { AgreementContent } from "../../content";
import { isEnough } from "../../form-rules/form-rule";
import { formRules } from "../../form-rules/queries/form-rules.server";
import { mayHandlePaper, signsAs } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";
import { timeRefusal } from "../commands/may-sign.server";
import { openRound } from "../commands/open-round.server";
import { amountOf } from "../completeness";
import { hasRipeProof } from "./proof.server";
import { type SignedSlot, signaturesOf } from "./signatures.server";

/** What a signatory sees: their slot, why this form, and whether password and factor were shown for this version. */
export async function signingPage(view: View, code: string) {
	if (view.actor.kind === "guest") throw new SignInNeeded("session");
	const agreement = await findInside(view, code);
	const { actor } = view;
	if (actor.kind !== "person") throw new NotFound();
	const version = await openRound(view, agreement);
	const slots = version ? await signaturesOf(view, version.id) : [];
	const mine = slots.filter((slot) => signsAs(actor, slot, agreement) !== null);
	const slot = mine.find(({ text, qualified }) => text === null && qualified === null) ?? mine[0] ?? null;
	const party = version?.content.parties.find(({ organisation }) => organisation.id === slot?.organisationId);
	const rules = (await formRules(view.db, agreement.ownerId)).filter(({ norm }) => party?.norms.includes(norm));
	const time = version && slot ? timeRefusal(version, slot.organisationId, view.now) : null;
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		version: version && {
			number: version.number,
			sha256: version.sha256,
			pdfHref: `/datei/${version.pdfFileId}`,
			deadline: version.deadline,
		},
		slot,
		/** Why it cannot be signed at this moment, as a refusal of the act would say. */
		stop: time && !time.done ? (time.refusals[0] ?? null) : null,
		decisions: version && slot ? warningFor(version.content, slot.organisationId) : null,
		because: rules.map((rule) => ({
			norm: rule.norm,
			statement: view.locale === "de" ? rule.statement : rule.statementEn,
			source: rule.source,
			sourceDate: rule.sourceDate,
			reviewedBy: rule.reviewedBy,
			reviewedOn: rule.reviewedOn,
		})),
		shownAgain: version !== null && (await hasRipeProof(view, version.id)),
	};
}

/** What the party's own body decided, where it does not reach (behaviour 39); amounts in cents as text. */
function warningFor(content: AgreementContent, organisationId: string) {
	const party = content.parties.find(({ organisation }) => organisation.id === organisationId);
	const amount = amountOf(content, organisationId);
	const decisions = (party?.decisions ?? []).map(({ body, ceiling }) => ({
		body,
		ceiling: ceiling === null ? null : BigInt(ceiling),
	}));
	const warning = decisionWarning(decisions, amount);
	const highest = decisions.reduce((most, { ceiling }) => (ceiling !== null && ceiling > most ? ceiling : most), 0n);
	return warning && { warning, amount: amount.toString(), ceiling: highest.toString() };
}

/** What staff of the lead and of the parties see: who still has to sign on paper, and scans that wait for their check. */
export async function paperPage(view: View, code: string) {
	if (view.actor.kind === "guest") throw new SignInNeeded("session");
	const agreement = await findInside(view, code);
	const { actor } = view;
	const version = await openRound(view, agreement);
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
		/** Parties that may sign on paper and have neither a checked one nor one that waits, those who must first. */
		missing: parties
			.filter(
				({ organisationId, scan, form }) => !scan && isEnough("paper", form) && !version?.signed.has(organisationId),
			)
			.map(({ organisationId, party, form }) => ({ organisationId, party, form }))
			.toSorted((a, b) => Number(isEnough("click", a.form)) - Number(isEnough("click", b.form))),
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
