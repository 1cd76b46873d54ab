import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";

const mend = command("participation.recount-supports", async (world: ActWorld, _input: null) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	// SQL: compares two columns of figures in one statement; what was just given is seen together with its figure.
	const rows = await world.db.$queryRaw<{ organisation_id: string; count: number }[]>`
		WITH given AS (
			SELECT contribution_id, count(*)::int AS supports FROM (
				SELECT contribution_id FROM support UNION ALL SELECT contribution_id FROM guest_support
			) every GROUP BY contribution_id
		), wrong AS (
			SELECT c.id, coalesce(given.supports, 0) AS supports
			FROM contribution c FULL JOIN given ON given.contribution_id = c.id
			WHERE c.support_count <> coalesce(given.supports, 0)
		), mended AS (
			UPDATE contribution SET support_count = wrong.supports FROM wrong
			WHERE contribution.id = wrong.id RETURNING organisation_id
		) SELECT organisation_id, count(*)::int AS count FROM mended GROUP BY organisation_id ORDER BY organisation_id`;
	if (rows.length === 0) return refused("nothing-due");
	for (const { organisation_id: id, count } of rows) {
		world.record({
			type: "participation.support-figures.mended",
			subject: { kind: "organisation", id },
			ownerId: id,
			facts: { count },
		});
	}
	return done(rows.reduce((sum, { count }) => sum + count, 0));
});

/**
 * Compares the stored figures of supports with the supports themselves, mends what differs and records that it did: the
 * triggers keep them, so every difference means that somebody wrote past them. @returns how many were wrong
 */
export async function recountSupports(world: World): Promise<number> {
	const outcome = await mend(world, null);
	return outcome.done ? outcome.value : 0;
}
