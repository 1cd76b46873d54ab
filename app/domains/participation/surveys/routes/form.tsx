import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useFormat, useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { namesOf, storedTyped } from "../answering";
import { keepAnswer } from "../commands/answer-survey.server";
import { messages } from "../messages";
import { type SurveyForm, surveyForm } from "../queries/survey-pages.server";
import { sentAnswers } from "../sent-answers.server";
import { QuestionField } from "../ui/question-field";
import { useWhen } from "../ui/when";
import type { Route } from "./+types/form";

function numberIn(request: Request, pages: number): number {
	const wanted = Number(new URL(request.url).searchParams.get("seite") ?? "1");
	return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, Math.max(pages, 1)) : 1;
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const form = await surveyForm(world, params.token);
	const query = new URL(request.url).searchParams;
	return {
		form,
		page: numberIn(request, form.pages.length),
		receipt: form.handedInAt !== null && !query.has("seite"),
		isEarlier: query.has("frueher"),
	};
});

/** Files from one network address; wide, because a school has one for all. */
const filesPerHour = 120;

/** Saves the page first, right or wrong; then it says what is wrong on it, or goes on. */
export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const before = await surveyForm(world, params.token);
	const page = numberIn(request, before.pages.length);
	const shown = before.pages[page - 1] ?? [];
	const { fields, typed, files, pressed, refusals, act } = await sentAnswers(request, shown, before.map?.frame ?? null);
	// of a transfer that broke off nothing came: what was stored before stays
	if (refusals.length > 0 && [...fields.keys()].length === 0) return again({}, refusals);
	const kept = await act(async () => {
		const allowed = files.length === 0 || (await limit(filesOf(context), filesPerHour, 3600));
		return allowed ? keepAnswer(world, { token: params.token, typed, files }) : refused("too-many-files");
	});
	if (!kept.done) return again(typed, kept.refusals);
	if (refusals.length > 0) return again(typed, refusals);
	if (pressed) return again(typed, []);
	const form = await surveyForm(world, params.token);
	const names = namesOf(shown);
	const problems = form.problems.filter(({ field }) => names.has(field));
	if (problems.length > 0) return again(typed, problems);
	if (!form.answering.open) return again(typed, [{ code: "survey-closed" }]);
	const keys = new Set(shown.map(({ key }) => key));
	const next = form.pages.findIndex((one) => one.some(({ key }) => keys.has(key))) + 2;
	return onward(`/umfrage/${params.token}${next > form.pages.length ? "/abgeben" : `?seite=${next}`}`);
});

function filesOf(context: Route.ActionArgs["context"]): string {
	return `survey-file:ip:${context.get(requestContext).ip}`;
}

export default function FillIn({
	loaderData: { form, page, receipt, isEarlier },
	actionData,
	params,
}: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const when = useWhen(form.answering);
	if (receipt) return <Receipt form={form} token={params.token} isEarlier={isEarlier} />;
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
			<Form action={`/umfrage/${params.token}?seite=${page}`} files={shown.some(({ kind }) => kind === "file")}>
				{shown.map((question) => (
					<QuestionField
						key={question.key}
						question={question}
						typed={typed}
						at={at}
						place={{ map: form.map, slug: form.place.slug, action: `/umfrage/${params.token}?seite=${page}` }}
						fileName={form.fileNames[typed[question.key]?.[0] ?? ""]}
					/>
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
function Receipt({ form, token, isEarlier }: { form: SurveyForm; token: string; isEarlier: boolean }) {
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
			{isEarlier && <Alert title={t("done.earlier")} />}
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
