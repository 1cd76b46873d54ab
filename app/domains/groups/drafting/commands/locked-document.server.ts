import { isDeepStrictEqual } from "node:util";
import type * as Y from "yjs";
import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import type { Prisma } from "~/platform/database/generated/client";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { contentOf, documentFrom, mostStateBytes, stateOf, type TextCode } from "../document-text.server";
import { documentById, type FoundDocument } from "../queries/find-document.server";

/** A text whose row nobody else changes until the act is over. @throws NotFound */
export async function lockedDocument(world: ActWorld, id: string): Promise<FoundDocument> {
	await world.db.$queryRaw`SELECT 1 FROM group_document WHERE id = ${id}::uuid FOR UPDATE`;
	return documentById(world, id);
}

type Db = Prisma.TransactionClient;

/** The Yjs document of a text as it is stored. @throws NotFound; an error when the state is broken */
export async function storedDocument(db: Db, id: string): Promise<Y.Doc> {
	const row = await db.groupDocument.findUnique({ where: { id }, select: { state: true } });
	if (!row) throw new NotFound();
	return documentFrom(row.state);
}

/** Plain data that Prisma stores as JSON. */
export function jsonOf(content: RichText): Prisma.InputJsonObject {
	return { type: content.type, content: content.content.map((block) => ({ ...block })) };
}

/**
 * Stores what a Yjs document says, if it says something the house's schema knows; the caller holds the row's lock.
 * @returns the revision, which grows only when the text itself changed
 */
export async function storeDraft(
	{ db, now }: Pick<ActWorld, "db" | "now">,
	document: Pick<FoundDocument, "id" | "revision" | "content">,
	yjs: Y.Doc,
): Promise<Outcome<{ revision: number; content: RichText }, TextCode>> {
	const content = contentOf(yjs);
	if (!content.done) return content;
	const state = stateOf(yjs);
	if (state.length > mostStateBytes)
		return refused("text-too-large", { values: { kilobytes: mostStateBytes / 1_000 } });
	const changed = !isDeepStrictEqual(content.value, document.content);
	const revision = document.revision + (changed ? 1 : 0);
	await db.groupDocument.update({
		where: { id: document.id },
		data: {
			state,
			content: jsonOf(content.value),
			words: plainText(content.value),
			revision,
			...(changed && { changedAt: now }),
		},
	});
	return done({ revision, content: content.value });
}

/** Notes that this person wrote in this draft. @returns whether it is the first time */
export async function noteWriter(
	db: Db,
	{ id, draft }: { id: string; draft: number },
	personId: string | null,
): Promise<boolean> {
	if (!personId) return false;
	const { count } = await db.groupDocumentWriter.createMany({
		data: [{ documentId: id, draft, personId }],
		skipDuplicates: true,
	});
	return count > 0;
}

/** The same for who acts. */
export function noteActor(world: ActWorld, document: { id: string; draft: number }): Promise<boolean> {
	return noteWriter(world.db, document, personIdOf(world.actor));
}
