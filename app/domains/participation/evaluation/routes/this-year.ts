import { placeOf } from "~/domains/organisations/index.server";
import { dayOf } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import type { Route } from "./+types/this-year";

/** Without a year: the present one. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { slug } = await placeOf(world, params.place);
	return onward(`/o/${slug}/beteiligung/auswertung/${dayOf(world.now).year}`);
});
