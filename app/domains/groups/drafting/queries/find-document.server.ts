import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { storedRichText } from "~/platform/rich-text/check.server";
import type { View } from "~/platform/world.server";
import { type FoundGroup, groupAt, groupById } from "../../queries/find-group.server";
import { type DocumentRight, documentRight } from "../document";
import { mayReadDraft } from "../policy.server";

const selection = {
	id: true,
	groupId: true,
	code: true,
	title: true,
	draft: true,
	draftOpen: true,
	revision: true,
	content: true,
	words: true,
	changedAt: true,
} as const;

/** The right that somebody was given in a text, as far as it counts on this day. */
async function rightIn(view: View, documentId: string): Promise<DocumentRight | null> {
	const personId = personIdOf(view.actor);
	if (!personId) return null;
	const row = await view.db.groupDocumentRight.findUnique({ where: { documentId_personId: { documentId, personId } } });
	const counts = row && (row.validUntil === null || row.validUntil > today(view.now));
	return counts ? documentRight(row.right) : null;
}

function rowOf(view: View, where: { id: string } | { code: string }) {
	return view.db.groupDocument.findUnique({ where, select: selection });
}

async function found(view: View, row: NonNullable<Awaited<ReturnType<typeof rowOf>>>, group: FoundGroup) {
	return { ...row, content: storedRichText(row.content), group, right: await rightIn(view, row.id) };
}

export type FoundDocument = Awaited<ReturnType<typeof found>>;

/** A text by its id, whoever asks; the caller asks the policy. @throws NotFound */
export async function documentById(view: View, id: string): Promise<FoundDocument> {
	const row = await rowOf(view, { id });
	if (!row) throw new NotFound();
	return found(view, row, await groupById(view, row.groupId));
}

export type DocumentAddress = { place: string; group: string; document: string };

/** A text at its group, whoever asks; the caller asks the policy. @throws NotFound */
export async function documentAt(view: View, at: DocumentAddress): Promise<FoundDocument> {
	const group = await groupAt(view, at);
	const row = await rowOf(view, { code: at.document });
	if (row?.groupId !== group.id) throw new NotFound();
	return found(view, row, group);
}

/** A text whose draft this reader may read. @throws NotFound */
export async function readableDocument(view: View, at: DocumentAddress): Promise<FoundDocument> {
	const document = await documentAt(view, at);
	if (!mayReadDraft(view.actor, document)) throw new NotFound();
	return document;
}
