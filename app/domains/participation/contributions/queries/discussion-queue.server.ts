import { placeOf } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { mayManageProcesses } from "../../processes/index.server";
import { authorShown } from "../contribution";
import { mayBan } from "../policy.server";
import { moderatedProcesses } from "./moderation-queue.server";

const length = 25;
const waiting = { submittedAt: { not: null }, publishedAt: null, hiddenAt: null, withdrawnAt: null } as const;

/**
 * What waits for a moderator at a place besides contributions: reports, comments, reviews of hidden comments; the oldest
 * 25 of each. Nothing for those who moderate nothing here (the page has asked them already). @throws NotFound
 */
export async function discussionQueue(view: View, slug: string) {
	const { organisationId } = await placeOf(view, slug);
	const moderated = moderatedProcesses(view, organisationId);
	const within = { organisationId, ...(moderated !== "all" && { processId: { in: moderated } }) };
	const me = personIdOf(view.actor);
	const [comments, total, reviews, reports, managed] = await Promise.all([
		view.db.comment.findMany({
			where: { ...within, ...waiting },
			orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
			take: length,
			include: { contribution: { select: { title: true, code: true } } },
		}),
		view.db.comment.count({ where: { ...within, ...waiting } }),
		view.db.commentModeration.findMany({
			where: { reviewAskedAt: { not: null }, reviewedAt: null, comment: { ...within, withdrawnAt: null } },
			orderBy: [{ reviewAskedAt: "asc" }, { id: "asc" }],
			take: length,
			select: {
				id: true,
				moderatorId: true,
				reviewAskedAt: true,
				comment: { select: { text: true, contribution: { select: { title: true } } } },
			},
		}),
		view.db.report.findMany({
			where: { ...within, settledAt: null },
			orderBy: [{ at: "asc" }, { id: "asc" }],
			take: length * 4,
			select: {
				rule: true,
				text: true,
				at: true,
				contribution: { select: { id: true, code: true, title: true, excerpt: true, number: true } },
				comment: { select: { id: true, code: true, text: true, number: true } },
			},
		}),
		mayManageProcesses(view.actor, { organisationId })
			? view.db.process.findMany({
					where: { organisationId, archivedAt: null },
					orderBy: [{ createdAt: "desc" }, { id: "asc" }],
					take: length,
					select: { slug: true, title: true },
				})
			: [],
	]);
	const byText = Map.groupBy(reports, ({ comment, contribution }) => comment?.id ?? contribution.id);
	return {
		total,
		mayBan: mayBan(view.actor, { organisationId }),
		/** Processes whose rules for comments and support this person may set. */
		managed,
		comments: comments.map((comment) => ({
			id: comment.id,
			number: comment.number ?? 0,
			text: comment.text,
			author: authorShown(comment),
			submittedAt: comment.submittedAt,
			contribution: comment.contribution,
		})),
		reviews: reviews.map(({ id, reviewAskedAt, moderatorId, comment }) => ({
			id,
			reviewAskedAt,
			own: moderatorId !== null && moderatorId === me,
			text: comment.text,
			title: comment.contribution.title,
		})),
		reports: [...byText.values()].slice(0, length).flatMap((ofText) => {
			const [first] = ofText;
			if (!first) return [];
			const { comment, contribution } = first;
			return [
				{
					key: comment?.id ?? contribution.id,
					kind: comment ? ("comment" as const) : ("contribution" as const),
					id: comment?.id ?? contribution.id,
					href: comment ? `/k/${comment.code}` : `/b/${contribution.code}`,
					title: contribution.title,
					text: comment?.text ?? contribution.excerpt,
					at: first.at,
					rules: [...new Set(ofText.map(({ rule }) => rule))],
					count: ofText.length,
					remarks: ofText.flatMap(({ text }) => (text ? [text] : [])),
				},
			];
		}),
	};
}

export type DiscussionQueue = Awaited<ReturnType<typeof discussionQueue>>;
