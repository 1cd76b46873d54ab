import { conduct } from "~/platform/http/conduct.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { idOrNull } from "../../given.server";
import { halfYearReport } from "../queries/report.server";
import { reportPaper } from "../report-paper.server";
import type { Route } from "./+types/report-pdf";

/** The half-year report as a tagged PDF. */
export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const asked = { municipalityId: idOrNull(query.get("ort")), halfYear: query.get("halbjahr") };
	const report = await halfYearReport(world, params.place, asked);
	const bytes = await plainPaper(reportPaper(world, report), world.now);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `inline; filename="bericht-${report.period.key}.pdf"`,
			"Cache-Control": "no-store",
		},
	});
});
