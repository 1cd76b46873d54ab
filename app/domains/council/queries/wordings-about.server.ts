import { fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";

/** The wordings of published resolutions about an object, as their minutes have them, the latest session first. */
export async function wordingsAbout(view: Pick<View, "db" | "now">, about: { kind: string; id: string }) {
	const links = await view.db.traceLink.findMany({
		where: { fromKind: about.kind, fromId: about.id, relation: "put-to-council", toKind: "resolution" },
		select: { toId: true },
		take: 20,
	});
	const rows = await view.db.resolution.findMany({
		where: {
			id: { in: links.map(({ toId }) => toId) },
			wording: { not: null },
			publishedAt: { lte: view.now },
			organisation: { space: { openedAt: { lte: view.now } } },
		},
		orderBy: [{ sessionOn: "desc" }, { id: "desc" }],
		select: { code: true, title: true, body: true, sessionOn: true, wording: true },
	});
	return rows.flatMap(({ wording, sessionOn, ...row }) =>
		wording === null ? [] : [{ ...row, wording, sessionOn: fromStored(sessionOn).toString() }],
	);
}
