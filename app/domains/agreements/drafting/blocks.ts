import template from "./blocks.json";

/** The ten blocks of a project agreement; an agreement keeps the version it began with. */
export const templateVersion = template.version;

export type Block = { key: string; heading: string; question: string };

export const blocks: readonly Block[] = template.blocks;

/**
 * The eleven subjects without which nothing may be frozen, and where each of them stands: a block of text, and for some
 * also structured data, because a chapter that only refers to another document agrees nothing.
 */
export const mandatorySubjects = [
	{ subject: "purpose", block: "verstaendnis" },
	{ subject: "roles", block: "rollen" },
	{ subject: "handover", block: "uebergabe", needs: "duties" },
	{ subject: "finance", block: "finanzplan", needs: "costs" },
	{ subject: "cost-scale", block: "finanzplan", needs: "costs" },
	{ subject: "time", block: "terminplan", needs: "milestones" },
	{ subject: "funding-conditions", block: "foerderbedingungen" },
	{ subject: "public-relations", block: "oeffentlichkeit" },
	{ subject: "information", block: "information" },
	{ subject: "operating-costs", block: "betriebskosten", needs: "commitments" },
	{ subject: "term", block: "ende" },
] as const satisfies readonly {
	subject: string;
	block: string;
	needs?: "duties" | "costs" | "milestones" | "commitments";
}[];
