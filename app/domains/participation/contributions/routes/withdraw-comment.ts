import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { withdrawComment } from "../commands/own-comment.server";
import { type KeyParams, ownCommentPathOf, ownKeyOf } from "../own-key";
import type { Route } from "./+types/withdraw-comment";

/** After a sign-in midway this address is opened by GET: back to the comment with its buttons. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) =>
	onward(ownCommentPathOf(params)),
);

/** Takes the own comment back; when that was done already, the page says so. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	await withdrawComment(world, { key: ownKeyOf(keyParams) });
	return onward(ownCommentPathOf(keyParams));
});
