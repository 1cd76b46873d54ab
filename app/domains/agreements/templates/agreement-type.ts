import type { Nature } from "../form-rules/form-rule";

/** Kooperation intern, Absichtserklärung, Projektvereinbarung in Kurzform, Kooperationsvertrag, interkommunale Vereinbarung. */
export const agreementTypes = ["internal", "intent", "short-form", "cooperation", "inter-municipal"] as const;
export type AgreementType = (typeof agreementTypes)[number];

/** What has to be there before an agreement of a type is frozen, and what it opens afterwards. */
export type Gates = {
	/** Subjects of the ten blocks that may not be empty; null: all eleven. */
	subjects: readonly string[] | null;
	/** Dates, tasks, costs and who bears them, and the promise of the running costs. */
	plan: boolean;
	natures: readonly Nature[];
	/** All parties belong to the lead's own organisation. */
	within: boolean;
	/** So many municipal bodies at least. */
	municipal: number;
	/** So many pages at most; null: any number. */
	pages: number | null;
	/** Whether the pilot of its measure may begin with it. */
	opensPilot: boolean;
};

const contract: Gates = {
	subjects: null,
	plan: true,
	natures: ["private-law", "public-law"],
	within: false,
	municipal: 0,
	pages: null,
	opensPilot: true,
};

const gates: Readonly<Record<AgreementType, Gates>> = {
	internal: { ...contract, natures: ["internal"], within: true },
	// It says what the parties want; it binds nobody to pay, so no pilot rests on it (areas/agreements.md, G9).
	intent: { ...contract, subjects: ["purpose", "roles", "information", "term"], plan: false, opensPilot: false },
	"short-form": { ...contract, pages: 2 },
	cooperation: { ...contract, natures: ["private-law", "public-law", "internal"] },
	"inter-municipal": { ...contract, municipal: 2 },
};

/** The gates of a type (areas/agreements.md, G9: five types with different gates). */
export function gatesOf(type: AgreementType): Gates {
	return gates[type];
}

/** Bodies that count as municipal. */
export const municipalKinds: readonly string[] = [
	"MUNICIPALITY",
	"MUNICIPAL_ASSOCIATION",
	"INDEPENDENT_CITY",
	"COUNTY",
];

/** The types whose agreement lets a pilot begin, for the gate of the measure. */
export const typesThatOpenPilots: readonly AgreementType[] = agreementTypes.filter((type) => gates[type].opensPilot);
