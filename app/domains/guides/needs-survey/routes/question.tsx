import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { writeQuestion } from "../commands/draft-survey.server";
import { questionForm } from "../forms";
import { questionPage } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import { questionKinds } from "../survey";
import { SurveyCrumbs, surveyPath } from "../ui/survey-crumbs";
import type { Route } from "./+types/question";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await questionPage(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { place, year, question } = await questionPage(world, params);
	const form = await readForm(request, questionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const at = { ownerId: place.ownerId, year };
	const outcome = await writeQuestion(world, { ...at, questionId: question?.id ?? null, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${surveyPath(place.slug, year)}?gespeichert#fragen`);
});

/** A question of a draft: a new one, or one to change. */
export default function Question({ loaderData: { place, year, question, kept }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const title = question ? t("question.change") : t("question.new");
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<SurveyCrumbs place={place} year={year} page={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} />
			<Form>
				<TextField
					name="text"
					label={t("question.text")}
					value={typedText(typed, "text", question?.text)}
					error={at("text")}
				/>
				<RadioGroup
					name="kind"
					label={t("question.kind")}
					value={typedText(typed, "kind", question?.kind)}
					error={at("kind")}
					choices={questionKinds.map((kind) => ({ value: kind, label: t(`survey.kinds.${kind}`) }))}
				/>
				<TextArea
					name="options"
					label={t("question.options")}
					hint={t("question.optionsHint")}
					optional
					rows={4}
					value={typedText(typed, "options", question?.options.join("\n"))}
					error={at("options")}
				/>
				<Button>{t("question.submit")}</Button>
			</Form>
		</>
	);
}
