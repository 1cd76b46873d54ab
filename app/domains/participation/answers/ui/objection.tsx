import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import { messages } from "../messages";
import type { PublicAnswer } from "../queries/public-answers.server";
import { AnswerBox } from "./answer-box";

type Own = { title: string; href: string; answer: PublicAnswer | null; saidAt: Date | null };

/** The page on which an author says that an answer leaves the question open. */
export function Objection({
	own: { title, answer, saidAt, href },
	sent,
}: {
	own: Own;
	sent: { typed: Typed; refusals: Refusal[] } | undefined;
}) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const problems = useProblems(messages, sent?.refusals);
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
						value={String(sent?.typed.text ?? "")}
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
