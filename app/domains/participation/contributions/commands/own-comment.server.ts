import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { type CommentProblem, commentProblem, commentText, mentionsLink } from "../comment";
import { mayHappen, mayStillChange, stateOf, waitsForModerator } from "../contribution";
import { refusedByBan } from "../queries/ban.server";
import { ownComment } from "../queries/find-comment.server";
import type { OwnKey } from "../queries/find-contribution.server";
import { isNewHere } from "../queries/newcomer.server";
import { rulesOf } from "../queries/rules.server";

/**
 * The author changes the own comment, for an hour after it appeared. The earlier text stays readable for everybody; where
 * comments are read before they appear, this one waits again.
 * Refused when the time is over, a moderator has hidden it, or nothing changed.
 */
export const changeComment = command(
	"participation.change-comment",
	async (
		world: ActWorld,
		{ key, text: typed }: { key: OwnKey; text: string },
	): Promise<Outcome<{ waits: boolean }, CommentProblem["code"] | "comment-fixed" | "not-changed" | "banned">> => {
		const found = await ownComment(world, key);
		// Locked, so that of two changes at once the second sees the first.
		await world.db.$queryRaw`SELECT 1 FROM comment WHERE id = ${found.id}::uuid FOR UPDATE`;
		const comment = await ownComment(world, key);
		if (!comment.submittedAt || !mayStillChange(comment, "comment", world.now)) return refused("comment-fixed");
		const { organisationId } = comment;
		const banned = await refusedByBan(world, { organisationId, email: comment.guestEmail });
		if (banned) return banned;
		const text = commentText(typed);
		const problem = commentProblem(text);
		if (problem) return { done: false, refusals: [problem] };
		if (text === comment.text) return refused("not-changed", { field: "text" });
		const rules = await rulesOf(world, comment.contribution.process);
		const waits = waitsForModerator({
			moderation: rules.commentsAppear,
			isNewcomer: await isNewHere(world, comment.authorId),
			hasLink: mentionsLink(text),
		});
		const wasPublic = comment.publishedAt !== null;
		if (wasPublic) {
			const version = 1 + (await world.db.commentVersion.count({ where: { commentId: comment.id } }));
			await world.db.commentVersion.create({
				data: { commentId: comment.id, version, text: comment.text, replacedAt: world.now },
			});
		}
		await world.db.comment.update({
			where: { id: comment.id },
			data: {
				text,
				updatedAt: world.now,
				...(wasPublic && { changedAt: world.now, publishedAt: waits ? null : comment.publishedAt }),
			},
		});
		world.record({
			type: "participation.comment.changed",
			subject: { kind: "comment", id: comment.id },
			ownerId: organisationId,
			facts: { contribution: comment.contributionId, waits: wasPublic && waits },
		});
		return done({ waits });
	},
);

/** The author takes a comment back. Its place in the thread stays, its text and its earlier texts are no longer shown. */
export const withdrawComment = command(
	"participation.withdraw-comment",
	async (world: ActWorld, { key }: { key: OwnKey }): Promise<Outcome<null, "not-to-withdraw">> => {
		const comment = await ownComment(world, key);
		if (!mayHappen(stateOf(comment), "withdraw")) return refused("not-to-withdraw");
		const { count } = await world.db.comment.updateMany({
			where: { id: comment.id, submittedAt: { not: null }, withdrawnAt: null },
			data: { withdrawnAt: world.now, updatedAt: world.now },
		});
		if (count === 0) return refused("not-to-withdraw");
		world.record({
			type: "participation.comment.withdrawn",
			subject: { kind: "comment", id: comment.id },
			ownerId: comment.organisationId,
			facts: { contribution: comment.contributionId },
		});
		return done(null);
	},
);

/** „Überprüfung verlangen“ for a hidden comment: its author asks a second person to look, once. */
export const askForCommentReview = command(
	"participation.ask-for-comment-review",
	async (
		world: ActWorld,
		{ key, text }: { key: OwnKey; text: string },
	): Promise<Outcome<null, "not-hidden" | "review-asked-before">> => {
		const comment = await ownComment(world, key);
		if (!mayHappen(stateOf(comment), "ask-review")) return refused("not-hidden");
		await world.db.$queryRaw`SELECT 1 FROM comment WHERE id = ${comment.id}::uuid FOR UPDATE`;
		const hidings = await world.db.commentModeration.findMany({
			where: { commentId: comment.id, outcome: "hidden" },
			orderBy: { at: "desc" },
		});
		const last = hidings[0];
		if (!last) return refused("not-hidden");
		if (hidings.some(({ reviewAskedAt }) => reviewAskedAt)) return refused("review-asked-before");
		await world.db.commentModeration.update({
			where: { id: last.id },
			data: { reviewAskedAt: world.now, reviewText: text.trim() },
		});
		world.record({
			type: "participation.comment.review-asked",
			subject: { kind: "comment", id: comment.id },
			ownerId: comment.organisationId,
			facts: { contribution: comment.contributionId, moderation: last.id },
		});
		return done(null);
	},
);
