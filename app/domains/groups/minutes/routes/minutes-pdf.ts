import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { minutesPaper } from "../paper.server";
import { askedText } from "../queries/asked-text.server";
import { minutesPage } from "../queries/minutes-page.server";
import type { Route } from "./+types/minutes-pdf";

/** Minutes as a tagged PDF, with the same rules for who reads which version as on the page. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const page = await minutesPage(world, { ...params, meeting: givenId(params.meeting) }, askedText(request));
	const made = page.finalAt ?? page.version?.at ?? world.now;
	const bytes = await plainPaper(minutesPaper(world.locale, page), made);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `inline; filename="protokoll-${page.content.day}.pdf"`,
			"Cache-Control": "no-store",
		},
	});
});
