import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { type StoredDate, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { askedPosts } from "../../concerns/queries/asked-posts.server";
import { actingAs, mayPlan } from "../../policy.server";

type Written = {
	ownerId: string;
	heldOn: StoredDate;
	/** Posts of the owner that took part. */
	postIds: readonly string[];
	others: string | null;
	surveyId: string | null;
	found: string;
	changes: string;
	planId: string | null;
	decisionUrl: string | null;
};

type Refused = "day-to-come" | "who-missing" | "post-elsewhere" | "survey-unknown" | "plan-unknown";

async function refusalOf(world: ActWorld, written: Written, known: readonly string[]) {
	const { ownerId, heldOn, postIds, others, surveyId, planId } = written;
	const { db, now } = world;
	if (heldOn > today(now)) return refused("day-to-come", { field: "heldOn" });
	if (postIds.length === 0 && !others) return refused("who-missing", { field: "posts" });
	const posts = new Set([...known, ...(await askedPosts(world, ownerId)).map(({ id }) => id)]);
	if (postIds.some((id) => !posts.has(id))) return refused("post-elsewhere", { field: "posts" });
	const opened = { id: surveyId ?? "", ownerId, openedAt: { not: null } };
	if (surveyId && (await db.needsSurvey.count({ where: opened })) === 0) {
		return refused("survey-unknown", { field: "survey" });
	}
	const approved = { id: planId ?? "", ownerId, approvedAt: { not: null } };
	if (planId && (await db.coveragePlan.count({ where: approved })) === 0) {
		return refused("plan-unknown", { field: "plan" });
	}
	return null;
}

function columns({ heldOn, others, surveyId, found, changes, planId, decisionUrl }: Written) {
	return { heldOn, others, surveyId, found, changes, planId, decisionUrl };
}

/**
 * Records how the guides looked at their own work: when, who, what was found, what changes, and what followed.
 * @returns its id
 * @throws Forbidden or SignInNeeded
 */
export const recordReview = command(
	"guides.record-review",
	async (world: ActWorld, written: Written): Promise<Outcome<{ reviewId: string }, Refused>> => {
		const { db, actor, now } = world;
		const { ownerId, postIds } = written;
		demand(mayPlan, actor, { organisationId: ownerId });
		const refusal = await refusalOf(world, written, []);
		if (refusal) return refusal;
		const reviewId = newId(now);
		await db.guideReview.create({
			data: {
				id: reviewId,
				ownerId,
				...columns(written),
				recordedAt: now,
				recordedById: personIdOf(actor),
				posts: { createMany: { data: [...new Set(postIds)].map((postId) => ({ postId })) } },
			},
		});
		world.record({
			type: "guides.review.recorded",
			subject: { kind: "guide-review", id: reviewId },
			...actingAs(actor, ownerId).recorded,
			facts: { survey: written.surveyId, plan: written.planId },
		});
		return done({ reviewId });
	},
);

/** Puts a record right, e.g. names the plan that followed later. @throws NotFound; Forbidden or SignInNeeded */
export const amendReview = command(
	"guides.amend-review",
	async (
		world: ActWorld,
		{ reviewId, ...written }: Written & { reviewId: string },
	): Promise<Outcome<null, Refused>> => {
		const { db, actor } = world;
		const { ownerId, postIds } = written;
		demand(mayPlan, actor, { organisationId: ownerId });
		await db.$queryRaw`SELECT 1 FROM guide_review WHERE id = ${reviewId}::uuid FOR UPDATE`;
		const review = await db.guideReview.findFirst({ where: { id: reviewId, ownerId }, include: { posts: true } });
		if (!review) throw new NotFound();
		// a post that took part and has ended since stays in the record
		const refusal = await refusalOf(
			world,
			written,
			review.posts.map(({ postId }) => postId),
		);
		if (refusal) return refusal;
		await db.guideReviewPost.deleteMany({ where: { reviewId } });
		await db.guideReview.update({
			where: { id: reviewId },
			data: {
				...columns(written),
				posts: { createMany: { data: [...new Set(postIds)].map((postId) => ({ postId })) } },
			},
		});
		world.record({
			type: "guides.review.amended",
			subject: { kind: "guide-review", id: reviewId },
			...actingAs(actor, ownerId).recorded,
			facts: { survey: written.surveyId, plan: written.planId },
		});
		return done(null);
	},
);
