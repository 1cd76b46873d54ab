import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { dataFile } from "../queries/data-files.server";
import type { Route } from "./+types/data-file";

/** One file of the open data of a process. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	dataFile(world, params),
);
