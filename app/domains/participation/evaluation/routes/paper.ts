import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { evaluationPage } from "../queries/evaluation-page.server";
import { evaluationPaper } from "../rendering/paper.server";
import type { Route } from "./+types/paper";

/** The evaluation of a process as PDF; who may read it is asked of the same query as for the page. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const pdf = await evaluationPaper(await evaluationPage(world, params), world.locale);
	return new Response(new Uint8Array(pdf), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `attachment; filename="auswertung-${params.process}.pdf"`,
			"Cache-Control": "no-store",
		},
	});
});
