import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { findQuote } from "~/platform/passages/anchor";
import { readableOf } from "~/platform/passages/block";
import { markedHtml } from "~/platform/passages/marks";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { mayReadGroup } from "../../policy.server";
import { type FoundGroup, groupAt } from "../../queries/find-group.server";
import { personSelection } from "../../queries/names.server";
import { storedDocument } from "../commands/locked-document.server";
import { mayReadDraft, mayReadVersion, mayRemark, mayRunDocuments, mayWriteDraft } from "../policy.server";
import { creditable, creditWords } from "./credits.server";
import { type DocumentAddress, documentAt, type FoundDocument, readableDocument } from "./find-document.server";
import { commentsOf, insideName, type Passage, suggestionsOf } from "./remarks.server";

/** What every page of a text shows around it. */
export function headOf(document: FoundDocument) {
	const { group, code, title, draft, draftOpen } = document;
	return { place: group.place, group: { slug: group.slug, name: group.name }, code, title, draft, draftOpen };
}

/** The top-level paragraphs of a text as the page shows them: each can be remarked on by itself. */
function blocksOf(content: RichText, passages: readonly Passage[] = []) {
	return content.content.map((block, index) => {
		const words = readableOf(block);
		const html = renderRichText({ type: "doc", content: [block] }, { headingsFrom: 3 });
		const ranges = passages
			.filter((passage) => passage.block === index)
			.flatMap(({ now, quote }) => findQuote(words, now ?? quote) ?? []);
		return { index, words, html: markedHtml(html, words, ranges) };
	});
}

/** The texts of a group that this reader may read, last changed first: drafts inside, public versions for everybody. */
export async function documentsOf(view: View, group: FoundGroup) {
	const rows = await view.db.groupDocument.findMany({
		where: { groupId: group.id },
		select: {
			code: true,
			title: true,
			draft: true,
			draftOpen: true,
			changedAt: true,
			versions: { select: { number: true, isPublic: true, frozenAt: true }, orderBy: { number: "desc" }, take: 50 },
			_count: { select: { suggestions: { where: { state: "open" } } } },
		},
		orderBy: [{ changedAt: "desc" }, { id: "desc" }],
		take: 100,
	});
	const inside = mayReadDraft(view.actor, { group, right: null });
	const documents = rows
		.map(({ versions, _count, ...row }) => ({
			...row,
			version: versions.find(({ isPublic }) => inside || isPublic) ?? null,
			openSuggestions: inside ? _count.suggestions : 0,
		}))
		.filter(({ version }) => inside || version);
	return { inside, may: { begin: mayRunDocuments(view.actor, { group, right: null }) }, documents };
}

export type GroupDocuments = Awaited<ReturnType<typeof documentsOf>>;

/** The page of a group's texts. @throws NotFound */
export async function documentList(view: View, at: { place: string; group: string }) {
	const group = await groupAt(view, at);
	if (!mayReadGroup(view.actor, group)) throw new NotFound();
	const head = { place: group.place, group: { slug: group.slug, name: group.name } };
	return { ...head, ...(await documentsOf(view, group)) };
}

/** A text as its group works on it: draft, remarks, versions. Readers outside see the public versions. @throws NotFound */
export async function documentPage(view: View, at: DocumentAddress) {
	const document = await documentAt(view, at);
	const inside = mayReadDraft(view.actor, document);
	const versions = (
		await view.db.groupDocumentVersion.findMany({
			where: { documentId: document.id },
			select: { number: true, isPublic: true, frozenAt: true, reason: true },
			orderBy: { number: "desc" },
			take: 200,
		})
	).filter(({ isPublic }) => mayReadVersion(view.actor, { ...document, isPublic }));
	if (!inside && versions.length === 0) throw new NotFound();
	const shared = { ...headOf(document), inside, versions };
	if (!inside) return { ...shared, work: null };
	const yjs = await storedDocument(view.db, document.id);
	const [suggestions, comments, writers, returned] = await Promise.all([
		suggestionsOf(view, document.id, yjs),
		commentsOf(view, document.id, yjs),
		writersOf(view, document.id, document.draft),
		returnOf(view, document),
	]);
	return {
		...shared,
		work: {
			blocks: blocksOf(document.content, [
				...suggestions.filter(({ state }) => state === "open").map(({ passage }) => passage),
				...comments.filter(({ isResolved }) => !isResolved).map(({ passage }) => passage),
			]),
			changedAt: document.changedAt,
			writers,
			returned,
			suggestions,
			comments,
			may: {
				run: mayRunDocuments(view.actor, document),
				write: mayWriteDraft(view.actor, document),
				remark: mayRemark(view.actor, document),
			},
		},
	};
}

export type DocumentPage = Awaited<ReturnType<typeof documentPage>>;

/** Who wrote in a draft: the authors of the version with its number. */
export async function writersOf(view: View, documentId: string, draft: number): Promise<string[]> {
	const rows = await view.db.groupDocumentWriter.findMany({
		where: { documentId, draft },
		select: { person: { select: personSelection } },
		orderBy: { personId: "asc" },
		take: 500,
	});
	return rows.map(({ person }) => insideName(view, person));
}

/** What this draft brought back from a consultation, as far as this reader may see it. */
async function returnOf(view: View, { id, draft }: { id: string; draft: number }) {
	const row = await view.db.groupDocumentReturn.findFirst({
		where: { documentId: id, draft },
		orderBy: { returnedAt: "desc" },
	});
	if (!row) return null;
	const about = { kind: row.subjectKind, id: row.subjectId };
	const taken = storedRefs(row.taken);
	const subjects = await resolveSubjects(view, [about, ...taken]);
	const shown = subjects.get(`${about.kind}:${about.id}`);
	return {
		about: shown ? { title: shown.title, href: shown.href } : null,
		heard: row.heard,
		takenCount: taken.length,
		taken: taken.flatMap(({ kind, id }) => {
			const subject = subjects.get(`${kind}:${id}`);
			return subject ? [{ id, title: subject.title, href: subject.href }] : [];
		}),
	};
}

function storedRefs(json: unknown): { kind: string; id: string }[] {
	if (!Array.isArray(json)) throw new Error("stored references are not a list");
	return json.map((one: unknown) => {
		if (typeof one !== "object" || one === null || !("kind" in one) || !("id" in one)) throw new Error("no reference");
		return { kind: String(one.kind), id: String(one.id) };
	});
}

/** The draft for the page on which it is written; readers may look on. @throws NotFound */
export async function draftToWrite(view: View, at: DocumentAddress) {
	const document = await readableDocument(view, at);
	return {
		...headOf(document),
		id: document.id,
		revision: document.revision,
		markdown: markdownFromRichText(document.content),
		html: renderRichText(document.content, { headingsFrom: 3 }),
		may: { write: mayWriteDraft(view.actor, document) },
	};
}

/** The draft for the page on which it is frozen. @throws NotFound, also for who may not */
export async function draftToFreeze(view: View, at: DocumentAddress) {
	const document = await readableDocument(view, at);
	if (!mayRunDocuments(view.actor, document)) throw new NotFound();
	const openSuggestions = await view.db.groupDocumentSuggestion.count({
		where: { documentId: document.id, state: "open" },
	});
	const { offered, taken } = await creditable(view, document);
	const isTaken = new Set(taken.map(({ kind, id }) => `${kind}:${id}`));
	const credits = await creditWords(view, offered, true);
	return {
		...headOf(document),
		id: document.id,
		revision: document.revision,
		html: renderRichText(document.content, { headingsFrom: 3 }),
		credits,
		taken: credits.flatMap(({ value }) => (isTaken.has(value) ? [value] : [])),
		groupIsPublic: document.group.isPublic,
		openSuggestions,
	};
}

/** A text for the form that remarks on a passage of it. @throws NotFound */
export async function documentToRemark(view: View, at: DocumentAddress) {
	const document = await readableDocument(view, at);
	return {
		...headOf(document),
		id: document.id,
		blocks: blocksOf(document.content).map(({ index, words }) => ({ index, words })),
		may: { remark: mayRemark(view.actor, document) },
	};
}

/** One suggestion for the page on which it is decided. @throws NotFound */
export async function suggestionPage(view: View, at: DocumentAddress & { suggestion: string }) {
	const document = await readableDocument(view, at);
	const all = await suggestionsOf(view, document.id, await storedDocument(view.db, document.id));
	const suggestion = all.find(({ id }) => id === at.suggestion);
	if (!suggestion) throw new NotFound();
	const decide = mayWriteDraft(view.actor, document) && !suggestion.isMine;
	return { ...headOf(document), id: document.id, suggestion, may: { decide } };
}

/** One comment with its answers. @throws NotFound */
export async function commentPage(view: View, at: DocumentAddress & { comment: string }) {
	const document = await readableDocument(view, at);
	const all = await commentsOf(view, document.id, await storedDocument(view.db, document.id));
	const comment = all.find(({ id }) => id === at.comment);
	if (!comment) throw new NotFound();
	return { ...headOf(document), id: document.id, comment, may: { remark: mayRemark(view.actor, document) } };
}
