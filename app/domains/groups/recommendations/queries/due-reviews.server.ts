import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { actingPosts } from "../../queries/acting-posts.server";
import { dayText } from "../../queries/names.server";
import { reviewDue } from "../life";

/** Published decisions whose review is due on a day and not done. What was revoked or replaced is looked at no more. */
export function dueReviews(day: Date): Prisma.RecommendationWhereInput {
	return {
		publishedAt: { not: null },
		steps: { none: { state: "revoked" } },
		AND: [
			{ OR: [{ replacedBy: null }, { replacedBy: { fromDay: { gt: day } } }] },
			{
				OR: [
					{ reviewOn: { lte: day }, reviews: { none: {} } },
					{ reviews: { some: { doneAt: null, dueOn: { lte: day } } } },
				],
			},
		],
	};
}

/** The due reviews that lie with the posts of this reader, longest due first. At most 200. */
export async function myReviews(view: View): Promise<{ code: string; title: string; group: string; dueOn: string }[]> {
	const posts = await actingPosts(view);
	const rows = await view.db.recommendation.findMany({
		where: { AND: [dueReviews(today(view.now)), { responsiblePostId: { in: posts } }] },
		select: {
			code: true,
			title: true,
			reviewOn: true,
			reviews: { select: { dueOn: true, doneAt: true }, orderBy: { dueOn: "asc" } },
			group: { select: { name: true } },
		},
		orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
		take: 200,
	});
	return rows.map(({ code, title, group, reviewOn, reviews }) => ({
		code,
		title,
		group: group.name,
		dueOn: dayText(reviewDue(reviewOn, reviews) ?? reviewOn),
	}));
}
