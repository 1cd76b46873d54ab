import { serveFile } from "~/domains/files/index.server";
import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { guestFile } from "../queries/guest-pages.server";
import type { Route } from "./+types/guest-file";

/** Hands out a paper to a guest who was invited to it. */
export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) =>
	serveFile(request, await guestFile(world, params.token, params.file)),
);
