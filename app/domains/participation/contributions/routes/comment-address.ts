import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { commentAddress } from "../queries/comment-page.server";
import type { Route } from "./+types/comment-address";

/** The permanent address of a comment leads to its place in the threads, on whatever page it stands by now. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	onward(await commentAddress(world, params.code)),
);
