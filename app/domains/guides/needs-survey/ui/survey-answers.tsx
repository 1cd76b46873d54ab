import { Button, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { LocalDate } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { surveyPage } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";

type Page = Awaited<ReturnType<typeof surveyPage>>;

/** Who has answered, one reminder for those who have not, and the answers question by question. */
export function SurveyAnswers({
	here,
	survey,
	asked,
	questions,
	mayRemind,
}: Pick<Page, "survey" | "asked" | "questions"> & { here: string; mayRemind: boolean }) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const { dateLong } = useFormat();
	const missing = asked.filter(({ answeredAt }) => !answeredAt).length;
	return (
		<>
			<Section id="gefragt" title={t("survey.asked")} intro={t("survey.missing", { missing })}>
				<DataTable
					caption={t("survey.asked")}
					captionHidden
					rows={asked}
					rowKey={({ id }) => id}
					columns={[
						{ key: "name", header: t("survey.municipality"), rowHeader: true, cell: ({ name }) => name },
						{
							key: "by",
							header: t("survey.by"),
							cell: ({ mailedAt }) => (mailedAt ? t("survey.byMail") : t("survey.byLetter")),
						},
						{
							key: "answered",
							header: t("survey.answeredOn"),
							cell: ({ answeredAt }) => (answeredAt ? <LocalDate value={answeredAt} /> : t("survey.notYet")),
						},
						...(survey.state === "open"
							? [
									{
										key: "letter",
										header: t("survey.letter"),
										cell: ({ id, name }: { id: string; name: string }) => (
											<LinkButton
												small
												look="tertiary"
												href={`${here}/brief/${id}`}
												label={t("survey.letterOf", { name })}
											>
												{t("survey.letter")}
											</LinkButton>
										),
									},
								]
							: []),
					]}
				/>
				{survey.remindedAt && <p>{t("survey.reminded", { date: dateLong(survey.remindedAt) })}</p>}
				{survey.state === "open" && mayRemind && missing > 0 && !survey.remindedAt && (
					<>
						<p>{t("survey.remindText")}</p>
						<Form hidden={{ act: "remind" }} inline>
							<Button look="secondary">{t("survey.remind")}</Button>
						</Form>
					</>
				)}
			</Section>
			<Section id="antworten" title={t("survey.answers")}>
				{questions.map(({ id, kind, text, answers, counts }) => (
					<article key={id} className="gw-flow">
						<h3>{text}</h3>
						{counts.length > 0 && (
							<DataTable
								caption={text}
								captionHidden
								rows={counts}
								rowKey={({ answer }) => answer}
								columns={[
									{
										key: "answer",
										header: t("survey.answer"),
										rowHeader: true,
										cell: ({ answer }) => (kind === "RATING" ? m("answer.rating", { value: answer }) : answer),
									},
									{ key: "count", header: t("survey.count"), numeric: true, cell: ({ count }) => count },
								]}
							/>
						)}
						{answers.length === 0 ? (
							<p>{t("survey.noAnswers")}</p>
						) : (
							<ul>
								{answers.map((answer) => (
									<li key={answer.invitationId}>
										{`${answer.municipality}: ${kind === "RATING" ? m("answer.rating", { value: answer.text }) : answer.text}`}
									</li>
								))}
							</ul>
						)}
					</article>
				))}
				<LinkButton look="secondary" href={`${here}/antworten.csv`} download>
					{t("survey.file")}
				</LinkButton>
			</Section>
		</>
	);
}
