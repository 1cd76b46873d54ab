import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { draftDays, guestAddressDays } from "../contribution";

const dayLength = 24 * 60 * 60 * 1000;

type ByOwner = { organisation_id: string; count: bigint }[];

function recordEach(world: ActWorld, type: string, rows: ByOwner): number {
	for (const { organisation_id: id, count } of rows) {
		world.record({ type, subject: { kind: "organisation", id }, ownerId: id, facts: { count: Number(count) } });
	}
	return rows.reduce((sum, { count }) => sum + Number(count), 0);
}

const deleteDrafts = command("participation.delete-old-drafts", async (world: ActWorld, _input: null) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const before = new Date(world.now.getTime() - draftDays * dayLength);
	// SQL: one statement that deletes and counts by owner; codes on their way and pictures go with the drafts.
	const rows = await world.db.$queryRaw<ByOwner>`
		WITH gone AS (
			DELETE FROM contribution WHERE submitted_at IS NULL AND updated_at < ${before} RETURNING id, organisation_id
		), pictures AS (
			UPDATE file SET removed_at = ${world.now} FROM gone
			WHERE subject_kind = 'contribution' AND subject_id = gone.id AND removed_at IS NULL
		) SELECT organisation_id, count(*) AS count FROM gone GROUP BY organisation_id ORDER BY organisation_id`;
	if (rows.length === 0) return refused("nothing-due");
	return done(recordEach(world, "participation.drafts.deleted", rows));
});

const deleteComments = command("participation.delete-old-comment-drafts", async (world: ActWorld, _input: null) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const before = new Date(world.now.getTime() - draftDays * dayLength);
	const rows = await world.db.$queryRaw<ByOwner>`
		WITH gone AS (
			DELETE FROM comment WHERE submitted_at IS NULL AND updated_at < ${before} RETURNING organisation_id
		) SELECT organisation_id, count(*) AS count FROM gone GROUP BY organisation_id ORDER BY organisation_id`;
	if (rows.length === 0) return refused("nothing-due");
	return done(recordEach(world, "participation.comment-drafts.deleted", rows));
});

const forgetCommenters = command("participation.forget-commenters", async (world: ActWorld, _input: null) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const before = new Date(world.now.getTime() - guestAddressDays * dayLength);
	const rows = await world.db.$queryRaw<ByOwner>`
		WITH gone AS (
			UPDATE comment SET guest_email = NULL
			WHERE guest_email IS NOT NULL AND submitted_at IS NOT NULL AND (withdrawn_at <= ${before}
				OR EXISTS (SELECT FROM process WHERE process.id = process_id AND archived_at <= ${before}))
			RETURNING comment.id, organisation_id
		), codes AS (
			DELETE FROM guest_code USING gone WHERE comment_id = gone.id
		) SELECT organisation_id, count(*) AS count FROM gone GROUP BY organisation_id ORDER BY organisation_id`;
	if (rows.length === 0) return refused("nothing-due");
	return done(recordEach(world, "participation.guest-addresses.deleted", rows));
});

const forgetAddresses = command("participation.forget-guest-addresses", async (world: ActWorld, _input: null) => {
	if (world.actor.kind !== "house") throw new Forbidden();
	const before = new Date(world.now.getTime() - guestAddressDays * dayLength);
	const rows = await world.db.$queryRaw<ByOwner>`
		WITH gone AS (
			UPDATE contribution SET guest_email = NULL
			WHERE guest_email IS NOT NULL AND submitted_at IS NOT NULL AND (
				withdrawn_at <= ${before}
				OR EXISTS (SELECT FROM process WHERE process.id = process_id AND archived_at <= ${before})
				OR EXISTS (
					SELECT FROM answered_contribution JOIN official_answer ON official_answer.id = answer_id
					WHERE contribution_id = contribution.id AND released_at <= ${before}))
			RETURNING contribution.id, organisation_id
		), codes AS (
			DELETE FROM guest_confirmation USING gone WHERE contribution_id = gone.id
		) SELECT organisation_id, count(*) AS count FROM gone GROUP BY organisation_id ORDER BY organisation_id`;
	if (rows.length === 0) return refused("nothing-due");
	return done(recordEach(world, "participation.guest-addresses.deleted", rows));
});

/** Deletes drafts of contributions and comments that nobody touched for 14 days. @returns how many */
export async function deleteOldDrafts(world: World): Promise<number> {
	const outcomes = [await deleteDrafts(world, null), await deleteComments(world, null)];
	return outcomes.reduce((sum, outcome) => sum + (outcome.done ? outcome.value : 0), 0);
}

/**
 * Deletes the addresses of guests who contributed 30 days after the answer, the archiving or the withdrawal, of guests who
 * commented 30 days after the archiving or the withdrawal. @returns how many
 */
export async function forgetGuestAddresses(world: World): Promise<number> {
	const outcomes = [await forgetAddresses(world, null), await forgetCommenters(world, null)];
	return outcomes.reduce((sum, outcome) => sum + (outcome.done ? outcome.value : 0), 0);
}
