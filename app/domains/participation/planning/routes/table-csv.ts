import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { tableRows } from "../queries/table-rows.server";
import type { Route } from "./+types/table-csv";

/** The weighing table as CSV. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { rows } = await tableRows(world, params);
	return new Response(csvOf(rows.map((row) => row.map((lines) => lines.join("\n")))), {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="abwaegung-${params.process}.csv"`,
			"Cache-Control": "no-store",
		},
	});
});
