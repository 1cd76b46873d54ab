import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { managedPath } from "../../ui/group-crumbs";
import { writeJoinLetter } from "../commands/write-join-letter.server";
import { joinLetter } from "../paper.server";
import { letterPage } from "../queries/join-pages.server";
import type { Route } from "./+types/join-letter-paper";

const pageOf = (params: { place: string; group: string; seat: string }) =>
	`${managedPath(params.place, params.group)}/mitglieder/${params.seat}/brief`;

/** A letter cannot be called up again: its code is known to nobody. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => {
	throw onward(pageOf(params));
});

/** Makes a new code and the letter it stands in, as a tagged PDF. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const seat = await letterPage(world, { ...params, seat: givenId(params.seat) });
	const outcome = await writeJoinLetter(world, { groupId: seat.groupId, membershipId: seat.id });
	// joined or ended meanwhile: the page says so
	if (!outcome.done) return onward(pageOf(params));
	const bytes = await plainPaper(joinLetter({ ...seat, code: outcome.value.code }), world.now);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": 'attachment; filename="brief-sitz.pdf"',
			"Cache-Control": "no-store",
		},
	});
});
