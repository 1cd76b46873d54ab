import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { bodyKindOf, charterOn } from "../../charter/charter";
import { actingPosts } from "../../queries/acting-posts.server";
import { groupById } from "../../queries/find-group.server";
import { kindsFor, lifeOn, reviewDue } from "../life";

const selection = {
	particulars: true,
	steps: { orderBy: [{ at: "asc" }, { id: "asc" }] },
	reviews: { orderBy: { dueOn: "asc" } },
	replacedBy: { include: { newer: { select: { code: true, title: true } } } },
	replaces: { include: { older: { select: { code: true, title: true } } }, orderBy: { fromDay: "asc" } },
} satisfies Prisma.RecommendationInclude;

/** A decision with its life since it was published, whoever asks; the caller asks the policy. @throws NotFound */
export async function decisionById(view: View, id: string) {
	const row = await view.db.recommendation.findUnique({ where: { id }, include: selection });
	if (!row) throw new NotFound();
	const group = await groupById(view, row.groupId);
	const holds = (await actingPosts(view)).includes(row.responsiblePostId);
	return {
		row,
		group,
		/** By the charter of the day on which it was voted on. */
		kinds: kindsFor(bodyKindOf(charterOn(group.charters, today(row.votedAt)).bodyKind)),
		given: { ...group, holds },
		life: lifeOn({ steps: row.steps, replacedFrom: row.replacedBy?.fromDay ?? null }, today(view.now)),
		reviewOn: reviewDue(row.reviewOn, row.reviews),
	};
}
