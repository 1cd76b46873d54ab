import type { Refusal } from "~/platform/outcome";

/** Nachtrag · Aufhebung */
export const amendmentKinds = ["change", "cancellation"] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];

/** What an amendment is of; stands in its frozen content. */
export type Amends = {
	kind: AmendmentKind;
	/** Counted from 1 for each amended agreement. */
	count: number;
	reason: string;
	/** The version that it changes, with its fingerprint. */
	number: string;
	version: number;
	sha256: string;
};

/** The same for a draft, with what freezing asks about. */
export type AmendsDraft = Amends & {
	/** The amended agreement still is the one that counts. */
	current: boolean;
	/** Parties that are bound by it: without each of them an amendment is none (behaviour 93). */
	bound: readonly { organisationId: string; name: string }[];
	pilotStart: string | null;
};

export type AmendmentMissing = "amendment-overtaken" | "amendment-party-missing" | "amendment-end-missing";

/**
 * What keeps an amendment from being frozen besides what every draft needs.
 * @param organisationIds the parties of the draft
 */
export function missingOfAmendment(
	{ amends, endsOn }: { amends: AmendsDraft | null; endsOn: string | null },
	organisationIds: readonly string[],
): (Refusal<AmendmentMissing> & { chapter: "basics" | "parties" })[] {
	if (!amends) return [];
	return [
		...(amends.current ? [] : [{ code: "amendment-overtaken" as const, chapter: "basics" as const }]),
		...(amends.kind === "cancellation" && endsOn === null
			? [{ code: "amendment-end-missing" as const, chapter: "basics" as const }]
			: []),
		...amends.bound
			.filter(({ organisationId }) => !organisationIds.includes(organisationId))
			.map(({ name }) => ({
				code: "amendment-party-missing" as const,
				chapter: "parties" as const,
				values: { party: name },
			})),
	];
}

/** What of it is frozen; nothing for an agreement that amends none, so that its fingerprint stays what it was. */
export function amendsContent(amends: AmendsDraft | null): { amends?: Amends } {
	if (!amends) return {};
	const { kind, count, reason, number, version, sha256 } = amends;
	return { amends: { kind, count, reason, number, version, sha256 } };
}

/** Number of the n-th amendment: "PV-2026-0001-N2". An amendment of an amendment counts on from the first number. */
export function amendmentNumber(amended: string, count: number): string {
	const [, root = amended, before = "0"] = /^(.*)-N(\d+)$/.exec(amended) ?? [];
	return `${root}-N${Number(before) + count}`;
}
