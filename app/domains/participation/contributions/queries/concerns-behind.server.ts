import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";

const most = 50;

/** The concerns of which a contribution was made, as far as this reader may see them. */
export async function concernsBehind(view: View, contributionId: string): Promise<{ title: string; href: string }[]> {
	const links = await view.db.traceLink.findMany({
		where: { fromKind: "concern", relation: "became", toKind: "contribution", toId: contributionId },
		select: { fromId: true },
		orderBy: { id: "asc" },
		take: most,
	});
	if (links.length === 0) return [];
	const seen = await resolveSubjects(
		view,
		links.map(({ fromId }) => ({ kind: "concern", id: fromId })),
	);
	return [...seen.values()].map(({ title, href }) => ({ title, href }));
}
