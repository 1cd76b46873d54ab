import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import type { World } from "~/platform/world.server";
import { undoSplit } from "../commands/split.server";
import { arrangingPage } from "../queries/arranging-page.server";
import type { Route } from "./+types/undo-split";

/** After a sign-in midway this address is opened by GET: back to the moderation. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) =>
	onward(`/o/${params.place}/verwaltung/moderation`),
);

/** Takes a part back that was taken out of another contribution; the page says when that is no longer possible. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await arrangingPage(world, { place: params.place, id: givenId(params.contribution) });
	const outcome = await undoSplit(world, { id });
	return onward(`/b/${code}${outcome.done ? "" : "?bleibt"}`);
});
