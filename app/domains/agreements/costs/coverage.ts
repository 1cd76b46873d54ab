import { Temporal } from "temporal-polyfill";
import type { Refusal } from "~/platform/outcome";

/** gesichert · unter Haushaltsvorbehalt · offen */
export const standings = ["secured", "reserved", "open"] as const;
export type Standing = (typeof standings)[number];

/** Where the money of a year comes from: Fördermittel, Eigenmittel, Gebühren, Beitrag von Partnern, Rücklage. */
export const coverKinds = ["own", "grant", "fees", "partner", "reserve"] as const;
export type CoverKind = (typeof coverKinds)[number];

/** Who pays a part of a year. Open money needs a person or body that is asked when it is missing. */
export type CoverLine = {
	year: number;
	label: string;
	cents: bigint;
	standing: Standing | null;
	bearer: string;
	/** Own money where nothing else is said. */
	kind?: CoverKind;
};

export type CoveredYear = {
	year: number;
	/** The first year in which no funding is promised any more, and all after it. */
	afterFunding: boolean;
	cost: bigint;
	secured: bigint;
	reserved: bigint;
	open: bigint;
	/** What nobody bears; zero when there is more than enough. */
	gap: bigint;
	lines: CoverLine[];
};

export type CoverageProblem = "cover-gap" | "cover-class-missing" | "cover-name-missing" | "cover-bearer-missing";

/**
 * Cost and cover of every year that occurs in either, in order. "Secured" never holds what depends on a budget.
 * @param fundingEnd last day of funding as `YYYY-MM-DD`, or null when there is none
 */
export function coverageOf(
	costs: readonly { year: number; cents: bigint }[],
	lines: readonly CoverLine[],
	fundingEnd: string | null,
): CoveredYear[] {
	const years = [...new Set([...costs, ...lines].map(({ year }) => year))].sort((a, b) => a - b);
	return years.map((year) => {
		const ofYear = lines.filter((line) => line.year === year);
		const sum = (standing: Standing) =>
			ofYear.filter((line) => line.standing === standing).reduce((total, { cents }) => total + cents, 0n);
		const cost = costs.filter((part) => part.year === year).reduce((total, { cents }) => total + cents, 0n);
		const [secured, reserved, open] = [sum("secured"), sum("reserved"), sum("open")];
		const missing = cost - secured - reserved - open;
		const afterFunding = fundingEnd === null || year > Number(fundingEnd.slice(0, 4));
		return { year, afterFunding, cost, secured, reserved, open, gap: missing > 0n ? missing : 0n, lines: ofYear };
	});
}

/** What keeps an agreement from being frozen: every year after the funding needs a class and a name for every cent. */
export function coverageProblems(years: readonly CoveredYear[]): Refusal<CoverageProblem>[] {
	return years
		.filter(({ afterFunding }) => afterFunding)
		.flatMap(({ year, gap, lines }) => {
			const problems: Refusal<CoverageProblem>[] = [];
			const at = (code: CoverageProblem, line: CoverLine) =>
				problems.push({ code, values: { year: String(year), label: line.label } });
			for (const line of lines.filter(({ cents }) => cents > 0n)) {
				if (line.standing === null) at("cover-class-missing", line);
				if (line.label.trim() === "") at("cover-name-missing", line);
				if (line.standing === "open" && line.bearer.trim() === "") at("cover-bearer-missing", line);
			}
			// A line without class counts nowhere, so its year would be told twice.
			if (gap > 0n && !lines.some(({ standing, cents }) => standing === null && cents > 0n)) {
				problems.push({ code: "cover-gap", values: { year: String(year), cents: gap.toString() } });
			}
			return problems;
		});
}

/** A promise of one party to bear the running costs, first and last day included. */
export type Commitment = { party: string; from: string; until: string };
export type CommitmentProblem = "commitment-missing" | "commitment-late" | "commitment-short";

/**
 * Whether the running costs are taken over without a break when the pilot ends, for at least as long as agreed
 * (behaviours 29 and 30). Several commitments may follow each other.
 * @param pilotEnd last day of the pilot as `YYYY-MM-DD`
 * @param months agreed length of the commitment
 */
export function commitmentProblems(
	pilotEnd: string,
	months: number,
	commitments: readonly Commitment[],
): Refusal<CommitmentProblem>[] {
	if (commitments.length === 0) return [{ code: "commitment-missing" }];
	const begin = Temporal.PlainDate.from(pilotEnd).add({ days: 1 });
	const needed = begin.add({ months }).subtract({ days: 1 }).toString();
	const inOrder = commitments.toSorted((a, b) => (a.from < b.from ? -1 : 1));
	let covered: string | null = null;
	for (const { from, until } of inOrder) {
		const expected: string =
			covered === null ? begin.toString() : Temporal.PlainDate.from(covered).add({ days: 1 }).toString();
		if (from > expected) break;
		if (covered === null || until > covered) covered = until;
	}
	if (covered === null) return [{ code: "commitment-late", values: { day: begin.toString() } }];
	return covered < needed ? [{ code: "commitment-short", values: { day: needed, months } }] : [];
}
