import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { recordArchive, recordPage } from "../queries/record.server";
import type { Route } from "./+types/record-archive";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { concluded } = await recordPage(world, params.code);
	if (!concluded) throw new NotFound();
	const { name, bytes } = await recordArchive(world, params.code);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/zip",
			"Content-Disposition": `attachment; filename="${name}"`,
			"Cache-Control": "no-store",
		},
	});
});
