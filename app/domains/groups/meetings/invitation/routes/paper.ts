import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { invitationPaper } from "../paper.server";
import { paperInvitation } from "../queries/invitation-pages.server";
import type { Route } from "./+types/paper";

/** The invitation of one person as a tagged PDF, to be printed and sent by post. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const given = await paperInvitation(world, {
		...params,
		meeting: givenId(params.meeting),
		invitation: givenId(params.invitation),
	});
	const bytes = await plainPaper(invitationPaper(given), world.now);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": 'inline; filename="einladung.pdf"',
			"Cache-Control": "no-store",
		},
	});
});
