import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { formPage } from "../queries/form-page.server";
import { formPdf } from "../sheets.server";
import type { Route } from "./+types/form-pdf";

/** The form to fill in by hand, one page A4. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const page = await formPage(world, params, new URL(request.url).searchParams.get("art"));
	return new Response(new Uint8Array(await formPdf(page, world.locale, world.now)), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `inline; filename="bogen-${params.process}.pdf"`,
			"Cache-Control": "no-cache",
		},
	});
});
