import type { BudgetRule } from "./budget-rule.ts";
import type { Election, Project } from "./election.ts";

/** A table of a .pb file: one record per row, by the names of its header line. */
type Rows = Record<string, string>[];

/** A citizens' budget as a .pb file holds it (pabulib.org/format): everything that is needed to recount it. */
export type PabulibFile = {
	meta: Record<string, string>;
	projects: (Project & { name: string })[];
	/** "approval": a vote is worth 1; "points": each vote says how much. */
	ballot: "approval" | "points";
	/** One entry per voter, in the order of the file. */
	votes: { voter: string; points: Record<string, number> }[];
	/** The projects that the file says were selected; empty when it does not say. */
	selected: string[];
	election: Election;
};

/** A .pb file that cannot be read: where, and a code for why. */
export class UnreadablePabulib extends Error {
	override name = "UnreadablePabulib";
	constructor(
		code: "no-section" | "no-column" | "bad-number" | "unknown-project" | "bad-vote" | "vote-type" | "twice",
		detail: string,
	) {
		super(`${code}: ${detail}`);
	}
}

/**
 * Reads a .pb file. Amounts may have decimals (comma or point); all are brought to the smallest unit that occurs.
 * Votes "approval" and "choose-1" count 1 per project; "cumulative" and "scoring" count their points.
 * @throws UnreadablePabulib with where it stopped; ordinal votes are refused, because the format names no rule for them
 */
export function readPabulib(text: string): PabulibFile {
	const sections = sectionsOf(text);
	const meta = Object.fromEntries(
		rowsOf(sections, "META", ["key", "value"]).map(({ key, value }) => [key, value ?? ""]),
	);
	const projectRows = rowsOf(sections, "PROJECTS", ["project_id", "cost"]);
	const voteRows = rowsOf(sections, "VOTES", ["voter_id", "vote"]);
	const type = (meta.vote_type ?? "approval").trim().toLowerCase();
	const ballots: Record<string, "approval" | "points"> = {
		approval: "approval",
		"choose-1": "approval",
		cumulative: "points",
		scoring: "points",
	};
	const ballot = Object.hasOwn(ballots, type) ? ballots[type] : undefined;
	if (!ballot) throw new UnreadablePabulib("vote-type", type);

	const amounts = [meta.budget ?? "", ...projectRows.map(({ cost }) => cost ?? "")];
	const decimals = Math.max(...amounts.map((amount) => partsOf(amount)[1].length));
	const budget = wholeOf(meta.budget ?? "", decimals);
	const known = new Set<string>();
	const projects = projectRows.map((row) => {
		const id = row.project_id ?? "";
		if (id === "" || known.has(id)) throw new UnreadablePabulib("twice", `project ${id}`);
		known.add(id);
		const cost = wholeOf(row.cost ?? "", decimals);
		if (cost === 0n) throw new UnreadablePabulib("bad-number", `cost of project ${id}`);
		return {
			id,
			cost,
			name: row.name ?? "",
			exclusionGroup: row.exclusion_group || null,
			part: row.partial_budget || null,
		};
	});
	const votes = voteRows.map((row) => ({ voter: row.voter_id ?? "", points: pointsOf(row, ballot, known) }));
	return {
		meta,
		projects,
		ballot,
		votes,
		selected: projectRows.flatMap(({ project_id, selected }) => (selected === "1" ? (project_id ?? []) : [])),
		election: {
			budget,
			unit: 10n ** BigInt(decimals),
			projects,
			ballots: votes.map(({ points }) => ({ points, voters: 1 })),
		},
	};
}

function pointsOf(row: Record<string, string>, ballot: "approval" | "points", known: Set<string>) {
	const where = `voter ${row.voter_id}`;
	const ids = listOf(row.vote);
	const given = ballot === "points" ? listOf(row.points) : ids.map(() => "1");
	if (given.length !== ids.length) throw new UnreadablePabulib("bad-vote", where);
	const points: Record<string, number> = Object.create(null);
	for (const [index, id] of ids.entries()) {
		if (!known.has(id)) throw new UnreadablePabulib("unknown-project", `${id}, ${where}`);
		if (points[id] !== undefined) throw new UnreadablePabulib("bad-vote", where);
		const value = Number(given[index]);
		if (!Number.isSafeInteger(value) || value < 0) throw new UnreadablePabulib("bad-vote", where);
		if (value > 0) points[id] = value;
	}
	return points;
}

function listOf(text = ""): string[] {
	return text
		.split(",")
		.map((entry) => entry.trim())
		.filter((entry) => entry !== "");
}

/** Whole and decimal digits of an amount: "310000,50" → ["310000", "50"]; zeros at the end do not count. */
function partsOf(amount: string): [string, string] {
	const [, whole, decimals = ""] = /^(\d+)(?:[.,](\d+))?$/.exec(amount.trim()) ?? [];
	if (whole === undefined) throw new UnreadablePabulib("bad-number", amount);
	return [whole, decimals.replace(/0+$/, "")];
}

function wholeOf(amount: string, decimals: number): bigint {
	const [whole, rest] = partsOf(amount);
	return BigInt(whole + rest.padEnd(decimals, "0"));
}

const names = ["META", "PROJECTS", "VOTES"];

/** The lines below each section's name, split into cells; a cell may stand in quotes and then hold ";" and line ends. */
function sectionsOf(text: string): Map<string, string[][]> {
	const sections = new Map<string, string[][]>();
	let here: string[][] = [];
	for (const cells of linesOf(text.replace(/^\uFEFF/, ""))) {
		const [first = ""] = cells;
		const name = first.trim().toUpperCase();
		if (names.includes(name) && cells.slice(1).every((cell) => cell.trim() === "")) {
			here = [];
			sections.set(name, here);
		} else if (cells.some((cell) => cell.trim() !== "")) here.push(cells);
	}
	return sections;
}

function linesOf(text: string): string[][] {
	const lines: string[][] = [[""]];
	let quoted = false;
	const append = (letter: string) => {
		const line = lines.at(-1);
		if (line) line[line.length - 1] += letter;
	};
	for (let index = 0; index < text.length; index += 1) {
		const letter = text[index] ?? "";
		if (quoted) {
			if (letter !== '"') append(letter);
			else if (text[index + 1] === '"') {
				append('"');
				index += 1;
			} else quoted = false;
		} else if (letter === '"' && lines.at(-1)?.at(-1) === "") quoted = true;
		else if (letter === ";") lines.at(-1)?.push("");
		else if (letter === "\n") lines.push([""]);
		else if (letter !== "\r") append(letter);
	}
	return lines;
}

function rowsOf(sections: Map<string, string[][]>, name: string, needed: string[]): Rows {
	const [header, ...lines] = sections.get(name) ?? [];
	if (!header) throw new UnreadablePabulib("no-section", name);
	const columns = header.map((cell) => cell.trim().toLowerCase());
	for (const column of needed) {
		if (!columns.includes(column)) throw new UnreadablePabulib("no-column", `${name}: ${column}`);
	}
	return lines.map((cells) =>
		Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? "").trim()])),
	);
}

/**
 * Writes a .pb file that public tools read: META, PROJECTS with votes, VOTES without anything about voters.
 * The tie order and the rule stand in META under names of our own, which other tools pass over.
 * @param given amounts in cents; `voter` of each vote is the receipt
 */
export function writePabulib(given: {
	description: string;
	unit: string;
	country: string;
	dates: { begin: string; end: string };
	budget: bigint;
	ballot: "approval" | "points";
	rule: BudgetRule;
	projects: (Project & { name: string; votes: bigint; isSelected: boolean })[];
	votes: { voter: string; points: Record<string, number> }[];
}): string {
	const line = (...cells: string[]) => cells.map(quotedCell).join(";");
	const isPoints = given.ballot === "points";
	return [
		"META",
		line("key", "value"),
		line("description", given.description),
		line("country", given.country),
		line("unit", given.unit),
		line("instance", given.dates.end.slice(0, 4)),
		line("num_projects", String(given.projects.length)),
		line("num_votes", String(given.votes.length)),
		line("budget", euros(given.budget)),
		line("currency", "EUR"),
		line("vote_type", isPoints ? "cumulative" : "approval"),
		line("rule", given.rule.method === "greedy" ? "greedy" : "equalshares"),
		line("date_begin", given.dates.begin),
		line("date_end", given.dates.end),
		line("counting_rule", JSON.stringify(given.rule)),
		"PROJECTS",
		line("project_id", "cost", "votes", "name", "selected", "exclusion_group", "partial_budget"),
		...given.projects.map(({ id, cost, votes, name, isSelected, exclusionGroup, part }) =>
			line(id, euros(cost), String(votes), name, isSelected ? "1" : "0", exclusionGroup ?? "", part ?? ""),
		),
		"VOTES",
		line("voter_id", "vote", ...(isPoints ? ["points"] : [])),
		...given.votes.map(({ voter, points }) => {
			const entries = Object.entries(points);
			const ids = entries.map(([id]) => id).join(",");
			return line(voter, ids, ...(isPoints ? [entries.map(([, value]) => value).join(",")] : []));
		}),
		"",
	].join("\n");
}

function euros(cents: bigint): string {
	const digits = String(cents).padStart(3, "0");
	return digits.endsWith("00") ? digits.slice(0, -2) : `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function quotedCell(text: string): string {
	return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
