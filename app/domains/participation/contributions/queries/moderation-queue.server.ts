import { filesOf } from "~/domains/files/index.server";
import { placeOf } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { storedHtml } from "../../stored-text.server";
import { authorShown } from "../contribution";
import { mayModerate } from "../policy.server";

const waiting = { submittedAt: { not: null }, publishedAt: null, hiddenAt: null, withdrawnAt: null } as const;
const length = 25;

/** Processes of the organisation that this person may moderate; all of them for moderators of the organisation. */
export function moderatedProcesses(view: View, organisationId: string): string[] | "all" {
	if (mayModerate(view.actor, { organisationId })) return "all";
	if (view.actor.kind !== "person") return [];
	return view.actor.grants.flatMap(({ role, scope }) =>
		role === "moderator" && scope.kind === "process" ? [scope.id] : [],
	);
}

/**
 * What waits for a moderator at a place, oldest first, and the reviews that were asked for.
 * @throws Forbidden for those who moderate nothing here
 */
export async function moderationQueue(
	view: View,
	{ place: slug, processId }: { place: string; processId: string | null },
) {
	const place = await placeOf(view, slug);
	const moderated = moderatedProcesses(view, place.organisationId);
	if (moderated !== "all" && moderated.length === 0) demand(() => false, view.actor, null);
	const within = {
		organisationId: place.organisationId,
		...(moderated !== "all" && { processId: { in: moderated } }),
	};
	const narrowed =
		processId && (moderated === "all" || moderated.includes(processId)) ? { ...within, processId } : within;
	const [rows, total, reviews, processes] = await Promise.all([
		view.db.contribution.findMany({
			where: { ...narrowed, ...waiting },
			orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
			take: length,
			include: { process: { select: { title: true } } },
		}),
		view.db.contribution.count({ where: { ...narrowed, ...waiting } }),
		view.db.moderation.findMany({
			where: { reviewAskedAt: { not: null }, reviewedAt: null, contribution: { ...narrowed, withdrawnAt: null } },
			orderBy: [{ reviewAskedAt: "asc" }, { id: "asc" }],
			take: length,
			select: {
				id: true,
				reviewAskedAt: true,
				contribution: { select: { number: true, title: true, process: { select: { title: true } } } },
			},
		}),
		view.db.process.findMany({
			where: { organisationId: place.organisationId, ...(moderated !== "all" && { id: { in: moderated } }) },
			orderBy: { title: "asc" },
			select: { id: true, title: true },
			take: 100,
		}),
	]);
	return {
		place: { slug: place.slug, name: place.name },
		total,
		processes,
		waiting: await Promise.all(
			rows.map(async (row) => ({
				id: row.id,
				number: row.number,
				title: row.title,
				html: storedHtml(row.body),
				category: row.category,
				place: row.place,
				author: authorShown(row),
				submittedAt: row.submittedAt,
				processTitle: row.process.title,
				pictures: await filesOf(view, { kind: "contribution", id: row.id }),
			})),
		),
		reviews: reviews.map(({ id, reviewAskedAt, contribution }) => ({
			id,
			reviewAskedAt,
			number: contribution.number,
			title: contribution.title,
			processTitle: contribution.process.title,
		})),
	};
}

/** One contribution as its moderator reads it. Looked up within the place. @throws NotFound, Forbidden */
export async function moderatedContribution(view: View, { place: slug, id }: { place: string; id: string }) {
	const place = await placeOf(view, slug);
	const row = await view.db.contribution.findFirst({
		where: { id, organisationId: place.organisationId, submittedAt: { not: null } },
		include: { process: { select: { title: true } } },
	});
	if (!row) throw new NotFound();
	demand((actor) => mayModerate(actor, row), view.actor, null);
	return {
		id: row.id,
		place: { slug: place.slug, name: place.name },
		number: row.number,
		title: row.title,
		html: storedHtml(row.body),
		excerpt: row.excerpt,
		author: authorShown(row),
		processTitle: row.process.title,
		pictures: await filesOf(view, { kind: "contribution", id: row.id }),
	};
}

/** A review that was asked for, as the second person reads it. @throws NotFound, Forbidden */
export async function askedReview(view: View, { place, id }: { place: string; id: string }) {
	const moderation = await view.db.moderation.findFirst({ where: { id, reviewAskedAt: { not: null } } });
	if (!moderation) throw new NotFound();
	const contribution = await moderatedContribution(view, { place, id: moderation.contributionId });
	return {
		contribution,
		rule: moderation.rule,
		reason: moderation.reason,
		hiddenAt: moderation.at,
		reviewText: moderation.reviewText,
		decided: moderation.reviewedAt !== null,
		ownDecision: moderation.moderatorId !== null && moderation.moderatorId === personIdOf(view.actor),
	};
}
