import type { Doc } from "yjs";
import { personIdOf } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { memberName, personSelection } from "../../queries/names.server";
import { suggestionState } from "../document";
import { paragraphStarts } from "../document-text.server";
import { placeAt } from "../place.server";

/** The name inside the group, where everybody sees everybody's. */
export function insideName(view: View, person: { displayName: string; erasedAt: Date | null }): string {
	return memberName(view, { person, nameIsPublic: true }, true) ?? "";
}

export type Passage = {
	/** Paragraph of the text, counted from 0; null when the passage is gone, or it is about the whole text. */
	block: number | null;
	quote: string;
	/** The words that stand there now, when they are others. */
	now: string | null;
	/** There was a passage, and it is gone. */
	gone: boolean;
};

type Stored = { quote: string; anchorStart: Uint8Array | null; anchorEnd: Uint8Array | null };

function passageOf(
	document: Doc,
	starts: readonly number[],
	{ quote, anchorStart: start, anchorEnd: end }: Stored,
): Passage {
	if (quote === "" || !start || !end) return { block: null, quote, now: null, gone: false };
	const place = placeAt(document, { start, end });
	if (!place) return { block: null, quote, now: null, gone: true };
	return { block: starts[place.block] ?? null, quote, now: place.words === quote ? null : place.words, gone: false };
}

/** The suggestions of a text, oldest first, with where their passages stand now. The caller asks the policy. */
export async function suggestionsOf(view: View, documentId: string, yjs: Doc) {
	const rows = await view.db.groupDocumentSuggestion.findMany({
		where: { documentId },
		include: { author: { select: personSelection }, decidedBy: { select: personSelection } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		take: 1_000,
	});
	const me = personIdOf(view.actor);
	const starts = paragraphStarts(yjs);
	return rows.map((row, index) => ({
		id: row.id,
		/** By which the group speaks of it. */
		number: index + 1,
		author: insideName(view, row.author),
		isMine: row.authorId === me,
		onBehalfOf: row.onBehalfOf,
		passage: passageOf(yjs, starts, row.state === "open" ? row : { ...row, quote: "" }),
		quote: row.quote,
		replacement: row.replacement,
		reason: row.reason,
		createdAt: row.createdAt,
		state: suggestionState(row.state),
		decidedBy: row.decidedBy && insideName(view, row.decidedBy),
		decidedAt: row.decidedAt,
		decision: row.decision,
		decidedDraft: row.decidedDraft,
	}));
}

export type ShownSuggestion = Awaited<ReturnType<typeof suggestionsOf>>[number];

/** The comments of a text with their answers, oldest first. The caller asks the policy. */
export async function commentsOf(view: View, documentId: string, yjs: Doc) {
	const rows = await view.db.groupDocumentComment.findMany({
		where: { documentId },
		include: { author: { select: personSelection } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		take: 1_000,
	});
	const starts = paragraphStarts(yjs);
	const shown = rows.map((row) => ({
		id: row.id,
		parentId: row.parentId,
		author: insideName(view, row.author),
		body: row.body,
		createdAt: row.createdAt,
		isResolved: row.resolvedAt !== null,
		passage: passageOf(yjs, starts, row),
	}));
	return shown
		.filter(({ parentId }) => parentId === null)
		.map((comment) => ({ ...comment, answers: shown.filter(({ parentId }) => parentId === comment.id) }));
}

export type ShownComment = Awaited<ReturnType<typeof commentsOf>>[number];
