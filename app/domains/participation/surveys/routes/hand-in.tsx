import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { handInAnswer } from "../commands/answer-survey.server";
import { askForSurveyCode } from "../commands/confirm-guest.server";
import { handInByLetter } from "../commands/hand-in-by-letter.server";
import { handInSurveyForm } from "../forms";
import { messages } from "../messages";
import { surveyForm } from "../queries/survey-pages.server";
import { wordsOf } from "../ui/value-words";
import { useWhen } from "../ui/when";
import type { Route } from "./+types/hand-in";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	surveyForm(world, params.token),
);

/** Codes tried from one network address; a library has one for all. */
const lettersPerHour = 60;

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, handInSurveyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { email, ergebnis: wantsResult, letterCode } = form.value;
	const { isPerson, isConfirmed, byLetter } = await surveyForm(world, params.token);
	const { token } = params;
	if (byLetter && !isConfirmed) {
		const { ip } = context.get(requestContext);
		if (!(await limit(`survey-letter:ip:${ip}`, lettersPerHour, 3600))) {
			return again(form.typed, [{ code: "too-many-codes", field: "letterCode" }]);
		}
		const outcome = await handInByLetter(world, { token, code: letterCode });
		if (!outcome.done) return again(form.typed, outcome.refusals);
		if (outcome.value.handedIn) return onward(`/umfrage/${token}`);
		if ("earlier" in outcome.value) return onward(`/umfrage/${outcome.value.earlier}?frueher`);
		const values = { left: outcome.value.attemptsLeft };
		return again(form.typed, [{ code: "letter-code-wrong", field: "letterCode", values }]);
	}
	if (isPerson || isConfirmed) {
		const outcome = await handInAnswer(world, { token, wantsResult });
		// sent twice: the first one counts, and both see the receipt
		const isThere = !outcome.done && outcome.refusals.some(({ code }) => code === "already-handed-in");
		return outcome.done || isThere ? onward(`/umfrage/${token}`) : again(form.typed, outcome.refusals);
	}
	const outcome = await askForSurveyCode(world, { token, email, wantsResult });
	return outcome.done ? onward(`/umfrage/${token}/code`) : again(form.typed, outcome.refusals);
});

export default function HandIn({ loaderData: form, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const open = useProblems(messages, form.problems).errors;
	const when = useWhen(form.answering);
	const known = form.isConfirmed || (form.isPerson && !form.byLetter);
	const typedEmail = actionData?.typed.email;
	return (
		<>
			<title>{`${t("handIn.title")} – ${form.title}`}</title>
			<meta name="robots" content="noindex" />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("handIn.title")} above={form.title} lead={t("handIn.lead")} />
			<Section id="antworten" title={t("handIn.yours")}>
				<SummaryList
					rows={form.pages.flatMap((page, index) =>
						page.map((question) => {
							const value = form.values[question.key];
							const words = value ? wordsOf(question, value, t("other"), form.fileNames) : [t("handIn.none")];
							return {
								term: question.title,
								value: words.map((line) => <p key={line}>{line}</p>),
								action: {
									href: `/umfrage/${params.token}?seite=${index + 1}`,
									label: t("handIn.change"),
									of: question.title,
								},
							};
						}),
					)}
				/>
			</Section>
			{open.length > 0 && (
				<Alert tone="warning" title={t("handIn.open")}>
					<ul>
						{open.map(({ message }) => (
							<li key={message}>{message}</li>
						))}
					</ul>
				</Alert>
			)}
			{!form.answering.open && (
				<Alert tone="warning" title={t("form.closed")}>
					<p>{when ?? t("form.closedText")}</p>
				</Alert>
			)}
			{form.answering.open && open.length === 0 && (
				<Form>
					{!known && form.byLetter && (
						<TextField
							name="letterCode"
							label={t("handIn.letter")}
							hint={t("handIn.letterHint")}
							error={at("letterCode")}
							width="medium"
						/>
					)}
					{!known && !form.byLetter && (
						<TextField
							name="email"
							type="email"
							label={t("handIn.email")}
							hint={t("handIn.emailHint")}
							value={typeof typedEmail === "string" ? typedEmail : undefined}
							error={at("email")}
							autoComplete="email"
							width="medium"
						/>
					)}
					{!form.byLetter && !(form.isConfirmed && !form.isPerson) && (
						<Checkbox name="ergebnis" label={t("handIn.wants")} optional />
					)}
					<Button>
						{t(form.handedInAt ? "handIn.again" : known || form.byLetter ? "handIn.submit" : "handIn.code")}
					</Button>
				</Form>
			)}
		</>
	);
}
