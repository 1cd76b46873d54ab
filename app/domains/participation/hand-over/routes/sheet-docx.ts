import { conduct } from "~/platform/http/conduct.server";
import { wordFile, wordType } from "~/platform/word/word-file.server";
import type { World } from "~/platform/world.server";
import { sheetPaper } from "../paper.server";
import { councilSheet } from "../queries/council-sheet.server";
import type { Route } from "./+types/sheet-docx";

/** The hand-over sheet as a Word file, to be taken into the council's paper. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const sheet = await councilSheet(world, params);
	const bytes = await wordFile(sheetPaper(world, sheet));
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": wordType,
			"Content-Disposition": `attachment; filename="uebergabeblatt-${sheet.about.code}.docx"`,
			"Cache-Control": "no-store",
		},
	});
});
