import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { type Act, type ModerationRule, mayHappen, stateOf } from "../contribution";
import { mayModerate } from "../policy.server";
import { commentById, type FoundComment } from "../queries/find-comment.server";
import { settleReports } from "./report.server";

async function toModerate(world: ActWorld, id: string, act: Act): Promise<FoundComment | null> {
	const comment = await commentById(world, id);
	demand(mayModerate, world.actor, comment);
	return mayHappen(stateOf(comment), act) ? comment : null;
}

/** A moderator lets a waiting comment appear. Of two at once one wins, the other is told. */
export const publishComment = command(
	"participation.publish-comment",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "already-decided">> => {
		const comment = await toModerate(world, id, "publish");
		if (!comment) return refused("already-decided");
		const { count } = await world.db.comment.updateMany({
			where: { id, submittedAt: { not: null }, publishedAt: null, hiddenAt: null, withdrawnAt: null },
			data: { publishedAt: world.now, updatedAt: world.now },
		});
		if (count === 0) return refused("already-decided");
		await world.db.commentModeration.create({
			data: {
				id: newId(world.now),
				commentId: id,
				outcome: "published",
				moderatorId: personIdOf(world.actor),
				at: world.now,
			},
		});
		world.record({
			type: "participation.comment.published",
			subject: { kind: "comment", id },
			ownerId: comment.organisationId,
			facts: { contribution: comment.contributionId, number: comment.number, by: "moderator" },
		});
		return done(null);
	},
);

/** A moderator hides a comment, naming the rule it breaks and a reason that its author reads; open reports of it are settled. */
export const hideComment = command(
	"participation.hide-comment",
	async (
		world: ActWorld,
		{ id, rule, reason }: { id: string; rule: ModerationRule; reason: string },
	): Promise<Outcome<null, "already-decided">> => {
		const comment = await toModerate(world, id, "hide");
		if (!comment) return refused("already-decided");
		const { count } = await world.db.comment.updateMany({
			where: { id, publishedAt: comment.publishedAt, hiddenAt: null, withdrawnAt: null },
			data: { hiddenAt: world.now, updatedAt: world.now },
		});
		if (count === 0) return refused("already-decided");
		const moderation = newId(world.now);
		await world.db.commentModeration.create({
			data: {
				id: moderation,
				commentId: id,
				outcome: "hidden",
				rule,
				reason: reason.trim(),
				moderatorId: personIdOf(world.actor),
				at: world.now,
			},
		});
		await settleReports(world, { contributionId: comment.contributionId, commentId: id, outcome: "hidden" });
		world.record({
			type: "participation.comment.hidden",
			subject: { kind: "comment", id },
			ownerId: comment.organisationId,
			facts: { contribution: comment.contributionId, number: comment.number, rule, moderation },
		});
		return done(null);
	},
);

/** A second person decides on the review of a hidden comment. Who hid it may not decide. */
export const decideCommentReview = command(
	"participation.decide-comment-review",
	async (
		world: ActWorld,
		{ id, outcome, reason }: { id: string; outcome: "upheld" | "reversed"; reason: string },
	): Promise<Outcome<null, "already-decided" | "second-person-needed">> => {
		const moderation = await world.db.commentModeration.findUnique({ where: { id } });
		if (!moderation) throw new NotFound();
		const comment = await commentById(world, moderation.commentId);
		demand(mayModerate, world.actor, comment);
		const reviewedById = personIdOf(world.actor);
		if (moderation.moderatorId !== null && moderation.moderatorId === reviewedById) {
			return refused("second-person-needed");
		}
		const { count } = await world.db.commentModeration.updateMany({
			where: { id, reviewAskedAt: { not: null }, reviewedAt: null },
			data: { reviewedAt: world.now, reviewedById, reviewOutcome: outcome, reviewReason: reason.trim() },
		});
		if (count === 0) return refused("already-decided");
		if (outcome === "reversed") {
			await world.db.comment.updateMany({
				where: { id: comment.id, hiddenAt: { not: null } },
				data: { hiddenAt: null, publishedAt: comment.publishedAt ?? world.now, updatedAt: world.now },
			});
		}
		world.record({
			type: "participation.comment.review-decided",
			subject: { kind: "comment", id: comment.id },
			ownerId: comment.organisationId,
			facts: { contribution: comment.contributionId, moderation: id, outcome },
		});
		return done(null);
	},
);
