import { conduct, onward } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { processAddress } from "../queries/find-process.server";
import type { Route } from "./+types/short-address";

/** /v/:code is short enough for paper and telephone; it leads to the process's page. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	onward(await processAddress(world, params.code)),
);
