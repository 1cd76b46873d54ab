import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { dayOf, daysFrom, type StoredDate, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { actingAs, mayApprove, mayPlan } from "../../policy.server";
import { messages } from "../messages";
import { type QuestionKind, questionRefusal, surveyLimits } from "../survey";
import { type AtSurvey, lockedSurvey } from "./locked-survey.server";

/** Days from now to the last day of a survey, unless somebody says otherwise. */
const usualDays = 28;

/** What is asked where nobody has asked before. */
function firstQuestions(): { kind: QuestionKind; text: string; options: string[] }[] {
	// municipalities are written to in German
	const t = textFor("de", messages);
	return [
		{ kind: "TEXT", text: t("usual.needs"), options: [] },
		{ kind: "RATING", text: t("usual.help"), options: [] },
		{ kind: "CHOICE", text: t("usual.rhythm"), options: t("usual.rhythms").split("|") },
		{ kind: "TEXT", text: t("usual.change"), options: [] },
	];
}

/**
 * Prepares the survey of the present year, with the words and questions of the last one, or with usual ones.
 * @returns its year; refused with "year-taken" when there is one
 * @throws Forbidden or SignInNeeded
 */
export const prepareSurvey = command(
	"guides.prepare-needs-survey",
	async (world: ActWorld, { ownerId }: { ownerId: string }): Promise<Outcome<{ year: number }, "year-taken">> => {
		const { db, actor, now } = world;
		demand(mayPlan, actor, { organisationId: ownerId });
		const { year } = dayOf(now);
		const last = await db.needsSurvey.findFirst({
			where: { ownerId, year: { lt: year } },
			orderBy: { year: "desc" },
			include: { questions: { orderBy: { position: "asc" } } },
		});
		const id = newId(now);
		const questions = last?.questions ?? firstQuestions();
		try {
			await db.needsSurvey.create({
				data: {
					id,
					ownerId,
					year,
					intro: last?.intro ?? textFor("de", messages)("usual.intro"),
					closesOn: daysFrom(today(now), usualDays),
					createdAt: now,
					questions: {
						create: questions.map(({ kind, text, options }, position) => ({
							id: newId(now),
							position,
							kind,
							text,
							options,
						})),
					},
				},
			});
		} catch (error) {
			if (isTaken(error)) return refused("year-taken");
			throw error;
		}
		world.record({
			type: "guides.needs-survey.prepared",
			subject: { kind: "needs-survey", id },
			...actingAs(actor, ownerId).recorded,
			facts: { year, questions: questions.length },
		});
		return done({ year });
	},
);

type DayRefused = "day-passed" | "day-too-late";

function dayRefusal(world: ActWorld, closesOn: StoredDate): DayRefused | null {
	const day = today(world.now);
	if (closesOn < day) return "day-passed";
	return closesOn > daysFrom(day, surveyLimits.daysMost) ? "day-too-late" : null;
}

/**
 * Writes the words of a survey and its last day. Once it is open its words stay, and only the lead gives it another last day.
 * @returns nothing; refused with "survey-over", "day-passed", "day-too-late"
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const changeSurvey = command(
	"guides.change-needs-survey",
	async (
		world: ActWorld,
		{ intro, closesOn, ...at }: AtSurvey & { intro: string; closesOn: StoredDate },
	): Promise<Outcome<null, DayRefused | "survey-over">> => {
		const { survey, state, recorded } = await lockedSurvey(world, at, mayPlan);
		if (state !== "draft") demand(mayApprove, world.actor, { organisationId: at.ownerId });
		if (state === "over") return refused("survey-over");
		const refusal = dayRefusal(world, closesOn);
		if (refusal) return refused(refusal, { field: "closesOn" });
		await world.db.needsSurvey.update({
			where: { id: survey.id },
			data: { closesOn, ...(state === "draft" ? { intro } : {}) },
		});
		const facts = { closesOn: closesOn.toISOString().slice(0, 10) };
		world.record({ type: "guides.needs-survey.changed", ...recorded, facts });
		return done(null);
	},
);

type QuestionRefused =
	| "survey-open"
	| "too-many-questions"
	| "question-unknown"
	| NonNullable<ReturnType<typeof questionRefusal>>;

/**
 * Adds a question at the end, or changes one.
 * @param questionId null for a new one
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const writeQuestion = command(
	"guides.write-needs-question",
	async (
		world: ActWorld,
		{
			questionId,
			kind,
			text,
			options,
			...at
		}: AtSurvey & { questionId: string | null; kind: QuestionKind; text: string; options: string[] },
	): Promise<Outcome<null, QuestionRefused>> => {
		const { survey, state, recorded } = await lockedSurvey(world, at, mayPlan);
		if (state !== "draft") return refused("survey-open");
		const refusal = questionRefusal({ kind, options });
		if (refusal) return refused(refusal, { field: "options" });
		const written = { kind, text, options: kind === "CHOICE" ? options : [] };
		if (questionId === null) {
			if (survey.questions.length >= surveyLimits.questionsMost) return refused("too-many-questions");
			const position = (survey.questions.at(-1)?.position ?? -1) + 1;
			await world.db.needsQuestion.create({
				data: { id: newId(world.now), surveyId: survey.id, position, ...written },
			});
		} else {
			const { count } = await world.db.needsQuestion.updateMany({
				where: { id: questionId, surveyId: survey.id },
				data: written,
			});
			if (count === 0) return refused("question-unknown");
		}
		world.record({ type: "guides.needs-survey.question-written", ...recorded, facts: { kind } });
		return done(null);
	},
);

/**
 * Takes a question out of a draft, or puts it before the one above it.
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const placeQuestion = command(
	"guides.place-needs-question",
	async (
		world: ActWorld,
		{ questionId, act, ...at }: AtSurvey & { questionId: string; act: "up" | "remove" },
	): Promise<Outcome<null, "survey-open" | "question-unknown">> => {
		const { survey, state, recorded } = await lockedSurvey(world, at, mayPlan);
		if (state !== "draft") return refused("survey-open");
		const place = survey.questions.findIndex(({ id }) => id === questionId);
		const [above, one] = [survey.questions[place - 1], survey.questions[place]];
		if (!one) return refused("question-unknown");
		if (act === "remove") await world.db.needsQuestion.delete({ where: { id: one.id } });
		else if (above) {
			await world.db.needsQuestion.update({ where: { id: one.id }, data: { position: above.position } });
			await world.db.needsQuestion.update({ where: { id: above.id }, data: { position: one.position } });
		}
		world.record({ type: "guides.needs-survey.question-placed", ...recorded, facts: { act } });
		return done(null);
	},
);
