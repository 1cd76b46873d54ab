import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { askedPosts } from "../../concerns/queries/asked-posts.server";
import { dayText } from "../../days.server";
import { givenId } from "../../given.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";

const shown = {
	survey: { select: { year: true } },
	plan: { select: { id: true, name: true, validFrom: true } },
	posts: { include: { post: { select: { label: true } } } },
} as const satisfies Prisma.GuideReviewInclude;

const most = 100;

/**
 * The reviews of an owner, latest first. Free of names; the caller has asked whether the reader may see them.
 * @param within only those of these days, half-open
 */
export async function reviewsOf(
	{ db }: Pick<View, "db">,
	{ ownerId, within }: { ownerId: string; within?: { gte: Date; lt: Date } },
) {
	const rows = await db.guideReview.findMany({
		where: { ownerId, ...(within ? { heldOn: within } : {}) },
		orderBy: [{ heldOn: "desc" }, { id: "desc" }],
		take: most,
		include: shown,
	});
	return rows.map(({ id, heldOn, found, changes, others, survey, plan, decisionUrl, posts }) => ({
		id,
		heldOn: dayText(heldOn),
		found,
		changes,
		who: [...posts.map(({ post }) => post.label).toSorted(), ...(others ? [others] : [])],
		year: survey?.year ?? null,
		plan: plan && { id: plan.id, name: plan.name, from: dayText(plan.validFrom) },
		decisionUrl,
	}));
}

export type ShownReview = Awaited<ReturnType<typeof reviewsOf>>[number];

/** What the form of a review needs; "neu" for a new one. @throws NotFound; Forbidden or SignInNeeded */
export async function reviewPage(view: View, params: { place: string; review: string }) {
	const place = await placeOfGuides(view, params.place);
	const { ownerId } = place;
	const { db } = view;
	const [posts, surveys, plans, review] = await Promise.all([
		askedPosts(view, ownerId),
		db.needsSurvey.findMany({
			where: { ownerId, openedAt: { not: null } },
			select: { id: true, year: true },
			orderBy: { year: "desc" },
		}),
		db.coveragePlan.findMany({
			where: { ownerId, approvedAt: { not: null } },
			select: { id: true, name: true, validFrom: true },
			orderBy: [{ validFrom: "desc" }, { id: "desc" }],
			take: most,
		}),
		params.review === "neu"
			? null
			: db.guideReview.findFirst({
					where: { id: givenId(params.review), ownerId },
					include: { posts: { include: { post: { select: { label: true } } } } },
				}),
	]);
	if (params.review !== "neu" && !review) throw new NotFound();
	const ended = (review?.posts ?? []).filter(({ postId }) => !posts.some(({ id }) => id === postId));
	return {
		place,
		posts: [...posts, ...ended.map(({ postId, post }) => ({ id: postId, label: post.label }))],
		surveys,
		plans: plans.map(({ id, name, validFrom }) => ({ id, name, from: dayText(validFrom) })),
		review: review && {
			id: review.id,
			heldOn: dayText(review.heldOn),
			postIds: review.posts.map(({ postId }) => postId),
			others: review.others,
			surveyId: review.surveyId,
			found: review.found,
			changes: review.changes,
			planId: review.planId,
			decisionUrl: review.decisionUrl,
		},
	};
}
