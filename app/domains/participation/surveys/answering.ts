import { z } from "zod";
import { pointIn, pointText } from "~/domains/organisations";
import { otherKey, type Question, stepsOf, surveyLimits } from "./question";

/** What stands in the fields of a form: field name → what was typed or ticked. */
export const storedTyped = z.record(z.string(), z.array(z.string()));
export type TypedFields = z.output<typeof storedTyped>;

/** An answer to one question as it is counted. */
export const storedValue = z.union([
	z.object({ choices: z.array(z.string()), other: z.string().nullable() }),
	z.object({ rows: z.record(z.string(), z.string()) }),
	z.object({ ranks: z.array(z.string()) }),
	z.object({ number: z.number() }),
	z.object({ text: z.string() }),
	/** A place in words, and its point as "latitude,longitude". */
	z.object({ place: z.string(), point: z.string().nullable() }),
	/** The id of an attached file. */
	z.object({ file: z.uuid() }),
]);
export type Value = z.output<typeof storedValue>;
export const storedValues = z.record(z.string(), storedValue);
export type Values = z.output<typeof storedValues>;

export type AnswerProblem = {
	code:
		| "answer-missing"
		| "choices-too-few"
		| "choices-too-many"
		| "choice-unknown"
		| "other-missing"
		| "answer-too-long"
		| "number-unreadable"
		| "number-too-small"
		| "number-too-large"
		| "rows-open"
		| "ranks-twice"
		| "ranks-open"
		| "point-unreadable";
	field: string;
	values: Record<string, string | number>;
};

/** The names of the form fields of a question. */
export function fieldOf({ key }: Pick<Question, "key">, part?: string): string {
	return part === undefined ? key : `${key}-${part}`;
}

/** The part of a field's name that holds the coordinates of a place, and the map's picture. */
export const pointPart = "punkt";
export const mapPart = "karte";
/** Ticked to take a file off the form again. */
export const withoutPart = "weg";

/** The fields of a question that people type into or tick; a file comes on its own way, and is no text. */
function fieldNames(question: Question): string[] {
	if (question.kind === "file") return [];
	if (question.kind === "place") return [fieldOf(question), fieldOf(question, pointPart)];
	if (question.kind === "matrix") return question.rows.map(({ key }) => fieldOf(question, key));
	if (question.kind === "ranking") return question.options.map(({ key }) => fieldOf(question, key));
	return question.other ? [fieldOf(question), fieldOf(question, otherKey)] : [fieldOf(question)];
}

/** The fields beside which something can be wrong with the answers to these questions. */
export function namesOf(questions: readonly Question[]): Set<string> {
	return new Set(questions.flatMap((question) => [fieldOf(question), ...fieldNames(question)]));
}

/** Longer than any limit, so that nothing typed is lost and the rule says what is wrong. */
const mostKept = 20_000;

/** What a form sent for these questions; anything else it sent is left out. */
export function typedFrom(questions: readonly Question[], fields: FormData): TypedFields {
	return Object.fromEntries(
		questions.flatMap((question) =>
			fieldNames(question).map((name): [string, string[]] => [
				name,
				fields
					.getAll(name)
					.filter((value) => typeof value === "string")
					.slice(0, surveyLimits.options + 1)
					// PostgreSQL holds no U+0000, which no keyboard types
					.map((value) => value.replaceAll("\0", "").slice(0, mostKept)),
			]),
		),
	);
}

type Read = { value: Value | null; problems: AnswerProblem[] };
const nothing: Read = { value: null, problems: [] };

function problem(
	question: Question,
	code: AnswerProblem["code"],
	values: Record<string, string | number> = {},
	part?: string,
): Read {
	return {
		value: null,
		problems: [{ code, field: fieldOf(question, part), values: { title: question.title, ...values } }],
	};
}

function readChoices(question: Question, typed: TypedFields): Read {
	const choices = [...new Set((typed[fieldOf(question)] ?? []).filter((choice) => choice !== ""))];
	const known = new Set([...question.options.map(({ key }) => key), ...(question.other ? [otherKey] : [])]);
	if (choices.some((choice) => !known.has(choice))) return problem(question, "choice-unknown");
	const other = typed[fieldOf(question, otherKey)]?.[0]?.trim() ?? "";
	// who writes something of their own means it, ticked or not; one of one kind cannot be both
	if (question.other && other !== "" && !choices.includes(otherKey)) {
		if (question.kind === "multiple" || choices.length === 0) choices.push(otherKey);
	}
	if (choices.length === 0) return nothing;
	const least = question.min ?? 0;
	const most = question.kind === "single" ? 1 : (question.max ?? known.size);
	if (choices.length < least) return problem(question, "choices-too-few", { count: least });
	if (choices.length > most) return problem(question, "choices-too-many", { count: most });
	const tookOther = choices.includes(otherKey);
	if (tookOther && other === "") return problem(question, "other-missing", {}, otherKey);
	if (other.length > surveyLimits.words) {
		return problem(question, "answer-too-long", { count: surveyLimits.words }, otherKey);
	}
	return { value: { choices, other: tookOther ? other : null }, problems: [] };
}

function readMatrix(question: Question, typed: TypedFields): Read {
	const columns = new Set(question.options.map(({ key }) => key));
	const rows: Record<string, string> = {};
	for (const { key } of question.rows) {
		const chosen = typed[fieldOf(question, key)]?.[0] ?? "";
		if (chosen === "") continue;
		if (!columns.has(chosen)) return problem(question, "choice-unknown", {}, key);
		rows[key] = chosen;
	}
	if (Object.keys(rows).length === 0) return nothing;
	const open = question.rows.find(({ key }) => rows[key] === undefined);
	if (question.required && open) return problem(question, "rows-open", {}, open.key);
	return { value: { rows }, problems: [] };
}

function readRanking(question: Question, typed: TypedFields): Read {
	const ranked = question.options.flatMap(({ key }) => {
		const rank = Number(typed[fieldOf(question, key)]?.[0] ?? "");
		return Number.isInteger(rank) && rank >= 1 && rank <= question.options.length ? [{ key, rank }] : [];
	});
	if (ranked.length === 0) return nothing;
	const twice = ranked.find(({ rank }, index) => ranked.findIndex((one) => one.rank === rank) < index);
	if (twice) return problem(question, "ranks-twice", { rank: twice.rank }, twice.key);
	ranked.sort((one, two) => one.rank - two.rank);
	if (ranked.some(({ rank }, index) => rank !== index + 1)) {
		return problem(question, "ranks-open", {}, ranked[0]?.key);
	}
	return { value: { ranks: ranked.map(({ key }) => key) }, problems: [] };
}

/** A number as people write it in German ("1.234,5") or plainly ("1234.5"); null when it is none. */
export function numberFrom(text: string): number | null {
	const plain = text.replace(/[\s\u00a0']/g, "");
	if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
	if (/^[+-]?\d{1,15}([.,]\d{1,6})?$/.test(plain)) return Number(plain.replace(",", "."));
	return null;
}

function readWritten(question: Question, typed: TypedFields): Read {
	const written = typed[fieldOf(question)]?.[0]?.trim() ?? "";
	if (written === "") return nothing;
	if (question.kind === "text") {
		const most = question.max ?? surveyLimits.textMost;
		if (written.length > most) return problem(question, "answer-too-long", { count: most });
		return { value: { text: written }, problems: [] };
	}
	if (question.kind === "scale") {
		if (!stepsOf(question).some((step) => String(step) === written)) return problem(question, "choice-unknown");
		return { value: { number: Number(written) }, problems: [] };
	}
	const number = numberFrom(written);
	if (number === null) return problem(question, "number-unreadable");
	if (question.min !== null && number < question.min)
		return problem(question, "number-too-small", { bound: question.min });
	if (question.max !== null && number > question.max)
		return problem(question, "number-too-large", { bound: question.max });
	return { value: { number }, problems: [] };
}

function readPlace(question: Question, typed: TypedFields): Read {
	const place = typed[fieldOf(question)]?.[0]?.trim() ?? "";
	const written = typed[fieldOf(question, pointPart)]?.[0]?.trim() ?? "";
	const point = pointIn(written);
	if (written !== "" && !point) return problem(question, "point-unreadable", {}, pointPart);
	if (place.length > surveyLimits.words) return problem(question, "answer-too-long", { count: surveyLimits.words });
	if (place === "" && !point) return nothing;
	return { value: { place, point: point && pointText(point) }, problems: [] };
}

/** What stands here was written by the house when it took the file in. */
function readFile(question: Question, typed: TypedFields): Read {
	const file = z.uuid().safeParse(typed[fieldOf(question)]?.[0]);
	return file.success ? { value: { file: file.data }, problems: [] } : nothing;
}

/** Reads what was typed for one question; nothing typed is no value, which is a problem only where it is required. */
function readAnswer(question: Question, typed: TypedFields): Read {
	const readers = {
		single: readChoices,
		multiple: readChoices,
		matrix: readMatrix,
		ranking: readRanking,
		scale: readWritten,
		number: readWritten,
		text: readWritten,
		place: readPlace,
		file: readFile,
	};
	const read = readers[question.kind](question, typed);
	if (read.value || read.problems.length > 0 || !question.required) return read;
	const first =
		question.kind === "matrix" ? question.rows[0] : question.kind === "ranking" ? question.options[0] : undefined;
	return problem(question, "answer-missing", {}, first?.key);
}

/** Whether this value answers a condition. */
function holds(value: Value | undefined, option: string): boolean {
	if (!value) return false;
	if ("choices" in value) return value.choices.includes(option);
	return "number" in value && String(value.number) === option;
}

/**
 * Goes through the questions in their order: which are shown to somebody who answered like this, what they answered, and
 * what is still wrong. What was typed for a question that is not shown does not count.
 */
export function readAll(
	questions: readonly Question[],
	typed: TypedFields,
): { shown: Question[]; values: Values; problems: AnswerProblem[] } {
	const shown: Question[] = [];
	const values: Values = {};
	const problems: AnswerProblem[] = [];
	for (const question of questions) {
		const { condition } = question;
		if (condition && !holds(values[condition.question], condition.option)) continue;
		shown.push(question);
		const read = readAnswer(question, typed);
		if (read.value) values[question.key] = read.value;
		problems.push(...read.problems);
	}
	return { shown, values, problems };
}

/** The files that belong to answers. */
export function filesIn(values: Values): string[] {
	return Object.values(values).flatMap((value) => ("file" in value ? [value.file] : []));
}

/** The words that a person wrote freely, by question, and the places they chose: for moderation. */
export function textsIn(values: Values): { key: string; text: string }[] {
	return Object.entries(values).flatMap(([key, value]) => {
		if ("text" in value) return [{ key, text: value.text }];
		if ("place" in value) return [{ key, text: placeWords(value) }];
		return "choices" in value && value.other ? [{ key, text: value.other }] : [];
	});
}

/** A place in one line: its words, its coordinates, or both. */
export function placeWords({ place, point }: { place: string; point: string | null }): string {
	return [place, point?.replace(",", ", ")].filter(Boolean).join(" · ");
}
