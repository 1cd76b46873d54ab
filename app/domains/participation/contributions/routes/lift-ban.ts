import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { liftBan } from "../commands/ban.server";
import { bansAt } from "../queries/bans.server";
import type { Route } from "./+types/lift-ban";

const list = (place: string) => `/o/${place}/verwaltung/moderation/sperren`;

/** After a sign-in midway this address is opened by GET: back to the list with its buttons. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(list(params.place)));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const id = givenId(params.ban);
	const { bans } = await bansAt(world, params.place);
	if (!bans.some((ban) => ban.id === id)) throw new NotFound();
	const outcome = await liftBan(world, { id });
	return onward(`${list(params.place)}${outcome.done ? "" : "?entschieden"}`);
});
