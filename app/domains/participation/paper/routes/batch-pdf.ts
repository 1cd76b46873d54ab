import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { batchOfLetters } from "../queries/letters.server";
import { lettersPdf } from "../sheets.server";
import type { Route } from "./+types/batch-pdf";

/** The letters of a batch, to print as often as need be; not kept anywhere. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const batch = await batchOfLetters(world, params);
	if (batch.letters.every(({ forgottenAt }) => forgottenAt !== null)) throw new NotFound();
	return new Response(new Uint8Array(await lettersPdf(batch)), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `inline; filename="briefe-${params.process}-${batch.number}.pdf"`,
			"Cache-Control": "no-store",
		},
	});
});
