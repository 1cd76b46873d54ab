import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { processById } from "../../processes/index.server";
import { mayManageSurveys } from "../policy.server";
import { type FoundSurvey, surveyById } from "../queries/find-survey.server";
import {
	emptyQuestion,
	nextKey,
	type OrderProblem,
	optionsFrom,
	orderProblem,
	type Question,
	type QuestionKind,
	type QuestionProblem,
	questionProblems,
	surveyLimits,
} from "../question";

/** Makes a survey with these questions, under the next number of its process. */
export async function createSurvey(world: ActWorld, processId: string, questions: Question[]) {
	const process = await processById(world, processId);
	// one after the other per process, so that two of them do not meet at the same number
	await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${processId}::uuid FOR UPDATE`;
	const { _max } = await world.db.survey.aggregate({ where: { processId }, _max: { position: true } });
	const position = (_max.position ?? 0) + 1;
	const id = newId(world.now);
	await world.db.survey.create({
		data: {
			id,
			processId,
			organisationId: process.organisationId,
			position,
			code: newCode(),
			title: process.title,
			intro: "",
			questions,
			createdAt: world.now,
		},
	});
	world.record({
		type: "participation.survey.begun",
		subject: { kind: "survey", id },
		ownerId: process.organisationId,
	});
	return { id, position };
}

/**
 * The survey a new process begins with, inside the act that makes it; a quick poll begins with its one question, in the
 * words of the title.
 */
export async function beginSurvey(world: ActWorld, processId: string): Promise<void> {
	const { recipe, title } = await processById(world, processId);
	const poll = { ...emptyQuestion("f1", "single"), title: title.slice(0, surveyLimits.words), required: true };
	await createSurvey(world, processId, recipe === "quick-poll" ? [poll] : []);
}

/** Adds one more survey to a process. @returns its number */
export const addSurvey = command(
	"participation.add-survey",
	async (world: ActWorld, { processId }: { processId: string }) => {
		demand(mayManageSurveys, world.actor, await processById(world, processId));
		return done(await createSurvey(world, processId, []));
	},
);

/** The survey with its row locked, so that editing and the first answer never cross. */
export async function lockedSurvey(world: ActWorld, id: string): Promise<FoundSurvey> {
	await world.db.$queryRaw`SELECT 1 FROM survey WHERE id = ${id}::uuid FOR UPDATE`;
	const survey = await surveyById(world, id);
	demand(mayManageSurveys, world.actor, survey.process);
	return survey;
}

export function recordChange(world: ActWorld, { id, organisationId }: FoundSurvey, facts: Record<string, string>) {
	world.record({
		type: "participation.survey.changed",
		subject: { kind: "survey", id },
		ownerId: organisationId,
		facts,
	});
}

/** Changes title and introduction; refuses an empty title and what is too long. */
export const describeSurvey = command(
	"participation.describe-survey",
	async (
		world: ActWorld,
		{ id, title, intro }: { id: string; title: string; intro: string },
	): Promise<Outcome<null, "title-missing" | "too-long">> => {
		const survey = await lockedSurvey(world, id);
		if (title === "") return refused("title-missing", { field: "title" });
		if (title.length > 150) return refused("too-long", { field: "title" });
		if (intro.length > surveyLimits.textMost) return refused("too-long", { field: "intro" });
		await world.db.survey.update({ where: { id }, data: { title, intro } });
		recordChange(world, survey, { what: "description" });
		return done(null);
	},
);

export type QuestionInput = Pick<
	Question,
	"title" | "hint" | "required" | "newPage" | "other" | "min" | "max" | "low" | "high" | "condition"
> & { options: string; rows: string; note: string };

type SaveRefusal = QuestionProblem | OrderProblem | "meaning-stands" | "note-missing" | "too-many-questions";

/**
 * Writes a question, a new one at the end. Once the first answer is in, only its words can be mended, with a note that
 * everybody reads. @returns its key
 */
export const saveQuestion = command(
	"participation.save-question",
	async (
		world: ActWorld,
		{
			surveyId,
			key,
			kind,
			options,
			rows,
			note,
			...input
		}: QuestionInput & { surveyId: string; key: string | null; kind: QuestionKind },
	): Promise<Outcome<{ key: string }, SaveRefusal>> => {
		const survey = await lockedSurvey(world, surveyId);
		const { questions } = survey;
		const frozen = survey.firstAnswerAt !== null;
		const before = key === null ? null : questions.find((one) => one.key === key);
		if (before === undefined) throw new NotFound();
		if (frozen && !before) return refused("meaning-stands");
		if (!before && questions.length >= surveyLimits.questions) return refused("too-many-questions");
		const base = before ?? emptyQuestion(nextKey(questions), kind);
		const chosen = optionsFrom(options, base.options, frozen);
		const lines = optionsFrom(rows, base.rows, frozen);
		if (!chosen) return refused("meaning-stands", { field: "options" });
		if (!lines) return refused("meaning-stands", { field: "rows" });
		const question: Question = { ...base, ...input, options: chosen, rows: lines };
		if (frozen && meaningOf(question) !== meaningOf(base)) return refused("meaning-stands");
		const problems = questionProblems(question);
		if (problems.length > 0) return { done: false, refusals: problems };
		if (frozen && note === "") return refused("note-missing", { field: "note" });
		if (frozen && note.length > surveyLimits.words) return refused("too-long", { field: "note" });
		const changed = before ? questions.map((one) => (one.key === base.key ? question : one)) : [...questions, question];
		const order = orderProblem(changed);
		if (order) return refused(order, { field: "condition" });
		await world.db.survey.update({ where: { id: surveyId }, data: { questions: changed } });
		if (frozen) {
			await world.db.surveyMend.create({
				data: { id: newId(world.now), surveyId, questionKey: base.key, note, at: world.now },
			});
		}
		recordChange(world, survey, { what: frozen ? "wording" : "question", key: base.key });
		return done({ key: base.key });
	},
);

/** Everything of a question but its words. */
function meaningOf({ title, hint, low, high, options, rows, newPage, ...meaning }: Question): string {
	return JSON.stringify({ ...meaning, options: options.map(({ key }) => key), rows: rows.map(({ key }) => key) });
}

type OrderRefusal = OrderProblem | "meaning-stands";

async function reorder(
	world: ActWorld,
	survey: FoundSurvey,
	changed: Question[],
): Promise<Outcome<null, OrderRefusal>> {
	const refusals: Refusal<OrderRefusal>[] = [];
	if (survey.firstAnswerAt !== null) refusals.push({ code: "meaning-stands" });
	const order = orderProblem(changed);
	if (order) refusals.push({ code: order });
	if (refusals.length > 0) return { done: false, refusals };
	await world.db.survey.update({ where: { id: survey.id }, data: { questions: changed } });
	recordChange(world, survey, { what: "order" });
	return done(null);
}

/** Moves a question by one; refused where a condition would then ask about a later question. */
export const moveQuestion = command(
	"participation.move-question",
	async (world: ActWorld, { surveyId, key, up }: { surveyId: string; key: string; up: boolean }) => {
		const survey = await lockedSurvey(world, surveyId);
		const changed = [...survey.questions];
		const index = changed.findIndex((one) => one.key === key);
		const other = up ? index - 1 : index + 1;
		const [one, two] = [changed[index], changed[other]];
		if (!one) throw new NotFound();
		if (two) {
			changed[other] = one;
			changed[index] = two;
		}
		return reorder(world, survey, changed);
	},
);

/** Takes a question out; refused while a condition asks about it. */
export const removeQuestion = command(
	"participation.remove-question",
	async (world: ActWorld, { surveyId, key }: { surveyId: string; key: string }) => {
		const survey = await lockedSurvey(world, surveyId);
		if (!survey.questions.some((one) => one.key === key)) throw new NotFound();
		return reorder(
			world,
			survey,
			survey.questions.filter((one) => one.key !== key),
		);
	},
);
