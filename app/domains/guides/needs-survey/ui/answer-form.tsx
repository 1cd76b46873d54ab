import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { answerField } from "../forms";
import { messages } from "../messages";
import type { AnswerPage } from "../queries/answer-page.server";
import { ratings } from "../survey";

/** The survey as a municipality answers it, by code or signed in; over, it shows what was answered. */
export function AnswerForm({
	page,
	typed,
	refusals,
	sent,
	draftKey,
}: {
	page: AnswerPage;
	typed: Typed | null;
	refusals?: Refusal[];
	/** The answers were just sent. */
	sent: boolean;
	draftKey: string;
}) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(messages, refusals);
	const said = (kind: string, answer: string) =>
		answer === "" ? t("answer.noAnswer") : kind === "RATING" ? t("answer.rating", { value: answer }) : answer;
	return (
		<>
			<meta name="robots" content="noindex" />
			<ErrorSummary errors={errors} />
			{sent && <Alert tone="success" title={t("answer.thanks")} live />}
			<PageTitle
				title={t("title", { year: String(page.year) })}
				above={t("answer.for", { municipality: page.municipality })}
				lead={
					page.state === "open" ? t("answer.from", { county: page.county, date: dateLong(page.closesOn) }) : undefined
				}
			/>
			{page.state === "over" ? (
				<>
					<Alert title={t("answer.over", { date: dateLong(page.closesOn) })}>
						<p>{page.answeredAt ? t("answer.overText") : t("answer.none")}</p>
					</Alert>
					{page.answeredAt && (
						<SummaryList
							rows={page.questions.map(({ kind, text, answer }) => ({ term: text, value: said(kind, answer) }))}
						/>
					)}
				</>
			) : (
				<>
					<Paragraphs text={page.intro} />
					{page.answeredAt && !sent && (
						<Alert title={t("answer.given", { date: dateLong(page.answeredAt) })}>
							<p>{t("answer.givenText")}</p>
						</Alert>
					)}
					<Form draftKey={draftKey} hidden={{ stand: page.answeredAt?.toISOString() ?? "" }}>
						{page.questions.map(({ kind, text, options, answer }, place) => {
							const name = answerField(place + 1);
							const field = {
								name,
								label: text,
								value: typedText(typed, name, answer),
								error: at(name),
								optional: true,
							};
							if (kind === "TEXT") return <TextArea key={name} {...field} rows={4} />;
							const choices =
								kind === "RATING"
									? ratings.map((value) => ({ value, label: t("answer.rating", { value }) }))
									: options.map((value) => ({ value, label: value }));
							return (
								<RadioGroup key={name} {...field} choices={[...choices, { value: "", label: t("answer.skip") }]} />
							);
						})}
						<p>{t("answer.who")}</p>
						<Button>{page.answeredAt ? t("answer.change") : t("answer.submit")}</Button>
					</Form>
				</>
			)}
			{page.phone && (
				<p>
					{t("answer.call")} <PhoneLink number={page.phone} />
				</p>
			)}
		</>
	);
}
