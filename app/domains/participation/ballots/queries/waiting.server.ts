import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayManageProcesses } from "../../processes/index.server";
import { managedBoxPath } from "../addresses";
import { staffMessages } from "../staff-messages";

/** So long before voting begins staff are reminded of the rule: afterwards it cannot be frozen any more. */
const remindedBefore = 7 * 24 * 60 * 60 * 1000;

/**
 * What waits for those who manage votes: a rule that has to be frozen before voting begins, paper that was typed in differently,
 * and the answer to all who voted.
 */
export async function waiting(view: View): Promise<Waiting[]> {
	const { actor, now } = view;
	if (actor.kind !== "person") return [];
	const organisations = actor.grants
		.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []))
		.filter((organisationId) => mayManageProcesses(actor, { organisationId }));
	if (organisations.length === 0) return [];
	const t = textFor(view.locale, staffMessages);
	const soon = new Date(now.getTime() + remindedBefore);
	const opensSoon = { some: { switches: { has: "vote" }, opensAt: { gt: now, lte: soon } } };
	const rows = await view.db.ballotBox.findMany({
		where: {
			organisationId: { in: organisations },
			process: { binnedAt: null, archivedAt: null },
			OR: [
				{ frozenAt: null, process: { phases: opensSoon } },
				{ papers: { some: { state: "different" } } },
				{ resultToldAt: null, count: { voters: { gt: 0 } } },
			],
		},
		orderBy: { id: "asc" },
		take: 50,
		select: {
			kind: true,
			position: true,
			title: true,
			frozenAt: true,
			process: { select: { slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
			_count: { select: { papers: { where: { state: "different" } } } },
		},
	});
	return rows.flatMap((row): Waiting[] => {
		const place = row.process.organisation.space?.slug;
		if (!place) return [];
		const kind = row.kind === "budget" ? "budget" : "vote";
		const here = managedBoxPath({ place, process: row.process.slug, kind, position: row.position });
		if (row._count.papers > 0) {
			return [
				{
					label: t("waiting.papers"),
					about: row.title,
					count: row._count.papers,
					href: `${here}/papier`,
					urgent: true,
				},
			];
		}
		return row.frozenAt === null
			? [{ label: t("waiting.freeze"), about: row.title, count: 1, href: here, urgent: true }]
			: [{ label: t("waiting.tell"), about: row.title, count: 1, href: `${here}/antwort`, urgent: false }];
	});
}
