import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { letterOf } from "../queries/letter.server";
import type { Route } from "./+types/letter";

/** The letter that tells a party what was declared in its name, as a tagged PDF. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const bytes = await plainPaper(await letterOf(world, params.code, givenId(params.word)), world.now);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": 'attachment; filename="brief-erklaerung.pdf"',
			"Cache-Control": "no-store",
		},
	});
});
