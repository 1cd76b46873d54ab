import { personIdOf } from "~/platform/actor";
import { formatFor, textFor } from "~/platform/i18n";
import type { Manifest, Notice } from "~/platform/manifest.server";
import { dayText } from "../queries/names.server";
import { toldAtPost } from "../queries/post-holders.server";
import { remindOfReviews } from "./commands/remind-reviews.server";
import { decisionMessages } from "./decision-messages";
import { reviewDue } from "./life";
import { myReviews } from "./queries/due-reviews.server";

/** What the house needs to know of decisions after they were published: reviews that are due, who reported what. */
export const decisionPart: Omit<Manifest, "domain"> = {
	sweeps: { "groups.reviews-due": remindOfReviews },
	async waiting(view) {
		if (!personIdOf(view.actor)) return [];
		const due = await myReviews(view);
		const label = textFor(view.locale, decisionMessages)("waiting.reviews");
		const href = "/arbeitskreise/aufgaben#ueberpruefungen";
		return due.length > 0 ? [{ label, count: due.length, href, urgent: true }] : [];
	},
	notices: {
		"groups.decision.review-due": async (db, event) => {
			const row = await db.recommendation.findUnique({
				where: { id: event.subject.id },
				select: {
					code: true,
					title: true,
					reviewOn: true,
					reviews: { select: { dueOn: true, doneAt: true }, orderBy: { dueOn: "asc" } },
					responsiblePostId: true,
					responsiblePost: { select: { label: true } },
					group: { select: { name: true } },
				},
			});
			if (!row) return [];
			const people = await toldAtPost(db, row.responsiblePostId, event.at);
			return people.map(({ personId, locale }): Notice => {
				const t = textFor(locale, decisionMessages);
				const day = formatFor(locale).dateLong(dayText(reviewDue(row.reviewOn, row.reviews) ?? row.reviewOn));
				return {
					to: { personId },
					kind: "service",
					topic: "work",
					subject: t("letters.review.subject", { title: row.title }),
					paragraphs: [
						t("letters.review.text", { title: row.title, group: row.group.name, day, post: row.responsiblePost.label }),
					],
					action: { path: `/empfehlung/${row.code}#ueberpruefung`, label: t("letters.review.button") },
					because: t("letters.review.because"),
				};
			});
		},
	},
	personalData: {
		async export(db, personId) {
			const [reported, reviewed] = await Promise.all([
				db.decisionStep.findMany({
					where: { byId: personId },
					select: { state: true, text: true, at: true, recommendation: { select: { code: true } } },
					orderBy: { id: "asc" },
				}),
				db.decisionReview.findMany({
					where: { doneById: personId },
					select: { result: true, doneAt: true, recommendation: { select: { code: true } } },
					orderBy: { id: "asc" },
				}),
			]);
			return { decisionsFollowedUp: { reported, reviewed } };
		},
		// reports belong to the post and stay; the name is forgotten by accounts
		async erase() {},
		async retain() {
			return 0;
		},
	},
};
