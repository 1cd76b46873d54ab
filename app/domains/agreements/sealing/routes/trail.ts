import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { mayReadInside } from "../../policy.server";
import { findAgreement } from "../../queries/find-agreement.server";
import { exportTrail } from "../trail.server";
import type { Route } from "./+types/trail";

/** The audit trail of an agreement for its parties, to be checked with pruefen.mjs. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const agreement = await findAgreement(world, params.code);
	if (!mayReadInside(world.actor, agreement)) throw new NotFound();
	const trail = await exportTrail(world.db, agreement);
	return new Response(`${JSON.stringify(trail, null, "\t")}\n`, {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="${agreement.number}-Pruefspur.json"`,
			"Cache-Control": "private, no-store",
		},
	});
});
