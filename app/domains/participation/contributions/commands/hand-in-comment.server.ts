import type { ActWorld } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { mentionsLink } from "../comment";
import { stateOf, waitsForModerator } from "../contribution";
import { canBeCommented } from "../policy.server";
import { refusedByBan } from "../queries/ban.server";
import type { FoundComment } from "../queries/find-comment.server";
import { isNewHere } from "../queries/newcomer.server";
import { rulesOf } from "../queries/rules.server";

export type CommentRefusal = "comments-closed" | "already-handed-in" | "guests-not-welcome" | "banned";

type CommentBy = { authorId: string; guestEmail: null } | { authorId: null; guestEmail: string };

/**
 * Hands a stored comment in: it gets the next number of its contribution, whose row is locked until the act is committed,
 * and its place in the thread that it replies to. Used by all ways of commenting.
 */
export async function handInComment(
	world: ActWorld,
	comment: FoundComment,
	by: CommentBy,
): Promise<Outcome<{ id: string; code: string; waits: boolean }, CommentRefusal>> {
	const { contribution, id, code, contributionId } = comment;
	const { process } = contribution;
	if (stateOf(comment) !== "draft") return refused("already-handed-in");
	if (!canBeCommented(process, contribution, world.now)) return refused("comments-closed");
	const rules = await rulesOf(world, process);
	if (by.authorId === null && !rules.guestsComment) return refused("guests-not-welcome");
	const banned = await refusedByBan(world, { organisationId: comment.organisationId, email: by.guestEmail });
	if (banned) return banned;
	const [row] = await world.db.$queryRaw<{ number: number }[]>`
		UPDATE contribution SET next_comment = next_comment + 1
		WHERE id = ${contributionId}::uuid RETURNING next_comment - 1 AS number`;
	if (!row) throw new Error(`contribution ${contributionId} has gone`);
	const answered = comment.replyToId
		? await world.db.comment.findUnique({ where: { id: comment.replyToId }, select: { thread: true } })
		: null;
	const waits = waitsForModerator({
		moderation: rules.commentsAppear,
		isNewcomer: await isNewHere(world, by.authorId),
		hasLink: mentionsLink(comment.text),
		unproven: comment.unproven && by.authorId !== null,
	});
	const { count } = await world.db.comment.updateMany({
		where: { id, submittedAt: null },
		data: {
			...by,
			number: row.number,
			thread: answered?.thread ?? row.number,
			submittedAt: world.now,
			updatedAt: world.now,
			publishedAt: waits ? null : world.now,
		},
	});
	if (count === 0) return refused("already-handed-in");
	const subject = { kind: "comment", id };
	const ownerId = comment.organisationId;
	const facts = { contribution: contributionId, number: row.number };
	world.record({
		type: "participation.comment.handed-in",
		subject,
		ownerId,
		facts: { ...facts, guest: by.authorId === null, waits },
	});
	if (!waits) {
		world.record({ type: "participation.comment.published", subject, ownerId, facts: { ...facts, by: "process" } });
	}
	return done({ id, code, waits });
}
