import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { docxOf } from "../docx.server";
import { tableRows } from "../queries/table-rows.server";
import type { Route } from "./+types/table-docx";

/** The weighing table as a Word file, as an annex of the council's paper. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { title, rows } = await tableRows(world, params);
	return new Response(new Uint8Array(docxOf(title, rows)), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			"Content-Disposition": `attachment; filename="abwaegung-${params.process}.docx"`,
			"Cache-Control": "no-store",
		},
	});
});
