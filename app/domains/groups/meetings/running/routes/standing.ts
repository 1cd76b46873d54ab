import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { liveStanding } from "../queries/running-page.server";
import { standingWords } from "../standing-words";
import type { Route } from "./+types/standing";

/** The live numbers of a meeting in sentences, for the page that shows them. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const item = new URL(request.url).searchParams.get("top");
	const { running, standing, called } = await liveStanding(
		world,
		{ ...params, meeting: givenId(params.meeting) },
		item && givenId(item),
	);
	return Response.json(
		{ running, lines: standingWords(world.locale, standing, called) },
		{ headers: { "Cache-Control": "no-store" } },
	);
});
