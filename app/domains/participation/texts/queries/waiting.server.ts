import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayManageTexts } from "../policy.server";
import { staffMessages } from "../staff-messages";

/** So long before people may annotate staff are reminded of a text that nobody can read yet. */
const remindedBefore = 14 * 24 * 60 * 60 * 1000;

/** Texts without a published version that people annotate soon or already; for those who manage texts. */
export async function waiting(view: View): Promise<Waiting[]> {
	const { actor, now } = view;
	if (actor.kind !== "person") return [];
	const organisations = actor.grants
		.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []))
		.filter((organisationId) => mayManageTexts(actor, { organisationId }));
	if (organisations.length === 0) return [];
	const soon = new Date(now.getTime() + remindedBefore);
	const texts = await view.db.processText.findMany({
		where: {
			organisationId: { in: organisations },
			versions: { none: { publishedAt: { not: null } } },
			process: {
				publishedAt: { not: null },
				binnedAt: null,
				archivedAt: null,
				phases: { some: { switches: { has: "annotate" }, opensAt: { lte: soon }, closesAt: { gt: now } } },
			},
		},
		orderBy: { id: "asc" },
		take: 50,
		select: {
			code: true,
			process: { select: { title: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
		},
	});
	const t = textFor(view.locale, staffMessages);
	return texts.flatMap(({ code, process: { title, slug, organisation } }): Waiting[] => {
		if (!organisation.space) return [];
		const href = `/o/${organisation.space.slug}/verwaltung/beteiligung/${slug}/texte/${code}`;
		return [{ label: t("waiting"), about: title, count: 1, href, urgent: true }];
	});
}
