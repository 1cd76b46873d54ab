import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { textAddress } from "../queries/text-page.server";
import type { Route } from "./+types/short-address";

/** /t/:code is short enough for paper and telephone; it leads to the newest version of the text. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	onward(await textAddress(world, params.code)),
);
