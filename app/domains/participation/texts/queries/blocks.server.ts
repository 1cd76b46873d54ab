import { checkRichText } from "~/platform/rich-text/check.server";
import type { Block, RichText } from "~/platform/rich-text/schema";
import type { View } from "~/platform/world.server";

export type StoredBlock = { key: string; words: string; block: Block };

/** The blocks of versions in their order; they were checked when they were stored, so anything else is a broken house. */
export async function blocksOf(
	view: Pick<View, "db">,
	versionIds: readonly string[],
): Promise<Map<string, StoredBlock[]>> {
	const rows = await view.db.textBlock.findMany({
		where: { versionId: { in: [...versionIds] } },
		orderBy: [{ versionId: "asc" }, { position: "asc" }],
		select: { versionId: true, key: true, words: true, content: true },
	});
	const found = new Map<string, StoredBlock[]>(versionIds.map((id) => [id, []]));
	for (const { versionId, key, words, content } of rows) {
		const checked = checkRichText({ type: "doc", content: [content] });
		const [block] = checked.done ? checked.value.content : [];
		if (!block) throw new Error(`block ${key} of version ${versionId} is no rich text`);
		found.get(versionId)?.push({ key, words, block });
	}
	return found;
}

/** The blocks of one version. */
export async function blocksOfVersion(view: Pick<View, "db">, versionId: string): Promise<StoredBlock[]> {
	return (await blocksOf(view, [versionId])).get(versionId) ?? [];
}

/** The blocks as one rich text, for editing. */
export function wholeText(blocks: readonly StoredBlock[]): RichText {
	return { type: "doc", content: blocks.length > 0 ? blocks.map(({ block }) => block) : [{ type: "paragraph" }] };
}
