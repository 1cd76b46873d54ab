import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { CodeField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { confirmSurveyCode } from "../commands/confirm-guest.server";
import { codeForm } from "../forms";
import { messages } from "../messages";
import { surveyForm } from "../queries/survey-pages.server";
import type { Route } from "./+types/code";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const form = await surveyForm(world, params.token);
	if (form.handedInAt) throw onward(`/umfrage/${params.token}`);
	return { title: form.title };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, codeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmSurveyCode(world, { token: params.token, code: form.value.code });
	if (!outcome.done) {
		if (outcome.refusals.some(({ code }) => code === "already-handed-in")) return onward(`/umfrage/${params.token}`);
		return again(form.typed, outcome.refusals);
	}
	if (outcome.value.handedIn) return onward(`/umfrage/${params.token}`);
	return again(form.typed, [{ code: "code-wrong", field: "code", values: { left: outcome.value.attemptsLeft } }]);
});

export default function EnterCode({ loaderData, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("code.title")} – ${loaderData.title}`}</title>
			<meta name="robots" content="noindex" />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("code.title")} above={loaderData.title} lead={t("code.lead")} />
			<Form>
				<CodeField name="code" label={t("code.label")} error={at("code")} />
				<Button>{t("code.submit")}</Button>
			</Form>
			<p>
				<a href={`/umfrage/${params.token}/abgeben`}>{t("code.again")}</a>
			</p>
		</>
	);
}
