import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { fileToServe } from "../queries/files.server";
import { serveFile } from "../serve.server";
import type { Route } from "./+types/file";

/** Hands out a file: pictures may be shown in a page, everything else is downloaded. */
export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const file = await fileToServe(world, params.id);
	return serveFile(request, file);
});
