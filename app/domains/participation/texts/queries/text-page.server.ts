import { NotFound } from "~/platform/outcome";
import { markedHtml } from "~/platform/passages/marks";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { contributingWhen } from "../../contributions/queries/contributing-when.server";
import { mayManageTexts } from "../policy.server";
import { annotationsBeside, type PlacedAnnotation } from "./annotations.server";
import { blocksOfVersion, type StoredBlock } from "./blocks.server";
import { type FoundText, publishedVersions, textAt } from "./find-text.server";

export type TextAddress = { place: string; process: string; text: string };

/** What the head of every public page of a text shows. */
export function headOf(text: FoundText, place: string) {
	const { process } = text;
	const { space, shortName } = process.organisation;
	return {
		id: text.id,
		code: text.code,
		title: text.title,
		place: { slug: place, name: space?.name ?? shortName, phone: space?.phone ?? null },
		process: {
			title: process.title,
			slug: process.slug,
			answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
		},
		versions: publishedVersions(text).map(({ id, number, note, publishedAt }) => ({ id, number, note, publishedAt })),
	};
}

/** A block as the page shows it; headings stand below the page's own. @param openHeadings shared by blocks in a row */
export function blockHtml({ block }: StoredBlock, openHeadings: number[] = []): string {
	return renderRichText({ type: "doc", content: [block] }, { headingsFrom: 3, openHeadings });
}

/**
 * A version of a text with the annotations beside it.
 * @param version number of a published version; null for the newest
 * @throws NotFound when there is no such published version
 */
export async function textPage(
	view: View,
	{ version: wanted, ...at }: TextAddress & { version: number | null; preview: string | null },
) {
	const text = await textAt(view, at);
	const published = publishedVersions(text);
	const newest = published.at(-1);
	const version = wanted === null ? newest : published.find(({ number }) => number === wanted);
	if (!version || !newest) throw new NotFound();
	const [blocks, annotations] = await Promise.all([
		blocksOfVersion(view, version.id),
		annotationsBeside(view, text.id, version.id),
	]);
	const openHeadings: number[] = [];
	return {
		...headOf(text, at.place),
		version: { number: version.number, publishedAt: version.publishedAt, note: version.note },
		isNewest: version.id === newest.id,
		blocks: blocks.map((block, index) => ({
			key: block.key,
			number: index + 1,
			html: markedHtml(blockHtml(block, openHeadings), block.words, passagesIn(block, annotations)),
		})),
		annotations,
		annotating: contributingWhen(view, text.process, "annotate"),
		may: { manage: mayManageTexts(view.actor, text) },
	};
}

/** The quoted words of a block; remarks on all of it mark nothing. */
function passagesIn({ key, words }: StoredBlock, annotations: readonly PlacedAnnotation[]) {
	return annotations.flatMap(({ place }) =>
		place?.blockKey === key && place.end - place.start < words.length ? [place] : [],
	);
}

export type TextPage = Awaited<ReturnType<typeof textPage>>;

/** The short permanent address of a text, as the path of its page. @throws NotFound when not there or not readable */
export async function textAddress(view: View, code: string): Promise<string> {
	const row = await view.db.processText.findUnique({
		where: { code: code.toUpperCase() },
		select: {
			code: true,
			process: { select: { slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
		},
	});
	const place = row?.process.organisation.space?.slug;
	if (!row || !place) throw new NotFound();
	const text = await textAt(view, { place, process: row.process.slug, text: row.code });
	if (publishedVersions(text).length === 0) throw new NotFound();
	return `/o/${place}/beteiligung/${row.process.slug}/text/${row.code}`;
}
