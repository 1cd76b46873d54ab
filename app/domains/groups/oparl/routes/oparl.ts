import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { oparlAnswer } from "../answer.server";
import type { Route } from "./+types/oparl";

/** Everybody's programs may read it from any page (OParl 1.1, 2.3: CORS). */
const open = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=60" };

/** Our OParl 1.1 interface: public meetings and papers of working groups, for programs. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const splat = ("*" in params && params["*"]) || "";
	const answer = await oparlAnswer(world, splat, new URL(request.url).searchParams);
	if (answer.status !== 200) {
		const error = answer.status === 400 ? "A filter or page in this address is none." : "There is nothing here.";
		return Response.json({ error }, { status: answer.status, headers: open });
	}
	if ("json" in answer) return Response.json(answer.json, { headers: open });
	return new Response(answer.text, {
		headers: {
			...open,
			"Content-Type": `${answer.mediaType}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="${answer.name}"`,
		},
	});
});
