import type { View } from "~/platform/world.server";

/** What the texts of a process say, version by version, as it is read before its release; null without texts. */
export async function textContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	const texts = await view.db.processText.findMany({
		where: { processId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: {
			title: true,
			versions: {
				orderBy: { number: "asc" },
				select: {
					number: true,
					note: true,
					publishedAt: true,
					blocks: { orderBy: { position: "asc" }, select: { content: true } },
				},
			},
		},
	});
	return texts.length > 0 ? texts : null;
}
