import { type Alternative, isRepresented } from "../authority/representation";
import type { AgreementContent } from "../content";
import { isEnough, type RequiredForm } from "../form-rules/form-rule";

/** A slot of an open version and who has signed it; a qualified signature only once it was accepted. */
export type OpenSlot = {
	organisationId: string;
	postId: string;
	/** The party's place in the contract. */
	position: number;
	form: RequiredForm;
	click: { personId: string } | null;
	qualified: { personId: string } | null;
};

type Rules = readonly { organisationId: string; alternatives: readonly Alternative[] }[];

/** How the parties of a version are represented, as it was frozen. */
export function rulesIn(content: AgreementContent): Rules {
	return content.parties.map(({ organisation, representation }) => ({
		organisationId: organisation.id,
		alternatives: representation?.alternatives ?? [],
	}));
}

/** Who has filled a slot in a way that its form takes; a confirmation never stands for a signature by hand (behaviour 67). */
export function signerOf({ form, click, qualified }: Pick<OpenSlot, "form" | "click" | "qualified">): string | null {
	if (qualified && isEnough("qualified", form)) return qualified.personId;
	return click && isEnough("click", form) ? click.personId : null;
}

/**
 * The parties that have signed: by a checked paper, or by as many of their posts as their rule asks for.
 * @param papers organisations whose paper was accepted
 */
export function signedParties(slots: readonly OpenSlot[], papers: readonly string[], rules: Rules): Set<string> {
	const parties = Map.groupBy(slots, ({ organisationId }) => organisationId);
	const done = [...parties].flatMap(([organisationId, own]) => {
		if (papers.includes(organisationId)) return [organisationId];
		const named = own.map(({ postId }) => postId);
		const signed = own.flatMap((slot) => {
			const personId = signerOf(slot);
			return personId ? [{ postId: slot.postId, personId }] : [];
		});
		const alternatives = rules.find((rule) => rule.organisationId === organisationId)?.alternatives ?? [];
		return isRepresented(alternatives, named, signed) ? [organisationId] : [];
	});
	return new Set(done);
}

/** In a round one after the other: the place whose turn it is; null when nobody is left. */
export function turnIn(slots: readonly OpenSlot[], signed: ReadonlySet<string>): number | null {
	const open = slots.filter(({ organisationId }) => !signed.has(organisationId)).map(({ position }) => position);
	return open.length > 0 ? Math.min(...open) : null;
}

/** What a party bears over all years, in cents: what its signature commits it to. */
export function amountOf(content: AgreementContent, organisationId: string): bigint {
	const place = content.parties.find(({ organisation }) => organisation.id === organisationId)?.place;
	return content.items
		.flatMap(({ years }) => years.flatMap(({ shares }) => shares))
		.filter(({ party }) => party === place)
		.reduce((total, { cents }) => total + BigInt(cents), 0n);
}
