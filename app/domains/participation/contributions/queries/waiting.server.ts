import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { mayModerate } from "../policy.server";

const dayLength = 24 * 60 * 60 * 1000;
/** A contribution that nobody has read for so long is urgent. */
const urgentAfterDays = 3;

/** What waits for this moderator, by place: contributions to read, and reviews that somebody else's hiding asks for. */
export async function waiting(view: View): Promise<Waiting[]> {
	const { actor, now } = view;
	if (actor.kind !== "person") return [];
	const organisations = actor.grants
		.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []))
		.filter((organisationId) => mayModerate(actor, { organisationId }));
	if (organisations.length === 0) return [];
	const t = textFor(view.locale, messages);
	const told = textFor(view.locale, moderationMessages);
	const spaces = await view.db.space.findMany({
		where: { organisationId: { in: organisations } },
		orderBy: { name: "asc" },
		select: { slug: true, name: true, organisationId: true },
	});
	const entries = await Promise.all(
		spaces.map(async ({ slug, name, organisationId }) => {
			const href = `/o/${slug}/verwaltung/moderation`;
			const waits = {
				organisationId,
				submittedAt: { not: null },
				publishedAt: null,
				hiddenAt: null,
				withdrawnAt: null,
			};
			const long = { lt: new Date(now.getTime() - urgentAfterDays * dayLength) };
			const [unread, late, reviews, comments, lateComments, commentReviews, reports] = await Promise.all([
				view.db.contribution.count({ where: waits }),
				view.db.contribution.count({ where: { ...waits, submittedAt: long } }),
				view.db.moderation.count({
					where: {
						reviewAskedAt: { not: null },
						reviewedAt: null,
						OR: [{ moderatorId: null }, { moderatorId: { not: actor.personId } }],
						contribution: { organisationId, withdrawnAt: null },
					},
				}),
				view.db.comment.count({ where: waits }),
				view.db.comment.count({ where: { ...waits, submittedAt: long } }),
				view.db.commentModeration.count({
					where: {
						reviewAskedAt: { not: null },
						reviewedAt: null,
						OR: [{ moderatorId: null }, { moderatorId: { not: actor.personId } }],
						comment: { organisationId, withdrawnAt: null },
					},
				}),
				view.db.report.count({ where: { organisationId, settledAt: null } }),
			]);
			return [
				{ label: t("today.moderate"), about: name, count: unread, href, urgent: late > 0 },
				{
					label: told("today.comments"),
					about: name,
					count: comments,
					href: `${href}#kommentare`,
					urgent: lateComments > 0,
				},
				{ label: told("today.reports"), about: name, count: reports, href: `${href}#gemeldet`, urgent: true },
				{
					label: t("today.review"),
					about: name,
					count: reviews + commentReviews,
					href: `${href}#ueberpruefungen`,
					urgent: true,
				},
			];
		}),
	);
	return entries.flat().filter(({ count }) => count > 0);
}
