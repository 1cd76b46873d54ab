import { z } from "zod";
import { isDay } from "~/platform/day";
import { allows, type RelationType } from "../relation-type";
import {
	type Basis,
	bases,
	type Level,
	levels,
	type PartyKind,
	type Sector,
	sectors,
	type Visibility,
	visibilities,
} from "../vocabulary";
import { columnNames, type SheetColumn, type SheetRow, type SheetWords, sheetColumns } from "./contact-sheet";

export type SheetProblem = { code: SheetCode; values?: Record<string, string> };
export type SheetCode =
	| "key-missing"
	| "kind-unknown"
	| "kind-differs"
	| "sheet-name-missing"
	| "name-differs"
	| "sheet-email-wrong"
	| "sector-unknown"
	| "level-unknown"
	| "basis-unknown"
	| "visibility-unknown"
	| "type-unknown"
	| "sheet-type-not-between"
	| "target-missing"
	| "target-unknown"
	| "target-twice"
	| "target-itself"
	| "sheet-day-wrong"
	| "since-missing"
	| "sheet-period-empty"
	| "sheet-keep-until-wrong"
	| "sheet-too-long"
	| "was-forgotten";

/** A party of the table: all rows with its key together. */
export type SheetParty = {
	key: string;
	kind: PartyKind;
	name: string;
	givenName: string | null;
	familyName: string | null;
	email: string | null;
	phone: string | null;
	sector: Sector | null;
	level: Level | null;
	purpose: string;
	basis: Basis;
	source: string;
	visibility: Visibility;
	keepUntil: string | null;
};
/** A tie of a row; ends are keys of the table or ids of what is there. */
export type SheetTie = {
	from: { key: string };
	to: { key: string } | { id: string };
	type: string;
	role: string;
	since: string;
	lastDay: string | null;
};

export type SheetContext = {
	words: SheetWords;
	types: readonly RelationType[];
	/** What is there: own key, id and name; forgotten keys have an id of null. */
	known: readonly { id: string; key: string | null; name: string; kind: PartyKind }[];
	isForgotten(key: string): boolean;
	today: string;
	/** The last day that "Löschen am" may name. */
	latestEnd: string;
	/** What counts where a cell is empty. */
	usual: { purpose: string; source: string; keepUntil: string };
};

export type CheckedRow = { row: number; cells: Record<SheetColumn, string>; problems: SheetProblem[] };
export type CheckedSheet = { rows: CheckedRow[]; good: boolean; parties: SheetParty[]; ties: SheetTie[] };

const longest: Partial<Record<SheetColumn, number>> = {
	key: 80,
	email: 254,
	phone: 60,
	role: 120,
	purpose: 200,
	source: 200,
};

/** Checks a table against what is there; every row says what is wrong with it, all at once. Nothing is written. */
export function checkSheet(sent: readonly SheetRow[], context: SheetContext): CheckedSheet {
	const parties = new Map<string, SheetParty>();
	const ties: SheetTie[] = [];
	const checked: CheckedRow[] = sent.map(({ row, cells }) => {
		const problems: SheetProblem[] = [];
		for (const name of columnNames) {
			const most = longest[name] ?? 160;
			if (cells[name].length > most)
				problems.push({ code: "sheet-too-long", values: { column: sheetColumns[name], most: String(most) } });
		}
		const party = readParty(cells, context, problems);
		if (party) {
			const before = parties.get(party.key);
			if (before && before.kind !== party.kind) problems.push({ code: "kind-differs", values: { key: party.key } });
			else if (before && before.name !== party.name)
				problems.push({ code: "name-differs", values: { key: party.key } });
			else if (!before) parties.set(party.key, party);
		}
		return { row, cells, problems };
	});
	for (const one of checked) {
		const tie = readTie(one.cells, { parties, context, problems: one.problems });
		if (tie) ties.push(tie);
	}
	return {
		rows: checked,
		good: checked.every(({ problems }) => problems.length === 0),
		parties: [...parties.values()],
		ties,
	};
}

/** A word of the table as its code; empty is null, unknown is undefined. */
function codeOf<Word extends string>(
	text: string,
	words: Record<Word, string>,
	all: readonly Word[],
): Word | null | undefined {
	if (text === "") return null;
	const low = text.toLowerCase();
	return all.find((word) => words[word].toLowerCase() === low || word.toLowerCase() === low);
}

function readParty(
	cells: Record<SheetColumn, string>,
	context: SheetContext,
	problems: SheetProblem[],
): SheetParty | null {
	const { words, usual, today, latestEnd } = context;
	const before = problems.length;
	const kind = codeOf(cells.kind, words.kinds, ["PERSON", "ORGANISATION"]);
	const sector = codeOf(cells.sector, words.sectors, sectors);
	const level = codeOf(cells.level, words.levels, levels);
	const basis = codeOf(cells.basis, words.bases, bases);
	const visibility = codeOf(cells.visibility, words.visibilities, visibilities);
	if (!cells.key) problems.push({ code: "key-missing" });
	if (!kind) problems.push({ code: "kind-unknown", values: { word: cells.kind } });
	if (sector === undefined) problems.push({ code: "sector-unknown", values: { word: cells.sector } });
	if (level === undefined) problems.push({ code: "level-unknown", values: { word: cells.level } });
	if (basis === undefined) problems.push({ code: "basis-unknown", values: { word: cells.basis } });
	if (visibility === undefined) problems.push({ code: "visibility-unknown", values: { word: cells.visibility } });
	const name = kind === "PERSON" ? [cells.givenName, cells.familyName].filter(Boolean).join(" ") : cells.name;
	if (kind && (kind === "PERSON" ? cells.familyName : cells.name).length < 2)
		problems.push({ code: "sheet-name-missing" });
	if (cells.email && !z.email().safeParse(cells.email).success)
		problems.push({ code: "sheet-email-wrong", values: { word: cells.email } });
	const keepUntil = cells.keepUntil || usual.keepUntil;
	const ends = isDay(keepUntil) && keepUntil > today && keepUntil <= latestEnd;
	if (kind === "PERSON" && !ends) problems.push({ code: "sheet-keep-until-wrong", values: { word: keepUntil } });
	if (cells.key && context.isForgotten(cells.key)) problems.push({ code: "was-forgotten" });
	const there = context.known.find(({ key }) => key === cells.key);
	if (there && kind && there.kind !== kind) problems.push({ code: "kind-differs", values: { key: cells.key } });
	if (problems.length > before || !kind) return null;
	return {
		key: cells.key,
		kind,
		name,
		givenName: kind === "PERSON" ? cells.givenName || null : null,
		familyName: kind === "PERSON" ? cells.familyName : null,
		email: cells.email.toLowerCase() || null,
		phone: cells.phone || null,
		sector: kind === "PERSON" ? null : (sector ?? null),
		level: kind === "PERSON" ? null : (level ?? null),
		purpose: cells.purpose || usual.purpose,
		basis: basis ?? "TASK",
		source: cells.source || usual.source,
		visibility: visibility ?? "STAFF",
		keepUntil: kind === "PERSON" ? keepUntil : null,
	};
}

type Around = { parties: ReadonlyMap<string, SheetParty>; context: SheetContext; problems: SheetProblem[] };

function readTie(cells: Record<SheetColumn, string>, { parties, context, problems }: Around): SheetTie | null {
	if (!cells.type && !cells.target) return null;
	const before = problems.length;
	const low = cells.type.toLowerCase();
	const type = context.types.find(
		({ key, forward }) => key === cells.type || forward.de.toLowerCase() === low || forward.en.toLowerCase() === low,
	);
	if (!type) problems.push({ code: "type-unknown", values: { word: cells.type } });
	if (!cells.target) problems.push({ code: "target-missing" });
	for (const text of [cells.since, cells.lastDay]) {
		if (text && !isDay(text)) problems.push({ code: "sheet-day-wrong", values: { word: text } });
	}
	if (!cells.since) problems.push({ code: "since-missing" });
	if (cells.since && cells.lastDay && isDay(cells.since) && isDay(cells.lastDay) && cells.lastDay < cells.since) {
		problems.push({ code: "sheet-period-empty" });
	}
	const to = cells.target ? targetOf(cells, { parties, context, problems }) : null;
	const from = parties.get(cells.key);
	if (type && to && from && !allows(type, { from: from.kind, to: to.kind }))
		problems.push({ code: "sheet-type-not-between" });
	if (problems.length > before || !type || !to || !from) return null;
	return {
		from: { key: from.key },
		to: to.end,
		type: type.key,
		role: cells.role,
		since: cells.since,
		lastDay: cells.lastDay || null,
	};
}

/** Whom "mit" means: a key of the table or of what is there, otherwise a name that only one has. */
function targetOf(
	cells: Record<SheetColumn, string>,
	{ parties, context, problems }: Around,
): { end: SheetTie["to"]; kind: PartyKind } | null {
	const { target } = cells;
	const inTable = parties.get(target);
	const named = [...parties.values()].filter(({ name }) => name.toLowerCase() === target.toLowerCase());
	const there = context.known.filter(({ key }) => key === target);
	const byName = context.known.filter(
		({ name, key }) => name.toLowerCase() === target.toLowerCase() && !(key && parties.has(key)),
	);
	const found = inTable ? [inTable] : there.length > 0 ? there : [...named, ...byName];
	const [one] = found;
	if (!one) problems.push({ code: "target-unknown", values: { word: target } });
	else if (found.length > 1) problems.push({ code: "target-twice", values: { word: target } });
	else if ("key" in one && one.key === cells.key) problems.push({ code: "target-itself" });
	else return { end: "id" in one ? { id: one.id } : { key: one.key }, kind: one.kind };
	return null;
}
