import { conduct } from "~/platform/http/conduct.server";
import { wordFile, wordType } from "~/platform/word/word-file.server";
import type { World } from "~/platform/world.server";
import { tableRows } from "../queries/table-rows.server";
import type { Route } from "./+types/table-docx";

/** The weighing table as a Word file, as an annex of the council's paper. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { title, place, rows } = await tableRows(world, params);
	const [header = [[], []], ...body] = rows;
	const bytes = await wordFile({
		title,
		above: place,
		author: place,
		language: world.locale,
		footer: title,
		blocks: [
			{
				kind: "table",
				caption: null,
				header: header.map((lines) => lines.join(" ")),
				rows: body.map((row) => row.map((lines) => ({ lines: [...lines], strongFirst: true }))),
			},
		],
	});
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": wordType,
			"Content-Disposition": `attachment; filename="abwaegung-${params.process}.docx"`,
			"Cache-Control": "no-store",
		},
	});
});
