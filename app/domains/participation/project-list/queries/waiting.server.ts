import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { letterMessages } from "../letter-messages";
import { mayManageProjects } from "../policy.server";

/** What waits for those who keep the project list: answers that are owed, and entries nobody confirmed for half a year. */
export async function waiting(view: View): Promise<Waiting[]> {
	const { actor } = view;
	if (actor.kind !== "person") return [];
	const managed = new Set(
		actor.grants
			.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []))
			.filter((organisationId) => mayManageProjects(actor, { organisationId })),
	);
	if (managed.size === 0) return [];
	const t = textFor(view.locale, letterMessages);
	const rows = await view.db.listedProject.findMany({
		where: {
			organisationId: { in: [...managed] },
			OR: [
				{ reachedAt: { not: null }, requestAnsweredAt: null, participation: { not: "yes" } },
				{ reviewDueOn: { lte: today(view.now) } },
			],
		},
		orderBy: { id: "asc" },
		take: 500,
		select: {
			code: true,
			title: true,
			stage: true,
			participation: true,
			reachedAt: true,
			requestAnsweredAt: true,
			reviewDueOn: true,
			organisation: { select: { space: { select: { slug: true } } } },
		},
	});
	const due = new Map<string, number>();
	const owed: Waiting[] = [];
	for (const row of rows) {
		const slug = row.organisation.space?.slug;
		if (!slug) continue;
		if (row.reviewDueOn && row.reviewDueOn <= today(view.now)) due.set(slug, (due.get(slug) ?? 0) + 1);
		if (row.reachedAt && !row.requestAnsweredAt && row.participation !== "yes" && row.reviewDueOn) {
			const href = `/o/${slug}/verwaltung/vorhaben/${row.code}/antwort`;
			owed.push({ label: t("waiting.answer"), about: row.title, count: 1, href, urgent: true });
		}
	}
	return [
		...owed,
		...[...due].map(([slug, count]) => ({
			label: t("waiting.review"),
			count,
			href: `/o/${slug}/verwaltung/vorhaben?faellig=1`,
			urgent: false,
		})),
	];
}
