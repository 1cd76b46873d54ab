import { conduct } from "~/platform/http/conduct.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { sheetPaper } from "../paper.server";
import { councilSheet } from "../queries/council-sheet.server";
import type { Route } from "./+types/sheet-pdf";

/** The hand-over sheet as a tagged PDF. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const sheet = await councilSheet(world, params);
	const bytes = await plainPaper(sheetPaper(world, sheet), world.now);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `inline; filename="uebergabeblatt-${sheet.about.code}.pdf"`,
			"Cache-Control": "no-store",
		},
	});
});
