import { dayOf } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import type { Route } from "./+types/this-year";

/** Without a year: the present one. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	onward(`/o/${encodeURIComponent(params.place)}/beteiligung/auswertung/${dayOf(world.now).year}`),
);
