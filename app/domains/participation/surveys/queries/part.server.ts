import type { View } from "~/platform/world.server";
import { mayManageSurveys, mayReadResults } from "../policy.server";
import { pagesOf } from "../question";
import { answeringWhen, headOf, surveyById } from "./find-survey.server";

async function surveysOf(view: View, processId: string) {
	const rows = await view.db.survey.findMany({
		where: { processId },
		orderBy: { position: "asc" },
		take: 50,
		select: { id: true },
	});
	return Promise.all(rows.map(({ id }) => surveyById(view, id)));
}

/** The surveys of a process for its public page, or null when it has none; the page asked for the process itself. */
export async function loadSurveysPart(view: View, { id }: { id: string }) {
	const surveys = await surveysOf(view, id);
	const [first] = surveys;
	if (!first) return null;
	const { process } = first;
	return {
		answering: answeringWhen(view, process),
		mayReadResults: mayReadResults(view.actor, process, view.now),
		manageHref: mayManageSurveys(view.actor, process) ? headOf(first).staffPath.replace(/\/\d+$/, "") : null,
		surveys: surveys.map((survey) => ({
			number: survey.position,
			title: survey.title,
			/** Whether everybody was told what follows from it. */
			isTold: survey.resultToldAt !== null,
			questions: survey.questions.length,
			pages: pagesOf(survey.questions).length,
		})),
	};
}

export type LoadedSurveys = NonNullable<Awaited<ReturnType<typeof loadSurveysPart>>>;

/** What must be set up before the process may be published: questions, with something to choose where they ask for it. */
export async function missingForSurveys(
	view: View,
	processId: string,
): Promise<("questions" | "options" | "letters" | "phase")[]> {
	const surveys = await surveysOf(view, processId);
	const [first] = surveys;
	if (!first) return [];
	const lacksOptions = surveys.some(({ questions }) =>
		questions.some(({ kind, options, other }) => kind === "single" && options.length + (other ? 1 : 0) < 2),
	);
	return [
		...(surveys.some(({ questions }) => questions.length === 0) ? (["questions"] as const) : []),
		...((await lacksLetters(view, surveys)) ? (["letters"] as const) : []),
		...(lacksOptions ? (["options"] as const) : []),
		...(answeringWhen(view, first.process).until === null ? (["phase"] as const) : []),
	];
}

/** Whether nobody could answer one of them, because it wants codes of letters and has none. */
async function lacksLetters(view: View, surveys: readonly { id: string; electorate: string }[]): Promise<boolean> {
	const ids = surveys.filter(({ electorate }) => electorate === "letter").map(({ id }) => id);
	if (ids.length === 0) return false;
	const known = await view.db.surveyLetterCode.groupBy({ by: ["surveyId"], where: { surveyId: { in: ids } } });
	return known.length < ids.length;
}

/** How many surveys were answered and have no result note yet: all answers get one note together. */
export async function waitingInSurveys(view: View, processId: string): Promise<number> {
	return view.db.survey.count({ where: { processId, firstAnswerAt: { not: null }, resultToldAt: null } });
}
