import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { eventAddress } from "../queries/event-page.server";
import type { Route } from "./+types/short-address";

/** /termin/:code is short enough for posters and the telephone. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	onward(await eventAddress(world, params.code)),
);
