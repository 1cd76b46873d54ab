import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { WritingLines } from "~/design/writing-lines";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { surveySheet } from "../queries/survey-pages.server";
import { choicesOf, type Question } from "../question";
import { SurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/sheet";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const survey = await surveySheet(world, params);
	return { survey, short: houseAddress(`/u/${survey.code}`) };
});

export default function Sheet({ loaderData: { survey, short } }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { until } = survey.answering;
	return (
		<>
			<title>{`${t("sheet.title")}: ${survey.title}`}</title>
			<SurveyCrumbs head={survey} here={t("sheet.title")} />
			<PageTitle title={survey.title} above={t("sheet.title")} lead={t("sheet.lead")} />
			{until && <p>{t("sheet.until", { date: dateLong(new Date(until.getTime() - 1)) })}</p>}
			{survey.phone && <p>{t("sheet.phone", { phone: survey.phone })}</p>}
			{survey.byLetter && <WritingLines label={t("sheet.letter")} lines={1} />}
			<QrCode url={short} label={t("sheet.online")} />
			<ol>
				{survey.questions.map((question) => (
					<li key={question.key}>
						<SheetQuestion question={question} all={survey.questions} />
					</li>
				))}
			</ol>
		</>
	);
}

/** A question to fill in with a pen: boxes, lines, and in words what a screen would decide. */
function SheetQuestion({ question, all }: { question: Question; all: readonly Question[] }) {
	const t = useText(messages);
	const { condition, kind } = question;
	const source = condition && all.find(({ key }) => key === condition.question);
	const option = source && choicesOf(source).find(({ key }) => key === condition?.option);
	const boxes = (labels: readonly string[]) => (
		<ul className={kind === "scale" ? "gw-boxes gw-boxes--row" : "gw-boxes"}>
			{labels.map((label) => (
				<li key={label}>{`☐ ${label}`}</li>
			))}
		</ul>
	);
	return (
		<>
			<p>
				<strong>{question.title}</strong>
				{question.required && <> {t("sheet.required")}</>}
			</p>
			{source && option && <p>{t("sheet.onlyIf", { question: source.title, option: option.label })}</p>}
			{question.hint && <p>{question.hint}</p>}
			{kind === "scale" && question.low && question.high && (
				<p>{t("form.scale", { low: question.low, high: question.high, top: String(question.max ?? 5) })}</p>
			)}
			{kind === "ranking" && <p>{t("sheet.rankHint")}</p>}
			{(kind === "single" || kind === "multiple" || kind === "scale" || kind === "ranking") &&
				boxes(choicesOf(question).map(({ label }) => label))}
			{kind === "matrix" &&
				question.rows.map((row) => (
					<div key={row.key}>
						<p>{row.label}</p>
						{boxes(question.options.map(({ label }) => label))}
					</div>
				))}
			{question.other && <WritingLines label={`☐ ${t("otherWords")}`} lines={1} />}
			{kind === "number" && <WritingLines label={t("sheet.write")} lines={1} />}
			{kind === "place" && <WritingLines label={t("sheet.place")} lines={2} />}
			{kind === "file" && <p>{t("sheet.file")}</p>}
			{kind === "text" && <WritingLines label={t("sheet.write")} lines={4} />}
		</>
	);
}
