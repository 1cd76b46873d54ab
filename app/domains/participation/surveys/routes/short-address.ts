import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { surveyAddress } from "../queries/survey-pages.server";
import type { Route } from "./+types/short-address";

/** The short address on paper leads to the survey. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	onward(await surveyAddress(world, params.code)),
);
