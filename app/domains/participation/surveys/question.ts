import { z } from "zod";

/** What can be asked. */
export const questionKinds = [
	"single",
	"multiple",
	"scale",
	"matrix",
	"ranking",
	"number",
	"text",
	"place",
	"file",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

const option = z.object({ key: z.string(), label: z.string() });
export type Option = z.output<typeof option>;

export const storedQuestion = z.object({
	key: z.string(),
	kind: z.enum(questionKinds),
	title: z.string(),
	hint: z.string().nullable(),
	required: z.boolean(),
	/** Begins a page of its own. */
	newPage: z.boolean(),
	/** What can be chosen or ranked; the columns of a matrix. */
	options: z.array(option),
	/** The rows of a matrix. */
	rows: z.array(option),
	/** "Sonstiges" with words of one's own. */
	other: z.boolean(),
	/** Fewest and most choices, smallest and largest number; `max` alone: steps of a scale, letters of a text. */
	min: z.number().nullable(),
	max: z.number().nullable(),
	/** What the ends of a scale mean. */
	low: z.string().nullable(),
	high: z.string().nullable(),
	/** Shown only when an earlier question was answered with this. */
	condition: z.object({ question: z.string(), option: z.string() }).nullable(),
});
export type Question = z.output<typeof storedQuestion>;

/** By what somebody who answers is known: an account or a confirmed address, or the one-time code of a letter. */
export const electorates = ["mail", "letter"] as const;
export type Electorate = (typeof electorates)[number];

export const surveyLimits = { questions: 60, options: 30, words: 300, textMost: 3_000, scaleMost: 10 } as const;
/** The key of "Sonstiges" among the choices. */
export const otherKey = "other";

/** Kinds that the condition of a later question can ask about. */
export function canSteer({ kind }: Question): boolean {
	return kind === "single" || kind === "multiple" || kind === "scale";
}

/** The steps of a scale, from 1. */
export function stepsOf({ max }: Pick<Question, "max">): number[] {
	return Array.from({ length: max ?? 5 }, (_, index) => index + 1);
}

/** What can be chosen in a question that steers others: keys and words. */
export function choicesOf(question: Question): Option[] {
	if (question.kind === "scale") return stepsOf(question).map((step) => ({ key: String(step), label: String(step) }));
	return question.options;
}

/**
 * The questions page by page. A question also begins a page when it depends on an answer of the page before it, so that
 * every condition is decided when its page is drawn, without JavaScript.
 */
export function pagesOf(questions: readonly Question[]): Question[][] {
	const pages: Question[][] = [];
	for (const question of questions) {
		const page = pages.at(-1);
		const steered = page?.some(({ key }) => key === question.condition?.question);
		if (!page || question.newPage || steered) pages.push([question]);
		else page.push(question);
	}
	return pages;
}

export type OrderProblem = "condition-needs-earlier" | "condition-needs-option";

/**
 * Whether every condition asks about an earlier question and one of its choices. Since conditions only look back, they
 * cannot run in circles.
 */
export function orderProblem(questions: readonly Question[]): OrderProblem | null {
	for (const [index, { condition }] of questions.entries()) {
		if (!condition) continue;
		const source = questions.slice(0, index).find(({ key }) => key === condition.question);
		if (!source || !canSteer(source)) return "condition-needs-earlier";
		if (!choicesOf(source).some(({ key }) => key === condition.option)) return "condition-needs-option";
	}
	return null;
}

export type QuestionProblem =
	| "title-missing"
	| "too-long"
	| "options-too-few"
	| "options-too-many"
	| "options-twice"
	| "rows-missing"
	| "bounds-wrong";

/** What is wrong with one question, with the field it belongs to. */
export function questionProblems(question: Question): { code: QuestionProblem; field: string }[] {
	const problems: { code: QuestionProblem; field: string }[] = [];
	const labels = (list: readonly Option[]) => list.map(({ label }) => label);
	if (question.title === "") problems.push({ code: "title-missing", field: "title" });
	if (question.title.length > surveyLimits.words) problems.push({ code: "too-long", field: "title" });
	if ((question.hint ?? "").length > surveyLimits.words) problems.push({ code: "too-long", field: "hint" });
	for (const end of ["low", "high"] as const) {
		if ((question[end] ?? "").length > surveyLimits.words) problems.push({ code: "too-long", field: end });
	}
	for (const field of ["options", "rows"] as const) {
		const list = labels(question[field]);
		if (list.length > surveyLimits.options) problems.push({ code: "options-too-many", field });
		if (list.some((label) => label.length > surveyLimits.words)) problems.push({ code: "too-long", field });
		if (new Set(list).size < list.length) problems.push({ code: "options-twice", field });
	}
	if (hasOptions(question.kind) && question.options.length + (question.other ? 1 : 0) < 2) {
		problems.push({ code: "options-too-few", field: "options" });
	}
	if (question.kind === "matrix" && question.rows.length === 0) problems.push({ code: "rows-missing", field: "rows" });
	if (boundsAreWrong(question)) problems.push({ code: "bounds-wrong", field: "max" });
	return problems;
}

export function hasOptions(kind: QuestionKind): boolean {
	return kind === "single" || kind === "multiple" || kind === "matrix" || kind === "ranking";
}

function boundsAreWrong({ kind, min, max, options, other }: Question): boolean {
	if (min !== null && max !== null && min > max) return true;
	if (kind === "number" || (min === null && max === null)) return false;
	if ([min, max].some((bound) => bound !== null && (!Number.isInteger(bound) || bound < 0))) return true;
	if (kind === "scale") return max !== null && (max < 2 || max > surveyLimits.scaleMost);
	if (kind === "text") return max !== null && (max < 1 || max > surveyLimits.textMost);
	if (kind === "multiple") return Math.max(min ?? 0, max ?? 1) > options.length + (other ? 1 : 0) || max === 0;
	return false;
}

/**
 * Options out of lines, one each. Before the first answer a line that stays the same keeps its key and a changed one gets a
 * new key; afterwards (`frozen`) lines are the same options in other words.
 * @returns null when the number of lines may no longer change
 */
export function optionsFrom(text: string, before: readonly Option[], frozen: boolean): Option[] | null {
	const lines = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
	if (frozen) {
		if (lines.length !== before.length) return null;
		return before.map(({ key }, index) => ({ key, label: lines[index] ?? "" }));
	}
	let next = Math.max(0, ...before.map(({ key }) => Number(key.slice(1)) || 0));
	return lines.map((label) => {
		const known = before.find((one) => one.label === label);
		if (known) return known;
		next += 1;
		return { key: `o${next}`, label };
	});
}

/** A key that no question of the survey has had. */
export function nextKey(questions: readonly Question[]): string {
	return `f${Math.max(0, ...questions.map(({ key }) => Number(key.slice(1)) || 0)) + 1}`;
}

/** A question of this kind with nothing written yet. */
export function emptyQuestion(key: string, kind: QuestionKind): Question {
	return {
		key,
		kind,
		title: "",
		hint: null,
		required: false,
		newPage: false,
		options: [],
		rows: [],
		other: false,
		min: null,
		max: kind === "scale" ? 5 : null,
		low: null,
		high: null,
		condition: null,
	};
}
