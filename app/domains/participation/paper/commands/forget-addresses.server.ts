import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { addressDays } from "../paper";

type ByOwner = { organisation_id: string; count: number };

const forget = command("participation.forget-paper-addresses", async (world: ActWorld, _input: null) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const before = new Date(world.now.getTime() - addressDays * 24 * 60 * 60 * 1000);
	// SQL: one statement that forgets and counts by owner. A correction that is still to be told keeps the address.
	const rows = await world.db.$queryRaw<ByOwner[]>`
		WITH gone AS (
			UPDATE paper_entry e SET name = NULL, street = NULL, town = NULL, phone = NULL, forgotten_at = ${world.now}
			FROM paper_entry o
			LEFT JOIN contribution c ON c.id = o.contribution_id
			LEFT JOIN comment k ON k.id = o.comment_id
			WHERE o.id = e.id AND e.forgotten_at IS NULL
				AND (e.name IS NOT NULL OR e.street IS NOT NULL OR e.town IS NOT NULL OR e.phone IS NOT NULL)
				AND (coalesce(c.withdrawn_at, k.withdrawn_at) <= ${before}
					OR EXISTS (SELECT FROM process WHERE process.id = e.process_id AND archived_at <= ${before})
					OR EXISTS (
						SELECT FROM paper_reply p JOIN official_answer a ON a.id = p.answer_id AND a.released_revision = p.revision
						WHERE p.entry_id = e.id AND p.told_at <= ${before}))
			RETURNING e.organisation_id
		) SELECT organisation_id, count(*)::int AS count FROM gone GROUP BY organisation_id ORDER BY organisation_id`;
	if (rows.length === 0) return refused("nothing-due");
	for (const { organisation_id: id, count } of rows) {
		world.record({
			type: "participation.paper-addresses.deleted",
			subject: { kind: "organisation", id },
			ownerId: id,
			facts: { count },
		});
	}
	return done(rows.reduce((sum, { count }) => sum + count, 0));
});

/**
 * Deletes names, addresses and telephone numbers 30 days after the letter was sent or the call was made, the process was
 * archived or the contribution was taken back. @returns how many
 */
export async function forgetPaperAddresses(world: World): Promise<number> {
	const outcome = await forget(world, null);
	return outcome.done ? outcome.value : 0;
}
