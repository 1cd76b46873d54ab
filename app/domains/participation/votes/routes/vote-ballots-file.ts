import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { voteBallotsFile, voteFileFormats } from "../queries/vote-pages.server";
import type { Route } from "./+types/vote-ballots-file";

const types = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;

/** The published ballots as a file: JSON with the whole rule for recounting, CSV for everything else. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const format = voteFileFormats.find((one) => one === params.format);
	if (!format) throw new NotFound();
	return new Response(await voteBallotsFile(world, params, format), {
		headers: {
			"Content-Type": types[format],
			"Content-Disposition": `attachment; filename="${params.process}-abstimmung-${params.vote}.${format}"`,
			"Cache-Control": "no-cache",
		},
	});
});
