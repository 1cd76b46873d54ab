import { guest } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Notice } from "~/platform/manifest.server";
import { messages } from "./messages";
import { groupResults } from "./results.server";

/** Groups know no concerns, so guides listen: whoever holds the post is told when a recommendation on a concern is public. */
export const groupNotices: NonNullable<Manifest["notices"]> = {
	"groups.recommendation.published": async (db, { subject, at, actorPersonId }) => {
		const links = await db.traceLink.findMany({
			where: {
				fromKind: "concern",
				toKind: subject.kind,
				toId: subject.id,
				relation: { in: ["decided-in", "voted-on-in"] },
			},
			orderBy: { fromId: "asc" },
			select: { fromId: true },
			take: 100,
		});
		const concerns = await db.concern.findMany({
			where: { id: { in: links.map(({ fromId }) => fromId) }, state: { notIn: ["ANSWERED", "CLOSED"] } },
			orderBy: { id: "asc" },
			select: {
				id: true,
				code: true,
				owner: { select: { space: { select: { slug: true } } } },
				assignments: {
					where: { untilAt: null },
					take: 1,
					select: {
						post: { select: { holdings: { where: inForce(today(at)), select: { personId: true }, take: 20 } } },
					},
				},
			},
		});
		const notices: Notice[] = [];
		const t = textFor("de", messages);
		for (const { id, code, owner, assignments } of concerns) {
			// what is not public is nothing to answer with
			const results = await groupResults({ db, actor: guest, now: at, locale: "de" }, id);
			if (!owner.space || !results.some(({ key }) => key === `${subject.kind}:${subject.id}`)) continue;
			for (const { personId } of assignments.flatMap(({ post }) => post.holdings)) {
				if (personId === actorPersonId) continue;
				notices.push({
					to: { personId },
					kind: "digest",
					topic: "work",
					subject: t("told.subject", { code }),
					paragraphs: [t("told.text", { code })],
					action: {
						path: `/o/${owner.space.slug}/verwaltung/anliegen/${code}/antwort`,
						label: t("told.button"),
					},
					because: t("told.because"),
				});
			}
		}
		return notices;
	},
};
