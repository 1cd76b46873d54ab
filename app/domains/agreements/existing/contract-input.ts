import { isDay } from "~/platform/day";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { parseEuros } from "../costs/money-input";
import { checkText, type TextRefusal } from "../drafting/text-check";

/** So many parties and lines one contract has at most; more is a file that slipped in. */
const most = { parties: 60, lines: 200, text: 5_000 } as const;

export type YearAmount = { party: number; year: number; cents: bigint };

export type AmountRefusal =
	| "amounts-line"
	| "amounts-year"
	| "amounts-money"
	| "amounts-party"
	| "amounts-twice"
	| "amounts-many";

/**
 * Reads yearly amounts as people type them fast, one line for each: "2026-2030: 12.000,00" or "2027: 500; Thür". The amount
 * counts for every year of the span; the party behind the semicolon pays it, without one the first party does.
 * @param parties names in the order of the contract
 * @returns refused with the number of the line that cannot be read
 */
export function readYearAmounts(text: string, parties: readonly string[]): Outcome<YearAmount[], AmountRefusal> {
	const lines = text
		.split(/\n|\|/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
	if (lines.length > most.lines) return refused("amounts-many", { field: "amounts", values: { most: most.lines } });
	const amounts: YearAmount[] = [];
	for (const [index, line] of lines.entries()) {
		const at = (code: AmountRefusal, values: Record<string, string | number> = {}) =>
			refused(code, { field: "amounts", values: { line: index + 1, ...values } });
		const [, first = "", last = first, amount = "", named = ""] =
			/^(\d{4})(?:\s*[-–]\s*(\d{4}))?\s*:\s*([^;]+?)\s*(?:;\s*(.*))?$/.exec(line) ?? [];
		if (first === "") return at("amounts-line");
		const [from, until] = [Number(first), Number(last)];
		if (from < 2000 || until > 2200 || until < from) return at("amounts-year");
		const cents = parseEuros(amount);
		if (!cents.done) return at("amounts-money");
		const name = named.trim().toLocaleLowerCase("de");
		const party = name === "" ? 0 : parties.findIndex((one) => one.toLocaleLowerCase("de") === name);
		if (party < 0) return at("amounts-party", { party: named.trim() });
		for (let year = from; year <= until; year += 1) {
			if (amounts.some((known) => known.year === year && known.party === party)) return at("amounts-twice", { year });
			amounts.push({ party, year, cents: cents.value });
		}
	}
	return done(amounts);
}

/** The same back as lines, spans joined where the amount stays. @param euros an amount as it is typed */
export function yearLines(
	amounts: readonly YearAmount[],
	parties: readonly string[],
	euros: (cents: bigint) => string,
): string {
	const spans: { party: number; from: number; until: number; cents: bigint }[] = [];
	for (const { party, year, cents } of amounts.toSorted((a, b) => a.party - b.party || a.year - b.year)) {
		const last = spans.at(-1);
		if (last && last.party === party && last.until === year - 1 && last.cents === cents) last.until = year;
		else spans.push({ party, from: year, until: year, cents });
	}
	return spans
		.map(({ party, from, until, cents }) => {
			const years = from === until ? String(from) : `${from}-${until}`;
			return `${years}: ${euros(cents)}${party === 0 ? "" : `; ${parties[party] ?? ""}`}`;
		})
		.join("\n");
}

/** A contract as it is typed, all as text. */
export type Typed = {
	title: string;
	/** One name a line, or with semicolons; the own organisation is party already. */
	parties: string;
	signedOn: string;
	startsOn: string;
	/** Last day. */
	lastDay: string;
	noticeMonths: string;
	fileNumber: string;
	purpose: string;
	amounts: string;
};

export type ContractInput = {
	title: string;
	parties: string[];
	signedOn: string | null;
	startsOn: string;
	lastDay: string | null;
	noticeMonths: number | null;
	fileNumber: string;
	purpose: string;
	amounts: YearAmount[];
};

export type ContractRefusal =
	| "contract-title"
	| "contract-parties"
	| "contract-party-twice"
	| "date-invalid"
	| "period-empty"
	| "contract-notice"
	| "contract-long"
	| TextRefusal
	| AmountRefusal;

/** A day as a field or a table gives it: 2026-11-22 or 22.11.2026; null when empty, undefined when it is none. */
function readDay(typed: string): string | null | undefined {
	const text = typed.trim();
	if (text === "") return null;
	const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
	const iso = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.slice(0, 10);
	return isDay(iso) ? iso : undefined;
}

/**
 * Checks a contract that somebody typed or that stands in a row of a table.
 * @param own the name of the organisation that enters it: always the first party
 * @returns everything that is wrong at once, each with its field
 */
export function readContract(typed: Typed, own: string): Outcome<ContractInput, ContractRefusal> {
	const refusals: Refusal<ContractRefusal>[] = [];
	const refuse = (code: ContractRefusal, field: string) => refusals.push({ code, field });
	for (const field of ["title", "parties", "fileNumber", "purpose"] as const) {
		const checked = checkText(typed[field]);
		if (!checked.done) refusals.push(...checked.refusals.map((refusal) => ({ ...refusal, field })));
	}
	const title = typed.title.trim().normalize("NFC");
	if (title === "" || title.length > 300) refuse("contract-title", "title");
	const others = typed.parties
		.split(/[\n;]/)
		.map((name) => name.trim().normalize("NFC"))
		.filter((name) => name !== "" && name.toLocaleLowerCase("de") !== own.toLocaleLowerCase("de"));
	if (others.length === 0 || others.length > most.parties) refuse("contract-parties", "parties");
	if (new Set(others.map((name) => name.toLocaleLowerCase("de"))).size < others.length) {
		refuse("contract-party-twice", "parties");
	}
	const [signedOn, startsOn, lastDay] = [typed.signedOn, typed.startsOn, typed.lastDay].map(readDay);
	if (signedOn === undefined) refuse("date-invalid", "signedOn");
	if (!startsOn) refuse("date-invalid", "startsOn");
	if (lastDay === undefined) refuse("date-invalid", "lastDay");
	if (startsOn && lastDay && lastDay < startsOn) refuse("period-empty", "lastDay");
	const months = typed.noticeMonths.trim();
	if (months !== "" && !/^(?:\d|[1-9]\d|1[01]\d|120)$/.test(months)) refuse("contract-notice", "noticeMonths");
	for (const field of ["purpose", "fileNumber"] as const) {
		if (typed[field].length > most.text) refuse("contract-long", field);
	}
	const parties = [own, ...others];
	const amounts = readYearAmounts(typed.amounts, parties);
	if (!amounts.done) refusals.push(...amounts.refusals);
	if (refusals.length > 0 || !amounts.done) return { done: false, refusals };
	return done({
		title,
		parties,
		signedOn: signedOn ?? null,
		startsOn: startsOn ?? "",
		lastDay: lastDay ?? null,
		noticeMonths: months === "" ? null : Number(months),
		fileNumber: typed.fileNumber.trim().normalize("NFC"),
		purpose: typed.purpose.trim().normalize("NFC"),
		amounts: amounts.value,
	});
}

/** A contract as the form shows it when it is changed. @param euros an amount as it is typed */
export function typedAgain(
	{ parties, amounts, noticeMonths, signedOn, lastDay, ...contract }: ContractInput,
	euros: (cents: bigint) => string,
): Typed {
	return {
		title: contract.title,
		parties: parties.slice(1).join("\n"),
		signedOn: signedOn ?? "",
		startsOn: contract.startsOn,
		lastDay: lastDay ?? "",
		noticeMonths: noticeMonths?.toString() ?? "",
		fileNumber: contract.fileNumber,
		purpose: contract.purpose,
		amounts: yearLines(amounts, parties, euros),
	};
}

/** What can be changed of an entry besides what is typed: the kind of costs, and a scan that is added. */
export const changeFields = [
	"title",
	"parties",
	"amounts",
	"costClass",
	"startsOn",
	"lastDay",
	"noticeMonths",
	"signedOn",
	"fileNumber",
	"purpose",
	"scan",
] as const;
export type ChangeField = (typeof changeFields)[number];
export type FieldChange = { field: ChangeField; before: string; after: string };

/** Field by field what is different, in the order of the form. */
export function changedFields(
	before: Partial<Record<ChangeField, string>>,
	after: Partial<Record<ChangeField, string>>,
): FieldChange[] {
	return changeFields.flatMap((field) => {
		const [was, is] = [before[field] ?? "", after[field] ?? ""];
		return was === is ? [] : [{ field, before: was, after: is }];
	});
}

/**
 * What makes two entries the same contract: name, file number, first day and the partners in any order. Amounts and the end
 * may have been typed differently, or changed since.
 */
export function contractKey({
	title,
	fileNumber,
	startsOn,
	parties,
}: Pick<ContractInput, "title" | "fileNumber" | "startsOn" | "parties">): string {
	const folded = (text: string) => text.normalize("NFC").toLocaleLowerCase("de").replaceAll(/\s+/g, " ").trim();
	return JSON.stringify([folded(title), folded(fileNumber), startsOn, parties.map(folded).sort()]);
}
