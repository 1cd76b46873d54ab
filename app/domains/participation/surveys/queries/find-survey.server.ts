import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { lastMomentFor, nextOpeningFor } from "../../processes/index";
import { type FoundProcess, isOpenFor, processAt, processById } from "../../processes/index.server";
import { type Question, storedQuestion } from "../question";

const included = { mends: { orderBy: { at: "asc" } } } as const;
type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
export type FoundSurvey = Omit<Row, "questions"> & { questions: Question[]; process: FoundProcess };

function rowOf(view: Pick<View, "db">, id: string) {
	return view.db.survey.findUnique({ where: { id }, include: included });
}

function given(row: Row, process: FoundProcess): FoundSurvey {
	return { ...row, questions: storedQuestion.array().parse(row.questions), process };
}

export type SurveyAddress = { place: string; process: string; survey: string };

/** A survey by its address, as far as this reader may see the process. @throws NotFound */
export async function surveyAt(view: View, at: SurveyAddress & { preview?: string | null }): Promise<FoundSurvey> {
	const process = await processAt(view, at);
	const position = /^[1-9]\d{0,3}$/.test(at.survey) ? Number(at.survey) : 0;
	const row = await view.db.survey.findUnique({
		where: { processId_position: { processId: process.id, position } },
		include: included,
	});
	if (!row) throw new NotFound();
	return given(row, process);
}

/** A survey by its id, for acts that already know it; the caller asks the policy. @throws NotFound */
export async function surveyById(view: Pick<View, "db" | "now">, id: string): Promise<FoundSurvey> {
	const row = await rowOf(view, id);
	if (!row) throw new NotFound();
	return given(row, await processById(view, row.processId));
}

/** The form behind a secret address, with its survey. @throws NotFound */
export async function formBy(view: Pick<View, "db" | "now">, token: string) {
	const answer = await view.db.surveyAnswer.findUnique({ where: { tokenHash: hashToken(token) } });
	if (!answer) throw new NotFound();
	return { answer, survey: await surveyById(view, answer.surveyId) };
}

/** When a survey can be answered: now, from a moment on, or until when it was. */
export function answeringWhen(view: Pick<View, "now">, process: FoundProcess) {
	return {
		open: isOpenFor(process, "survey", view.now),
		from: nextOpeningFor(process.phases, "survey", view.now),
		until: lastMomentFor(process.phases, "survey"),
	};
}

/** The page of a survey below its process. */
export function surveyPath({ process, position }: Pick<FoundSurvey, "process" | "position">): string {
	return `/o/${process.organisation.space?.slug ?? ""}/beteiligung/${process.slug}/umfrage/${position}`;
}

/** What every page of a survey says of it. */
export function headOf(survey: FoundSurvey) {
	const { process } = survey;
	return {
		id: survey.id,
		number: survey.position,
		title: survey.title,
		intro: survey.intro,
		path: surveyPath(survey),
		staffPath: surveyPath(survey).replace("/beteiligung/", "/verwaltung/beteiligung/"),
		place: {
			slug: process.organisation.space?.slug ?? "",
			name: process.organisation.space?.name ?? process.organisation.shortName,
		},
		process: { slug: process.slug, title: process.title },
	};
}
