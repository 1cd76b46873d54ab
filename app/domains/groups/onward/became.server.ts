import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";

/** What the trace tells of a recommendation that went on. */
const ways = ["became", "agreed-in", "piloted-in"];

/**
 * What was made of a recommendation, oldest first: measures, agreements. Later domains write it into the trace; who may not
 * read a thing does not see it here.
 */
export async function becameOf(view: View, recommendationId: string) {
	const links = await view.db.traceLink.findMany({
		where: { fromKind: "recommendation", fromId: recommendationId, relation: { in: ways } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: { toKind: true, toId: true },
		take: 50,
	});
	const seen = await resolveSubjects(
		view,
		links.map(({ toKind, toId }) => ({ kind: toKind, id: toId })),
	);
	return links.flatMap(({ toKind, toId }) => {
		const key = `${toKind}:${toId}`;
		const found = seen.get(key);
		return found ? [{ key, title: found.title, href: found.href, kindLabel: found.kindLabel, state: found.state }] : [];
	});
}
