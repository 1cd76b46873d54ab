import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import type { OwnKey } from "../../contributions/queries/find-contribution.server";
import { sayNotAnswered } from "../commands/say-not-answered.server";
import { objectionForm } from "../forms";
import { messages } from "../messages";
import { ownAnswer } from "../queries/own-answer.server";
import { AnswerBox } from "../ui/answer-box";
import type { Route } from "./+types/say-not-answered";

/** By the link of the receipt, or signed in by the code of the own contribution. */
function keyFrom(world: World, params: { token?: string; code?: string }): OwnKey {
	if (params.token) return { token: params.token };
	if (!params.code) throw new NotFound();
	if (world.actor.kind !== "person") throw new SignInNeeded();
	return { code: params.code };
}

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	ownAnswer(world, keyFrom(world, params)),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const key = keyFrom(world, params);
	const form = await readForm(request, objectionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await sayNotAnswered(world, { key, text: form.value.text });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(new URL(request.url).pathname);
});

export default function SayNotAnswered({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { title, answer, saidAt, href } = loaderData;
	const problems = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{t("objection.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("objection.title")} lead={t("objection.lead", { title })} />
			{answer && <AnswerBox answer={answer} id="antwort" />}
			{saidAt ? (
				<Alert tone="success" title={t("objection.done")}>
					<p>{t("objection.said", { date: dateLong(saidAt) })}</p>
					<p>{t("objection.doneHint")}</p>
				</Alert>
			) : answer ? (
				<Form>
					<TextArea
						name="text"
						label={t("objection.text")}
						value={String(actionData?.typed.text ?? "")}
						error={problems.at("text")}
						maxLength={2000}
					/>
					<Button>{t("objection.send")}</Button>
				</Form>
			) : (
				<Alert title={t("refusals.not-answered-yet")} />
			)}
			<p>
				<a href={href}>{t("objection.back")}</a>
			</p>
		</>
	);
}
