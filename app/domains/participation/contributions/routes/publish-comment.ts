import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { publishComment } from "../commands/moderate-comment.server";
import { moderatedComment } from "../queries/moderated-comment.server";
import type { Route } from "./+types/publish-comment";

const queue = (place: string) => `/o/${place}/verwaltung/moderation`;

/** After a sign-in midway this address is opened by GET: back to the queue with its buttons. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(queue(params.place)));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await moderatedComment(world, { place: params.place, id: givenId(params.comment) });
	const outcome = await publishComment(world, { id });
	return onward(`${queue(params.place)}${outcome.done ? "#kommentare" : "?entschieden"}`);
});
