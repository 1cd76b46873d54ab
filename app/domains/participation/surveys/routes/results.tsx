import { Alert } from "~/design/alert";
import { BarChart } from "~/design/bar-chart";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { textFor, useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { type SurveyResults, surveyResults } from "../queries/survey-pages.server";
import { PlaceResults } from "../ui/place-results";
import { SurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/results";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	surveyResults(world, params, textFor(world.locale, messages)("other")),
);

export default function Results({ loaderData: survey }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("results.title")}: ${survey.title}`}</title>
			<SurveyCrumbs head={survey} here={t("results.title")} />
			<PageTitle
				title={t("results.title")}
				above={survey.title}
				lead={t("results.answers", { count: survey.answers, paper: survey.onPaper })}
			/>
			{survey.note && (
				<Section id="folgt" title={t("results.note")}>
					{survey.note.split(/\n+/).map((paragraph) => paragraph && <p key={paragraph}>{paragraph}</p>)}
				</Section>
			)}
			{survey.results.some(isWithheld) && (
				<Alert tone="info" title={t("results.few")}>
					<p>{t("results.fewText")}</p>
				</Alert>
			)}
			{survey.results.map((result) => (
				<Section key={result.key} id={`frage-${result.key}`} title={result.title}>
					<QuestionResult result={result} map={survey.map} />
				</Section>
			))}
			<ButtonRow>
				<LinkButton look="secondary" href={`${survey.path}/ergebnis/csv`} download>
					{t("results.download")}
				</LinkButton>
				<LinkButton look="secondary" href={`${survey.path}/ergebnis/json`} download>
					{t("results.json")}
				</LinkButton>
			</ButtonRow>
		</>
	);
}

/** Whether something of a result is kept back, because too few people stand behind it. */
function isWithheld({ answered, charts }: SurveyResults["results"][number]): boolean {
	return answered === null || charts.some(({ cells }) => cells.some(({ count }) => count === null));
}

function QuestionResult({ result, map }: { result: SurveyResults["results"][number]; map: SurveyResults["map"] }) {
	const t = useText(messages);
	const { number } = useFormat();
	if (result.answered === null) return <p>{t("results.tooFew")}</p>;
	const rounded = (value: number) => number(Math.round(value * 100) / 100);
	const { figures } = result;
	return (
		<>
			<p>{t("results.answered", { count: result.answered })}</p>
			{result.charts.map(({ label, cells }) => (
				<BarChart
					key={label ?? ""}
					title={label ? `${result.title}: ${label}` : result.title}
					description={t("results.chart", { title: label ?? result.title })}
					labelLabel={t("results.choice")}
					valueLabel={t("results.count")}
					bars={cells.map((cell) => ({
						label: cell.label,
						value: cell.count ?? 0,
						text: cell.count === null ? t("results.withheld") : undefined,
					}))}
				/>
			))}
			{figures && (
				<p>
					{t("results.figures", {
						median: rounded(figures.median),
						lower: rounded(figures.lower),
						upper: rounded(figures.upper),
						mean: rounded(figures.mean),
					})}
				</p>
			)}
			{result.ranks.length > 0 && (
				<DataTable
					caption={result.title}
					captionHidden
					rows={result.ranks}
					rowKey={({ key }) => key}
					columns={[
						{ key: "label", header: t("results.choice"), rowHeader: true, cell: ({ label }) => label },
						{ key: "place", header: t("results.place"), numeric: true, cell: ({ place }) => rounded(place) },
					]}
				/>
			)}
			{result.kind === "file" && <p>{t("results.files")}</p>}
			{result.places.length > 0 && <PlaceResults id={`orte-${result.key}`} places={result.places} map={map} />}
			{result.texts.length > 0 && (
				<Section id={`texte-${result.key}`} title={t("results.texts")} level={3}>
					<ul>
						{result.texts.map((text, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words
							<li key={index}>{text}</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
