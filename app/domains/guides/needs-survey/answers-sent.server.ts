import { again, readForm } from "~/platform/http/forms.server";
import type { World } from "~/platform/world.server";
import { answerSurvey } from "./commands/answer-survey.server";
import { answerField, answersForm } from "./forms";
import { answerPage } from "./queries/answer-page.server";
import type { AnsweredBy } from "./queries/invitation.server";

/** Reads what a municipality sent and answers for it; null when that is done, else the form again. */
export async function answersSent(world: World, request: Request, by: AnsweredBy) {
	const { questions } = await answerPage(world, by);
	const form = await readForm(request, answersForm(questions.length));
	if (!form.valid) return again(form.typed, form.refusals);
	const { stand = "", ...given } = form.value;
	const answers = questions.map((_, place) => given[answerField(place + 1)] ?? "");
	const outcome = await answerSurvey(world, { by, answers, seen: stand === "" ? null : stand });
	return outcome.done ? null : again(form.typed, outcome.refusals);
}
