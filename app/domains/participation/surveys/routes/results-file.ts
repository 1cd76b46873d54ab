import { pointText } from "~/domains/organisations";
import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { smallestGroup } from "../../small-groups";
import { messages } from "../messages";
import { surveyResults } from "../queries/survey-pages.server";
import type { Route } from "./+types/results-file";

/** The published results as a file: the same withheld numbers as on the page, and nothing of single answers. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { format } = params;
	if (format !== "csv" && format !== "json") throw new NotFound();
	const { title, answers, note, results } = await surveyResults(
		world,
		params,
		textFor(world.locale, messages)("other"),
	);
	const body =
		format === "json"
			? JSON.stringify({ title, answers, note, smallestGroup, questions: results }, null, "\t")
			: csvOf([
					["question", "kind", "row", "answer", "measure", "value"],
					...results.flatMap(({ title: question, kind, answered, charts, figures, ranks, texts, places }) => [
						[question, kind, null, null, "answered", answered],
						...charts.flatMap(({ label: row, cells }) =>
							cells.map(({ label, count }) => [question, kind, row, label, "count", count]),
						),
						...Object.entries(figures ?? {}).map(([measure, value]) => [question, kind, null, null, measure, value]),
						...ranks.map(({ label, place }) => [question, kind, null, label, "mean place", place]),
						...places.map(({ words, point }) => [question, kind, null, words, "place", point && pointText(point)]),
						...texts.map((text) => [question, kind, null, text, "text", null]),
					]),
				]);
	return new Response(body, {
		headers: {
			"Content-Type": `${format === "csv" ? "text/csv" : "application/json"}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="${params.process}-umfrage-${params.survey}.${format}"`,
			"Cache-Control": "no-cache",
		},
	});
});
