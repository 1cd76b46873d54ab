import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "../path/messages";
import { mayRecordResolutions } from "../policy.server";

/** Links that are dead or lead to something else than before, for those who look after them; the first one's page opens. */
export async function waiting(view: View): Promise<Waiting[]> {
	if (view.actor.kind !== "person") return [];
	const ids = new Set(view.actor.grants.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : [])));
	const mine = [...ids].filter((organisationId) => mayRecordResolutions(view.actor, { organisationId }));
	const rows = await view.db.paperLink.findMany({
		where: { organisationId: { in: mine }, removedAt: null, state: { in: ["gone", "changed"] } },
		orderBy: [{ lastCheckedAt: "asc" }, { id: "asc" }],
		take: 200,
		select: {
			id: true,
			organisation: { select: { shortName: true, space: { select: { slug: true } } } },
		},
	});
	const t = textFor(view.locale, messages);
	return [...Map.groupBy(rows, (row) => row.organisation.space?.slug ?? "")].flatMap(([slug, found]) => {
		const [first] = found;
		if (!first || slug === "") return [];
		const href = `/o/${slug}/verwaltung/ratsverweise/${first.id}`;
		return [{ label: t("waiting"), about: first.organisation.shortName, count: found.length, href, urgent: false }];
	});
}
