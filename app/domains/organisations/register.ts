import { done, type Outcome, type Refusal } from "~/platform/outcome";

/**
 * The official register of municipalities (Destatis, GV-ISys, record format GV100AD): fixed width, 220 characters a
 * line, UTF-8. Positions (counted from 0) as the published record description gives them, checked against the file:
 *
 *   0–1    record type: 10 Land, 20 Regierungsbezirk, 30 Region, 40 Kreis, 50 Gemeindeverband, 60 Gemeinde
 *   2–9    date of the territory, YYYYMMDD, the same on every line
 *   10–17  key: Land 2, Regierungsbezirk 1, Kreis 2 (a Region uses one digit here), Gemeinde 3
 *   18–21  association
 *   22–71  name        72–121 seat of the administration        122–123 Textkennzeichen
 *   128–138 area in hectares   139–149 inhabitants   150–160 of them male   165–169 postal code   (Gemeinde only)
 */
const lineLength = 220;
const reportedProblems = 20;
const numberOfStates = 16;

export const registerLevels = ["STATE", "DISTRICT", "REGION", "COUNTY", "ASSOCIATION", "MUNICIPALITY"] as const;
export type RegisterLevel = (typeof registerLevels)[number];

type Common = {
	/** Line in the file, counted from 1. */
	line: number;
	/** Regionalschlüssel (ARS) of 2, 3, 5, 9 or 12 digits; a planning region has 4. */
	key: string;
	name: string;
	seat: string | null;
};

export type MunicipalityRecord = Common & {
	level: "MUNICIPALITY";
	/** Gemeindeschlüssel (AGS), 8 digits. It survives a change of association, the ARS does not. */
	ags: string;
	typeCode: string;
	areaHectares: number;
	inhabitants: number;
	postalCode: string | null;
};

export type RegisterRecord =
	| (Common & { level: "STATE" | "DISTRICT" | "REGION"; typeCode: null })
	| (Common & { level: "COUNTY" | "ASSOCIATION"; typeCode: string })
	| MunicipalityRecord;

export type RegisterFile = {
	/** Date of the territory, YYYY-MM-DD. */
	asOf: string;
	records: RegisterRecord[];
};

export type RegisterRefusal =
	| "register-empty"
	| "register-not-utf8"
	| "register-control-character"
	| "register-line-truncated"
	| "register-line-too-long"
	| "register-record-type-unknown"
	| "register-date-invalid"
	| "register-dates-mixed"
	| "register-key-not-numeric"
	| "register-name-missing"
	| "register-type-code-invalid"
	| "register-count-not-numeric"
	| "register-postal-code-invalid"
	| "register-key-doubled"
	| "register-parent-missing"
	| "register-children-missing"
	| "register-states-missing"
	| "register-more-problems";

type Problem = Refusal<RegisterRefusal>;

const levelOfType = new Map<string, RegisterLevel>([
	["10", "STATE"],
	["20", "DISTRICT"],
	["30", "REGION"],
	["40", "COUNTY"],
	["50", "ASSOCIATION"],
	["60", "MUNICIPALITY"],
]);

const keyLength: Record<RegisterLevel, number> = {
	STATE: 2,
	DISTRICT: 3,
	REGION: 4,
	COUNTY: 5,
	ASSOCIATION: 9,
	MUNICIPALITY: 12,
};

/**
 * Reads the register, the whole or nothing.
 * Refuses with the line number of every problem: at most the first 20, then `register-more-problems` with the total.
 * A file that ends early is found by its last line, its missing Länder, or a county or association without municipalities.
 */
export function parseRegister(bytes: Uint8Array): Outcome<RegisterFile, RegisterRefusal> {
	const problems: Problem[] = [];
	const records: RegisterRecord[] = [];
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let asOf: string | null = null;
	let line = 0;
	for (const raw of linesOf(bytes)) {
		line += 1;
		const text = decode(decoder, raw.bytes);
		if (text === null) {
			problems.push({ code: "register-not-utf8", values: { line } });
			continue;
		}
		// A last line without its line end was cut off, even where nothing but the end is missing.
		if (text.length < lineLength || !raw.ended) {
			problems.push({ code: "register-line-truncated", values: { line, length: text.length, expected: lineLength } });
			continue;
		}
		if (text.length > lineLength) {
			problems.push({ code: "register-line-too-long", values: { line, length: text.length, expected: lineLength } });
			continue;
		}
		// PostgreSQL refuses NUL in text, and no other control character belongs into a name.
		if (/\p{Cc}/u.test(text)) {
			problems.push({ code: "register-control-character", values: { line } });
			continue;
		}
		const date = dateOf(text);
		if (date === null) problems.push({ code: "register-date-invalid", values: { line, found: text.slice(2, 10) } });
		else if (asOf === null) asOf = date;
		else if (asOf !== date) {
			problems.push({ code: "register-dates-mixed", values: { line, found: date, expected: asOf } });
		}
		const record = parseLine(text, line);
		if ("code" in record) problems.push(record);
		else records.push(record);
	}
	// What hangs together can only be judged when every line could be read.
	if (line > 0 && problems.length === 0) problems.push(...problemsBetween(records));
	if (asOf === null && problems.length === 0) problems.push({ code: "register-empty" });
	if (asOf === null || problems.length > 0) return { done: false, refusals: firstOf(problems) };
	return done({ asOf, records });
}

function firstOf(problems: Problem[]): Problem[] {
	if (problems.length <= reportedProblems) return problems;
	return [
		...problems.slice(0, reportedProblems),
		{ code: "register-more-problems", values: { total: problems.length, shown: reportedProblems } },
	];
}

function* linesOf(bytes: Uint8Array): Generator<{ bytes: Uint8Array; ended: boolean }> {
	// A byte order mark is no part of the first line.
	let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	while (start < bytes.length) {
		const newline = bytes.indexOf(0x0a, start);
		const ended = newline >= 0;
		const end = ended ? newline : bytes.length;
		const beforeReturn = end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
		yield { bytes: bytes.subarray(start, beforeReturn), ended };
		start = end + 1;
	}
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string | null {
	try {
		return decoder.decode(bytes);
	} catch {
		return null;
	}
}

function dateOf(text: string): string | null {
	const digits = text.slice(2, 10);
	if (!/^\d{8}$/.test(digits)) return null;
	const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
	const moment = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null;
}

function parseLine(text: string, line: number): RegisterRecord | Problem {
	const level = levelOfType.get(text.slice(0, 2));
	if (!level) return { code: "register-record-type-unknown", values: { line, found: text.slice(0, 2) } };
	const key = keyOf(level, text);
	if (!/^\d+$/.test(key) || key.length !== keyLength[level]) {
		return { code: "register-key-not-numeric", values: { line, found: key } };
	}
	const name = text.slice(22, 72).trim();
	if (name === "") return { code: "register-name-missing", values: { line } };
	const common: Common = { line, key, name, seat: text.slice(72, 122).trim() || null };
	if (level === "STATE" || level === "DISTRICT" || level === "REGION") return { ...common, level, typeCode: null };
	const typeCode = text.slice(122, 124);
	// The first digit repeats the level. The second is not checked against a list: the register adds kinds over the years.
	if (!/^\d\d$/.test(typeCode) || typeCode[0] !== text[0]) {
		return { code: "register-type-code-invalid", values: { line, found: typeCode } };
	}
	if (level !== "MUNICIPALITY") return { ...common, level, typeCode };
	for (const [start, end] of [
		[128, 139],
		[139, 150],
		[150, 161],
	] as const) {
		const count = text.slice(start, end);
		if (!/^\d{11}$/.test(count)) {
			return { code: "register-count-not-numeric", values: { line, column: start + 1, found: count.trim() } };
		}
	}
	const postalCode = text.slice(165, 170).trim();
	if (postalCode !== "" && !/^\d{5}$/.test(postalCode)) {
		return { code: "register-postal-code-invalid", values: { line, found: postalCode } };
	}
	return {
		...common,
		level,
		typeCode,
		ags: text.slice(10, 18),
		areaHectares: Number(text.slice(128, 139)),
		inhabitants: Number(text.slice(139, 150)),
		postalCode: postalCode || null,
	};
}

function keyOf(level: RegisterLevel, text: string): string {
	if (level === "ASSOCIATION") return text.slice(10, 15) + text.slice(18, 22);
	if (level === "MUNICIPALITY") return text.slice(10, 15) + text.slice(18, 22) + text.slice(15, 18);
	return text.slice(10, 10 + keyLength[level]).trim();
}

/** The key one level up that must be listed too; null at the top. */
function parentKeyOf(record: RegisterRecord): { level: RegisterLevel; key: string } | null {
	switch (record.level) {
		case "STATE":
			return null;
		case "DISTRICT":
			return { level: "STATE", key: record.key.slice(0, 2) };
		case "REGION":
			return { level: "DISTRICT", key: record.key.slice(0, 3) };
		case "COUNTY":
			// Digit 0: this Land has no districts.
			return record.key[2] === "0"
				? { level: "STATE", key: record.key.slice(0, 2) }
				: { level: "DISTRICT", key: record.key.slice(0, 3) };
		case "ASSOCIATION":
			// 000 9999: territory of the Land itself, below no county (coastal waters, the border river with Luxembourg).
			return record.key.endsWith("0009999")
				? { level: "STATE", key: record.key.slice(0, 2) }
				: { level: "COUNTY", key: record.key.slice(0, 5) };
		case "MUNICIPALITY":
			return { level: "ASSOCIATION", key: record.key.slice(0, 9) };
	}
}

function problemsBetween(records: RegisterRecord[]): Problem[] {
	const problems: Problem[] = [];
	const firstLine = new Map<string, number>();
	const agsLine = new Map<string, number>();
	const withChildren = new Set<string>();
	for (const record of records) {
		const place = `${record.level} ${record.key}`;
		const known =
			firstLine.get(place) ?? (record.level === "MUNICIPALITY" ? agsLine.get(record.ags) : undefined) ?? null;
		if (known !== null) {
			problems.push({ code: "register-key-doubled", values: { line: record.line, key: record.key, first: known } });
		} else {
			firstLine.set(place, record.line);
			if (record.level === "MUNICIPALITY") agsLine.set(record.ags, record.line);
		}
	}
	for (const record of records) {
		const parent = parentKeyOf(record);
		if (parent === null) continue;
		const place = `${parent.level} ${parent.key}`;
		withChildren.add(place);
		if (!firstLine.has(place)) {
			problems.push({
				code: "register-parent-missing",
				values: { line: record.line, key: record.key, parent: parent.key },
			});
		}
	}
	for (const record of records) {
		if (record.level !== "COUNTY" && record.level !== "ASSOCIATION") continue;
		if (!withChildren.has(`${record.level} ${record.key}`)) {
			problems.push({ code: "register-children-missing", values: { line: record.line, key: record.key } });
		}
	}
	const states = records.filter((record) => record.level === "STATE").length;
	if (states < numberOfStates) {
		problems.push({ code: "register-states-missing", values: { found: states, expected: numberOfStates } });
	}
	return problems.sort((a, b) => Number(a.values?.line ?? Infinity) - Number(b.values?.line ?? Infinity));
}
