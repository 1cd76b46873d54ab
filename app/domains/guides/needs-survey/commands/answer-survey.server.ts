import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { dayText } from "../../days.server";
import { answerField } from "../forms";
import { type AnsweredBy, invitationFor } from "../queries/invitation.server";
import { answerRefusal, surveyState } from "../survey";

type Refused = "survey-not-open" | "answers-missing" | "answered-meanwhile" | "answer-wrong" | "answer-too-long";

/**
 * Gives or changes the answers of a municipality while the survey is open: by those who work for it, or by its code.
 * @param input.answers in the order of the questions; an empty one is no answer
 * @param input.seen when the answers were given that the form showed; null when it showed none
 * @returns nothing; refused with "answered-meanwhile" when somebody else answered since
 * @throws NotFound for a code or an invitation that is not theirs; Forbidden or SignInNeeded
 */
export const answerSurvey = command(
	"guides.answer-needs-survey",
	async (
		world: ActWorld,
		{ by, answers, seen }: { by: AnsweredBy; answers: readonly string[]; seen: string | null },
	): Promise<Outcome<null, Refused>> => {
		const { db, actor, now } = world;
		const { id } = await invitationFor(world, by);
		await db.$queryRaw`SELECT 1 FROM needs_invitation WHERE id = ${id}::uuid FOR UPDATE`;
		const { survey, ...invitation } = await invitationFor(world, by);
		const day = dayText(today(now));
		if (surveyState({ openedAt: survey.openedAt, closesOn: dayText(survey.closesOn) }, day) !== "open") {
			return refused("survey-not-open");
		}
		if ((invitation.answeredAt?.toISOString() ?? null) !== seen) return refused("answered-meanwhile");
		const given = survey.questions.map((question, place) => ({ question, place, text: answers[place]?.trim() ?? "" }));
		const refusals = given.flatMap(({ question, place, text }): Refusal<"answer-wrong" | "answer-too-long">[] => {
			const code = answerRefusal(question, text);
			return code ? [{ code, field: answerField(place + 1) }] : [];
		});
		if (refusals.length > 0) return { done: false, refusals };
		const kept = given.filter(({ text }) => text !== "");
		if (kept.length === 0) return refused("answers-missing", { field: answerField(1) });
		await db.needsAnswer.deleteMany({ where: { invitationId: id } });
		await db.needsAnswer.createMany({
			data: kept.map(({ question, text }) => ({ invitationId: id, questionId: question.id, text })),
		});
		await db.needsInvitation.update({
			where: { id },
			data: { answeredAt: now, answeredById: personIdOf(actor) },
		});
		world.record({
			type: "guides.needs-survey.answered",
			subject: { kind: "needs-survey", id: survey.id },
			ownerId: survey.ownerId,
			facts: { municipality: invitation.municipalityId, answers: kept.length, byCode: "code" in by },
		});
		return done(null);
	},
);
