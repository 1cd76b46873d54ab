import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { handOverPackage } from "../package.server";
import { councilSheet } from "../queries/council-sheet.server";
import type { Route } from "./+types/package";

/** The package for the council's office. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const sheet = await councilSheet(world, params);
	const bytes = await handOverPackage(world, sheet);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/zip",
			"Content-Disposition": `attachment; filename="vorlage-${sheet.about.code}.zip"`,
			"Cache-Control": "no-store",
		},
	});
});
