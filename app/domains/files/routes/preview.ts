import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { fileToServe } from "../queries/files.server";
import { storage } from "../storage.server";
import type { Route } from "./+types/preview";

/** The small picture of a picture. */
export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const file = await fileToServe(world, params.id);
	if (!file.hasThumbnail) throw new NotFound();
	return storage().serve(request, file, { variant: "thumbnail", show: true });
});
