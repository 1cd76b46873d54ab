import { NotFound } from "~/platform/outcome";
import { carriedKeys, readableOf } from "~/platform/passages/block";
import { compareVersions } from "~/platform/passages/comparison";
import { storedRichText } from "~/platform/rich-text/check.server";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { personSelection } from "../../queries/names.server";
import { mayReadDraft, mayReadVersion } from "../policy.server";
import { creditWords } from "./credits.server";
import { headOf, writersOf } from "./document-pages.server";
import { type DocumentAddress, documentAt, type FoundDocument } from "./find-document.server";
import { insideName } from "./remarks.server";

async function readableVersions(view: View, document: FoundDocument) {
	const rows = await view.db.groupDocumentVersion.findMany({
		where: { documentId: document.id },
		orderBy: { number: "asc" },
		take: 200,
	});
	return rows
		.filter(({ isPublic }) => mayReadVersion(view.actor, { ...document, isPublic }))
		.map((row) => ({ ...row, content: storedRichText(row.content) }));
}

/** A frozen version. Outside of the group nobody's name is shown. @throws NotFound */
export async function versionPage(view: View, at: DocumentAddress & { number: number }) {
	const document = await documentAt(view, at);
	const versions = await readableVersions(view, document);
	const version = versions.find(({ number }) => number === at.number);
	if (!version) throw new NotFound();
	const inside = mayReadDraft(view.actor, document);
	const frozenBy =
		inside && version.frozenById
			? await view.db.person.findUnique({ where: { id: version.frozenById }, select: personSelection })
			: null;
	const { id, number, title, hash, reason, frozenAt, isPublic, content } = version;
	const rows = await view.db.groupDocumentCredit.findMany({
		where: { versionId: id },
		orderBy: [{ kind: "asc" }, { subjectId: "asc" }],
		take: 2_000,
	});
	const inGroup = rows.filter(({ kind }) => kind === "comment" || kind === "suggestion").length;
	return {
		...headOf(document),
		version: {
			id,
			number,
			title,
			hash,
			reason,
			frozenAt,
			isPublic,
			html: renderRichText(content, { headingsFrom: 3 }),
		},
		credits: await creditWords(
			view,
			rows.map(({ kind, subjectId }) => ({ kind, id: subjectId })),
			inside,
		),
		/** How many of the group's own are counted only, because the reader is outside. */
		creditedInGroup: inside ? 0 : inGroup,
		authors: inside ? await writersOf(view, document.id, number) : null,
		frozenBy: frozenBy && insideName(view, frozenBy),
		earlier: versions.findLast((other) => other.number < number)?.number ?? null,
	};
}

/**
 * Any two versions of a text, paragraph by paragraph and word by word, with the suggestions that were accepted between them
 * and who suggested and accepted; by default the newest two. Outside of the group nobody's name is shown.
 * @throws NotFound when one of them is not there, or there is only one
 */
export async function versionComparison(view: View, at: DocumentAddress & { from: number | null; to: number | null }) {
	const document = await documentAt(view, at);
	const versions = await readableVersions(view, document);
	const later = at.to === null ? versions.at(-1) : versions.find(({ number }) => number === at.to);
	const before = versions.filter(({ number }) => later && number < later.number);
	const earlier = at.from === null ? before.at(-1) : before.find(({ number }) => number === at.from);
	if (!earlier || !later) throw new NotFound();
	const inside = mayReadDraft(view.actor, document);
	// the keys of paragraphs are carried through all versions between, whoever may read them
	const between = await view.db.groupDocumentVersion.findMany({
		where: { documentId: document.id, number: { gte: earlier.number, lte: later.number } },
		orderBy: { number: "asc" },
		select: { number: true, content: true },
		take: 200,
	});
	const keyed = keyedVersions(between.map(({ number, content }) => ({ number, content: storedRichText(content) })));
	const accepted = await acceptedBetween(view, document.id, [earlier.number, later.number]);
	const because = accepted.map((one) => ({
		...one,
		key: one.block === null ? null : (keyed.get(one.draft)?.[one.block]?.key ?? null),
	}));
	const compared = compareVersions(keyed.get(earlier.number) ?? [], keyed.get(later.number) ?? []);
	const shown = new Set(compared.map(({ key }) => key));
	const authors: string[] = [];
	if (inside) {
		for (const { number } of between.slice(1)) authors.push(...(await writersOf(view, document.id, number)));
	}
	return {
		...headOf(document),
		versions: versions.map(({ number }) => number),
		earlier: { number: earlier.number, frozenAt: earlier.frozenAt },
		later: { number: later.number, frozenAt: later.frozenAt, reason: later.reason },
		inside,
		authors: [...new Set(authors)],
		blocks: compared.map((block, index) => ({
			...{ key: block.key, kind: block.kind, moved: block.moved, pieces: block.pieces, number: index + 1 },
			words: block.later?.words ?? "",
			because: inside ? because.filter(({ key }) => key === block.key) : [],
		})),
		/** Accepted ones whose paragraph is no more. */
		elsewhere: inside ? because.filter(({ key }) => key === null || !shown.has(key)) : [],
	};
}

export type VersionComparison = Awaited<ReturnType<typeof versionComparison>>;

type Content = ReturnType<typeof storedRichText>;

function keyedVersions(versions: readonly { number: number; content: Content }[]) {
	const result = new Map<number, { key: string; words: string }[]>();
	let last: { key: string; words: string }[] = [];
	let made = 0;
	for (const { number, content } of versions) {
		const words = content.content.map(readableOf);
		const keys = carriedKeys(last, words, () => {
			made += 1;
			return `p${made}`;
		});
		last = words.map((text, index) => ({ key: keys[index] ?? "", words: text }));
		result.set(number, last);
	}
	return result;
}

async function acceptedBetween(view: View, documentId: string, [from, to]: [number, number]) {
	const rows = await view.db.groupDocumentSuggestion.findMany({
		where: { documentId, state: "accepted", decidedDraft: { gt: from, lte: to } },
		include: { author: { select: personSelection }, decidedBy: { select: personSelection } },
		orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
		take: 1_000,
	});
	return rows.map((row) => ({
		id: row.id,
		block: row.versionBlock,
		draft: row.decidedDraft ?? 0,
		author: insideName(view, row.author),
		onBehalfOf: row.onBehalfOf,
		acceptedBy: row.decidedBy && insideName(view, row.decidedBy),
		quote: row.quote,
		replacement: row.replacement,
		reason: row.reason,
	}));
}
