import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { ballotFormats, ballotsFile } from "../queries/ballots-file.server";
import type { Route } from "./+types/ballots-file";

const types = {
	pb: "text/plain; charset=utf-8",
	csv: "text/csv; charset=utf-8",
	json: "application/json; charset=utf-8",
} as const;

/** The published ballots as a file: .pb for public tools, CSV and JSON for everything else. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const format = ballotFormats.find((one) => one === params.format);
	if (!format) throw new NotFound();
	return new Response(await ballotsFile(world, params, format), {
		headers: {
			"Content-Type": types[format],
			"Content-Disposition": `attachment; filename="${params.process}-${params.budget}.${format}"`,
			"Cache-Control": "no-cache",
		},
	});
});
