import { beginDocument, writeDraft } from "~/domains/groups/drafting/commands/documents.server";
import { freezeVersion } from "~/domains/groups/drafting/commands/versions.server";
import { house } from "~/platform/actor";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

/** A text that a group writes together; by the house unless the world's actor is meant. */
export async function groupDocument(
	world: World,
	wanted: { groupId: string; title?: string; text?: string },
): Promise<{ id: string; code: string }> {
	return must(
		await beginDocument(
			{ ...world, actor: house },
			{
				groupId: wanted.groupId,
				title: wanted.title ?? "Leitlinien für Bürgerbeteiligung",
				body: richTextFromMarkdown(wanted.text ?? "## Ziele\n\nAlle können mitreden.\n\nDie Stadt antwortet."),
			},
		),
	);
}

/** What a draft says now, as somebody (the world's actor) writes it with the plain form. */
export async function groupDraft(world: World, wanted: { documentId: string; text: string }): Promise<void> {
	const { documentId, text } = wanted;
	const { revision } = await world.db.groupDocument.findUniqueOrThrow({ where: { id: documentId } });
	must(await writeDraft(world, { documentId, revision, body: richTextFromMarkdown(text) }));
}

/** A version of what the draft says at this moment. */
export async function groupVersion(
	world: World,
	wanted: { documentId: string; reason?: string; isPublic?: boolean },
): Promise<{ id: string; number: number; hash: string }> {
	const { documentId, reason = "Stand für die Beratung", isPublic = false } = wanted;
	const { revision } = await world.db.groupDocument.findUniqueOrThrow({ where: { id: documentId } });
	return must(await freezeVersion({ ...world, actor: house }, { documentId, revision, reason, isPublic }));
}
