/** Kinds of questions, in the order of the form. */
export const questionKinds = ["TEXT", "RATING", "CHOICE"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const ratings = ["1", "2", "3", "4", "5"] as const;

export const surveyLimits = {
	questionsMost: 20,
	textMost: 300,
	optionsMost: 8,
	optionMost: 100,
	introMost: 2000,
	answerMost: 3000,
	/** A survey is open for at most so many days. */
	daysMost: 120,
} as const;

export type SurveyState = "draft" | "open" | "over";

/** Where a survey stands on a day (`YYYY-MM-DD`); its last day still counts. */
export function surveyState(survey: { openedAt: Date | null; closesOn: string }, day: string): SurveyState {
	if (!survey.openedAt) return "draft";
	return day <= survey.closesOn ? "open" : "over";
}

/** One option per line, as typed; empty lines and doubles are left out. */
export function optionsOf(text: string): string[] {
	const lines = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
	return [...new Set(lines)];
}

/** What is wrong with a question; null when nothing is. */
export function questionRefusal({ kind, options }: { kind: QuestionKind; options: readonly string[] }) {
	if (kind !== "CHOICE") return null;
	if (options.length < 2) return "options-missing" as const;
	if (options.length > surveyLimits.optionsMost) return "options-too-many" as const;
	return options.some((option) => option.length > surveyLimits.optionMost) ? ("option-too-long" as const) : null;
}

/** What is wrong with an answer; null when nothing is. An empty one is no answer, and nothing is wrong with it. */
export function answerRefusal(
	{ kind, options }: { kind: QuestionKind; options: readonly string[] },
	text: string,
): "answer-wrong" | "answer-too-long" | null {
	if (text === "") return null;
	if (text.length > surveyLimits.answerMost) return "answer-too-long";
	if (kind === "RATING") return ratings.some((rating) => rating === text) ? null : "answer-wrong";
	return kind === "CHOICE" && !options.includes(text) ? "answer-wrong" : null;
}

/** How often each answer was given to a question that has fixed ones, in their order, those that nobody gave included. */
export function counted(
	{ kind, options }: { kind: QuestionKind; options: readonly string[] },
	given: readonly string[],
): { answer: string; count: number }[] {
	const answers: readonly string[] = kind === "RATING" ? ratings : kind === "CHOICE" ? options : [];
	return answers.map((answer) => ({ answer, count: given.filter((one) => one === answer).length }));
}
