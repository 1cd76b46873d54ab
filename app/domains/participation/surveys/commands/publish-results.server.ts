import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isOpenFor } from "../../processes/index.server";
import { storedValues, textsIn } from "../answering";
import { mayManageSurveys } from "../policy.server";
import { surveyById } from "../queries/find-survey.server";
import { surveyLimits } from "../question";

/** Shows a free text among the results, or keeps it back. */
export const decideText = command(
	"participation.decide-survey-text",
	async (world: ActWorld, { answerId, key, shown }: { answerId: string; key: string; shown: boolean }) => {
		const answer = await world.db.surveyAnswer.findUnique({ where: { id: answerId } });
		if (!answer?.values) throw new NotFound();
		const survey = await surveyById(world, answer.surveyId);
		demand(mayManageSurveys, world.actor, survey.process);
		if (!textsIn(storedValues.parse(answer.values)).some((text) => text.key === key)) throw new NotFound();
		const without = (keys: string[]) => keys.filter((one) => one !== key);
		await world.db.surveyAnswer.update({
			where: { id: answerId },
			data: {
				releasedTexts: [...without(answer.releasedTexts), ...(shown ? [key] : [])],
				hiddenTexts: [...without(answer.hiddenTexts), ...(shown ? [] : [key])],
			},
		});
		world.record({
			type: `participation.survey.text-${shown ? "released" : "hidden"}`,
			subject: { kind: "survey", id: survey.id },
			ownerId: survey.organisationId,
			facts: { key },
		});
		return done(null);
	},
);

/** Tells everybody what follows from the answers: one note for all of them, once nobody can answer any more. */
export const tellResult = command(
	"participation.tell-survey-result",
	async (
		world: ActWorld,
		{ id, note }: { id: string; note: string },
	): Promise<Outcome<null, "note-missing" | "too-long" | "survey-open" | "no-answers" | "already-told">> => {
		const survey = await surveyById(world, id);
		demand(mayManageSurveys, world.actor, survey.process);
		if (note === "") return refused("note-missing", { field: "note" });
		if (note.length > surveyLimits.textMost) return refused("too-long", { field: "note" });
		if (isOpenFor(survey.process, "survey", world.now)) return refused("survey-open");
		if (survey.firstAnswerAt === null) return refused("no-answers");
		const { count } = await world.db.survey.updateMany({
			where: { id, resultToldAt: null },
			data: { resultNote: note, resultToldAt: world.now },
		});
		if (count === 0) return refused("already-told");
		world.record({
			type: "participation.survey.result-told",
			subject: { kind: "survey", id },
			ownerId: survey.organisationId,
		});
		return done(null);
	},
);
