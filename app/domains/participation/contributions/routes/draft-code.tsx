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
import { confirmByCode } from "../commands/confirm-as-guest.server";
import { codeForm } from "../forms";
import { messages } from "../messages";
import { authorPage } from "../queries/author-page.server";
import type { Route } from "./+types/draft-code";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const draft = await authorPage(world, { token: params.token });
	if (draft.submittedAt) throw onward(`/stand/${params.token}`);
	return { title: draft.title, process: draft.process.title };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, codeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmByCode(world, { token: params.token, code: form.value.code });
	if (!outcome.done) {
		if (outcome.refusals.some(({ code }) => code === "already-handed-in")) return onward(`/stand/${params.token}`);
		return again(form.typed, outcome.refusals);
	}
	if (outcome.value.handedIn) return onward(`/stand/${outcome.value.statusToken}?neu`);
	return again(form.typed, [{ code: "code-wrong", field: "code", values: { left: outcome.value.attemptsLeft } }]);
});

export default function DraftCode({ loaderData, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("code.title")} – ${loaderData.process}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("code.title")} above={loaderData.title} lead={t("code.lead")} />
			<Form>
				<CodeField name="code" label={t("code.label")} hint={t("code.hint")} error={at("code")} />
				<Button>{t("code.submit")}</Button>
			</Form>
			<p>{t("code.nothing")}</p>
			<p>
				<a href={`/entwurf/${params.token}`}>{t("code.again")}</a>
			</p>
		</>
	);
}
