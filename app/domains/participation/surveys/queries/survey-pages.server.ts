import { type Point, pointIn } from "~/domains/organisations";
import { placeMap } from "~/domains/organisations/index.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { processAt, worksFor } from "../../processes/index.server";
import { readAll, storedTyped, storedValues, textsIn, type Values } from "../answering";
import { mayEnterPaper, mayManageSurveys, mayReadAnswerFiles, mayReadResults } from "../policy.server";
import { pagesOf, type Question } from "../question";
import { resultOf } from "../results";
import { answeringWhen, type FoundSurvey, formBy, headOf, type SurveyAddress, surveyAt } from "./find-survey.server";

/** The front page of a survey. @throws NotFound */
export async function surveyPage(view: View, at: SurveyAddress) {
	const survey = await surveyAt(view, at);
	return {
		...headOf(survey),
		code: survey.code,
		questions: survey.questions.length,
		pages: pagesOf(survey.questions).length,
		answering: answeringWhen(view, survey.process),
		guestsWelcome: survey.process.guestsWelcome,
		isPerson: view.actor.kind === "person",
		byLetter: survey.electorate === "letter",
		mends: survey.mends.map(({ note, at: moment }) => ({ note, at: moment })),
		may: {
			readResults: mayReadResults(view.actor, survey.process, view.now),
			manage: mayManageSurveys(view.actor, survey.process),
		},
	};
}

/** All questions on one sheet: to print, and as the preview. @throws NotFound */
export async function surveySheet(view: View, at: SurveyAddress) {
	const survey = await surveyAt(view, at);
	const { space } = survey.process.organisation;
	return {
		...headOf(survey),
		code: survey.code,
		questions: survey.questions,
		answering: answeringWhen(view, survey.process),
		byLetter: survey.electorate === "letter",
		phone: space?.phone ?? null,
	};
}

/** Where a survey with this code stands. @throws NotFound */
export async function surveyAddress(view: View, code: string): Promise<string> {
	const row = await view.db.survey.findUnique({
		where: { code: code.toUpperCase() },
		select: {
			position: true,
			process: { select: { slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
		},
	});
	const place = row?.process.organisation.space?.slug;
	if (!row || !place) throw new NotFound();
	const survey = await surveyAt(view, { place, process: row.process.slug, survey: String(row.position) });
	return headOf(survey).path;
}

/** A form as its owner fills it in: its pages with what is shown, what was typed and what is still wrong. @throws NotFound */
export async function surveyForm(view: View, token: string) {
	const { answer, survey } = await formBy(view, token);
	const typed = storedTyped.parse(answer.typed);
	const { shown, problems, values } = readAll(survey.questions, typed);
	const visible = new Set(shown.map(({ key }) => key));
	const asksFor = (kind: Question["kind"]) => shown.some((question) => question.kind === kind);
	const head = headOf(survey);
	return {
		...head,
		/** The map in which places are chosen; null where nothing asks for one, or no county is known. */
		map: asksFor("place") ? await placeMap(view, head.place.slug) : null,
		fileNames: asksFor("file") ? await fileNamesOf(view, answer.id) : {},
		byLetter: survey.electorate === "letter",
		answering: answeringWhen(view, survey.process),
		guestsWelcome: survey.process.guestsWelcome,
		isPerson: view.actor.kind === "person",
		isConfirmed: answer.participantKey !== null,
		handedInAt: answer.handedInAt,
		receipt: answer.receipt,
		hasPendingCode: answer.codeHash !== null,
		typed,
		values,
		problems,
		// a page with nothing to show is passed over
		pages: pagesOf(survey.questions)
			.map((page) => page.filter(({ key }) => visible.has(key)))
			.filter((page) => page.length > 0),
	};
}

/** What the files of a form are called: id → name. Whoever has the form's address reads names, not files. */
async function fileNamesOf(view: Pick<View, "db">, answerId: string): Promise<Record<string, string>> {
	const files = await view.db.file.findMany({
		where: { subjectKind: "survey-answer", subjectId: answerId, removedAt: null },
		take: 60,
		select: { id: true, name: true },
	});
	return Object.fromEntries(files.map(({ id, name }) => [id, name]));
}

export type SurveyForm = Awaited<ReturnType<typeof surveyForm>>;

async function answersOf(view: Pick<View, "db">, surveyId: string) {
	const rows = await view.db.surveyAnswer.findMany({
		where: { surveyId, handedInAt: { not: null } },
		// by the receipt, which is random: the order says nothing about who came when
		orderBy: { receipt: "asc" },
		select: { id: true, values: true, channel: true, releasedTexts: true, hiddenTexts: true },
	});
	return rows.map((row) => ({ ...row, values: storedValues.parse(row.values ?? {}) }));
}

/** The results of a survey, question by question, with small groups withheld. @throws NotFound */
export async function surveyResults(view: View, at: SurveyAddress, otherLabel: string) {
	const survey = await surveyAt(view, at);
	// signing in would not help: it is not there for anybody yet
	if (!mayReadResults(view.actor, survey.process, view.now)) throw new NotFound();
	return resultsOf(view, survey, otherLabel);
}

async function resultsOf(view: View, survey: FoundSurvey, otherLabel: string) {
	const answers = await answersOf(view, survey.id);
	const values = answers.map((answer) => answer.values);
	const released = (key: string) => answers.filter(({ releasedTexts }) => releasedTexts.includes(key));
	const texts = (key: string) =>
		released(key).flatMap((answer) => textsIn(answer.values).flatMap((one) => (one.key === key ? [one.text] : [])));
	const places = (key: string) =>
		released(key).flatMap(({ values: given }): ShownPlace[] => {
			const value = given[key];
			return value && "place" in value ? [{ words: value.place, point: pointIn(value.point) }] : [];
		});
	const head = headOf(survey);
	const asksForPlaces = survey.questions.some(({ kind }) => kind === "place");
	return {
		...head,
		map: asksForPlaces ? await placeMap(view, head.place.slug) : null,
		answers: answers.length,
		onPaper: answers.filter(({ channel }) => channel !== "online").length,
		note: survey.resultNote,
		toldAt: survey.resultToldAt,
		mends: survey.mends.map(({ note, at }) => ({ note, at })),
		results: survey.questions.map((question) => ({
			...resultOf(question, values, otherLabel),
			texts: question.kind === "place" ? [] : texts(question.key),
			places: question.kind === "place" ? places(question.key) : [],
		})),
	};
}

/** A place that somebody named and that may be shown. */
export type ShownPlace = { words: string; point: Point | null };

export type SurveyResults = Awaited<ReturnType<typeof surveyResults>>;

/** The surveys of a process for the staff. @throws NotFound, Forbidden */
export async function managedSurveys(view: View, at: { place: string; process: string }) {
	const process = await processAt(view, at);
	demand((actor, given) => mayManageSurveys(actor, given) || worksFor(actor, given), view.actor, process);
	const surveys = await view.db.survey.findMany({
		where: { processId: process.id },
		orderBy: { position: "asc" },
		take: 50,
		select: { position: true, title: true, _count: { select: { answers: { where: { handedInAt: { not: null } } } } } },
	});
	return {
		process: { id: process.id, slug: process.slug, title: process.title },
		place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
		mayAdd: mayManageSurveys(view.actor, process),
		surveys: surveys.map(({ position, title, _count }) => ({ number: position, title, answers: _count.answers })),
	};
}

/** A survey as its staff work on it. @throws NotFound, Forbidden */
export async function managedSurvey(view: View, at: SurveyAddress) {
	const survey = await surveyAt(view, at);
	demand(mayEnterPaper, view.actor, survey.process);
	const answers = await answersOf(view, survey.id);
	const decided = (answer: (typeof answers)[number], key: string) =>
		answer.releasedTexts.includes(key) ? "shown" : answer.hiddenTexts.includes(key) ? "hidden" : "open";
	return {
		...headOf(survey),
		questions: survey.questions,
		isFrozen: survey.firstAnswerAt !== null,
		toldAt: survey.resultToldAt,
		answering: answeringWhen(view, survey.process),
		answers: answers.length,
		electorate: survey.electorate === "letter" ? ("letter" as const) : ("mail" as const),
		letters: await view.db.surveyLetterCode.count({ where: { surveyId: survey.id } }),
		map: survey.questions.some(({ kind }) => kind === "place") ? await placeMap(view, at.place) : null,
		files: await filesOfAnswers(view, survey, answers),
		mayManage: mayManageSurveys(view.actor, survey.process),
		texts: answers.flatMap((answer) =>
			textsIn(answer.values).map(({ key, text }) => ({
				answerId: answer.id,
				key,
				text,
				question: survey.questions.find((question) => question.key === key)?.title ?? "",
				state: decided(answer, key) as "shown" | "hidden" | "open",
			})),
		),
	};
}

/** The files that were handed in, for those who may open them. */
async function filesOfAnswers(
	view: View,
	{ questions, process }: FoundSurvey,
	answers: readonly { id: string; values: Values }[],
) {
	if (!mayReadAnswerFiles(view.actor, process, null)) return [];
	const asked = new Map(
		answers.flatMap(({ values }) =>
			Object.entries(values).flatMap(([key, value]): [string, string][] =>
				"file" in value ? [[value.file, key]] : [],
			),
		),
	);
	const files = await view.db.file.findMany({
		where: { id: { in: [...asked.keys()] }, removedAt: null },
		orderBy: { id: "asc" },
		take: 500,
		select: { id: true, name: true, bytes: true },
	});
	return files.map((file) => ({
		...file,
		href: `/datei/${file.id}`,
		question: questions.find(({ key }) => key === asked.get(file.id))?.title ?? "",
	}));
}

/** What those who change the questions need. @throws NotFound, Forbidden */
export async function surveyForChange(view: View, at: SurveyAddress) {
	const survey = await surveyAt(view, at);
	demand(mayManageSurveys, view.actor, survey.process);
	return { ...headOf(survey), questions: survey.questions, isFrozen: survey.firstAnswerAt !== null };
}
