import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { certificatePem } from "../queries/house-seal.server";
import type { Route } from "./+types/certificate";

/** A certificate of this house as PEM: the one it seals with now, or with `sha256` one of before. */
export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const pem = await certificatePem(world.db, new URL(request.url).searchParams.get("sha256"));
	if (pem === null) throw new NotFound();
	return new Response(pem, {
		headers: {
			"Content-Type": "application/x-pem-file",
			"Content-Disposition": 'attachment; filename="gemeinwerk-pruefvermerk.pem"',
		},
	});
});
