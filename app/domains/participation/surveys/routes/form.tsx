import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { storedTyped, typedFrom } from "../answering";
import { keepAnswer } from "../commands/answer-survey.server";
import { messages } from "../messages";
import { type SurveyForm, surveyForm } from "../queries/survey-pages.server";
import { QuestionField } from "../ui/question-field";
import { useWhen } from "../ui/when";
import type { Route } from "./+types/form";

function numberIn(request: Request, pages: number): number {
	const wanted = Number(new URL(request.url).searchParams.get("seite") ?? "1");
	return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, Math.max(pages, 1)) : 1;
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const form = await surveyForm(world, params.token);
	const wanted = new URL(request.url).searchParams.has("seite");
	return { form, page: numberIn(request, form.pages.length), receipt: form.handedInAt !== null && !wanted };
});

/** Saves the page first, right or wrong; then it says what is wrong on it, or goes on. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const before = await surveyForm(world, params.token);
	const page = numberIn(request, before.pages.length);
	const shown = before.pages[page - 1] ?? [];
	const typed = typedFrom(shown, await formFields(request));
	await keepAnswer(world, { token: params.token, typed });
	const form = await surveyForm(world, params.token);
	const names = new Set(Object.keys(typed));
	const problems = form.problems.filter(({ field }) => names.has(field));
	if (problems.length > 0) return again(typed, problems);
	if (!form.answering.open) return again(typed, [{ code: "survey-closed" }]);
	const keys = new Set(shown.map(({ key }) => key));
	const next = form.pages.findIndex((one) => one.some(({ key }) => keys.has(key))) + 2;
	return onward(`/umfrage/${params.token}${next > form.pages.length ? "/abgeben" : `?seite=${next}`}`);
});

export default function FillIn({ loaderData: { form, page, receipt }, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const when = useWhen(form.answering);
	if (receipt) return <Receipt form={form} token={params.token} />;
	const shown = form.pages[page - 1] ?? [];
	const typed = { ...form.typed, ...(actionData && storedTyped.parse(actionData.typed)) };
	return (
		<>
			<title>{`${t("form.page", { page: String(page), pages: String(form.pages.length) })} – ${form.title}`}</title>
			<meta name="robots" content="noindex" />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={form.title}
				above={form.process.title}
				lead={t("form.page", { page: String(page), pages: String(form.pages.length) })}
			/>
			{!form.answering.open && (
				<Alert tone="warning" title={t(form.answering.from ? "form.notYet" : "form.closed")}>
					<p>{when ?? t("form.closedText")}</p>
				</Alert>
			)}
			<Form action={`/umfrage/${params.token}?seite=${page}`}>
				{shown.map((question) => (
					<QuestionField key={question.key} question={question} typed={typed} at={at} />
				))}
				<ButtonRow>
					<Button>{t("form.next")}</Button>
					{page > 1 && (
						<LinkButton look="tertiary" href={`/umfrage/${params.token}?seite=${page - 1}`}>
							{t("form.back")}
						</LinkButton>
					)}
				</ButtonRow>
			</Form>
			<p>{t("form.kept")}</p>
		</>
	);
}

/** What stands at the address of a form once it is handed in. */
function Receipt({ form, token }: { form: SurveyForm; token: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<>
			<title>{`${t("done.title")} – ${form.title}`}</title>
			<meta name="robots" content="noindex" />
			<PageTitle
				title={t("done.title")}
				above={form.title}
				lead={form.handedInAt ? t("done.text", { date: dateLong(form.handedInAt) }) : undefined}
			/>
			<p>
				<strong>{t("done.receipt", { receipt: form.receipt })}</strong>
			</p>
			<p>{t("done.keep")}</p>
			{form.answering.open && (
				<ButtonRow>
					<LinkButton look="secondary" href={`/umfrage/${token}?seite=1`}>
						{t("done.change")}
					</LinkButton>
				</ButtonRow>
			)}
		</>
	);
}
