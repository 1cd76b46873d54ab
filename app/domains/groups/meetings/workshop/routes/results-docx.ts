import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { textFor } from "~/platform/i18n";
import type { Paper } from "~/platform/typesetting/plain-paper";
import { wordFile, wordType } from "~/platform/word/word-file.server";
import type { World } from "~/platform/world.server";
import { workshopMessages } from "../messages";
import { workshopTables } from "../queries/tables-page.server";
import type { Route } from "./+types/results-docx";

/** What the tables brought to the plenary as a Word file, so that it can become a document. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const workshop = await workshopTables(world, { ...params, meeting: givenId(params.meeting) });
	const t = textFor(world.locale, workshopMessages);
	const paper: Paper = {
		title: workshop.meeting.title,
		above: t("paper.above"),
		author: workshop.group.name,
		language: world.locale,
		footer: workshop.group.name,
		blocks: workshop.tables.flatMap(({ number, topic, results }): Paper["blocks"] => [
			{ kind: "heading", level: 1, text: t("tables.table", { number: String(number), topic }) },
			results.length === 0
				? { kind: "text", text: t("paper.none") }
				: {
						kind: "table",
						caption: null,
						header: [t("paper.result"), t("paper.dots")],
						rows: results.map(({ text, dots }) => [text, String(dots)]),
						numeric: [1],
						weights: [5, 1],
					},
		]),
	};
	return new Response(new Uint8Array(await wordFile(paper)), {
		headers: {
			"Content-Type": wordType,
			"Content-Disposition": 'attachment; filename="ergebnisse.docx"',
			"Cache-Control": "no-store",
		},
	});
});
