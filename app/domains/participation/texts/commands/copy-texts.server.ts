import type { ActWorld } from "~/platform/act.server";
import { newCode } from "~/platform/tokens.server";
import { processById } from "../../processes/index.server";
import { beginText } from "./begin-text.server";

/**
 * Lays the texts of a process out again in another, inside the act that makes it: each begins with a first version, in work,
 * that says what the last one said. Annotations and earlier versions stay where they are.
 */
export async function copyTexts(world: ActWorld, { from, to }: { from: string; to: string }): Promise<boolean> {
	const texts = await world.db.processText.findMany({
		where: { processId: from },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		include: {
			versions: { orderBy: { number: "desc" }, take: 1, include: { blocks: { orderBy: { position: "asc" } } } },
		},
	});
	const process = await processById(world, to);
	for (const { title, versions } of texts) {
		const copy = await beginText(world, process, title);
		const { id: versionId } = await world.db.textVersion.findFirstOrThrow({ where: { textId: copy.id } });
		await world.db.textBlock.createMany({
			data: (versions[0]?.blocks ?? []).flatMap(({ position, content, words }) =>
				content === null ? [] : [{ versionId, key: newCode(6), position, content, words }],
			),
		});
	}
	return texts.length > 0;
}
