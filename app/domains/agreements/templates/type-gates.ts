import type { Nature } from "../form-rules/form-rule";
import { type AgreementType, gatesOf, municipalKinds } from "./agreement-type";
import { hasGap } from "./template";

/** What the type of an agreement is asked about. */
export type TypedDraft = {
	type: AgreementType;
	nature: Nature;
	parties: readonly { name: string; kind: string; within: boolean }[];
	blocks: readonly { key: string; heading: string; text: string }[];
};

export type TypePoint = {
	code: "nature-not-for-type" | "party-outside" | "office-no-person" | "municipal-too-few" | "gap-left";
	chapter: "basics" | "parties" | "block";
	block?: string;
	values?: Record<string, string | number>;
};

/** What a draft lacks because of its type, and texts that still hold gaps of their template. */
export function missingOfType({ type, nature, parties, blocks }: TypedDraft): TypePoint[] {
	const gates = gatesOf(type);
	const points: TypePoint[] = [];
	if (nature !== "undecided" && !gates.natures.includes(nature)) {
		points.push({ code: "nature-not-for-type", chapter: "basics" });
	}
	for (const { name, kind, within } of parties) {
		if (gates.within && !within) points.push({ code: "party-outside", chapter: "parties", values: { party: name } });
		// An office or Eigenbetrieb is no legal person: outside its own house it cannot be bound.
		if (!gates.within && nature !== "internal" && kind === "OFFICE") {
			points.push({ code: "office-no-person", chapter: "parties", values: { party: name } });
		}
	}
	if (parties.filter(({ kind }) => municipalKinds.includes(kind)).length < gates.municipal) {
		points.push({ code: "municipal-too-few", chapter: "parties", values: { count: gates.municipal } });
	}
	for (const { key, heading, text } of blocks) {
		if (hasGap(text)) points.push({ code: "gap-left", chapter: "block", block: key, values: { heading } });
	}
	return points;
}
