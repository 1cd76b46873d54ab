import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { contributingWhen } from "../../contributions/queries/contributing-when.server";
import { blocksOfVersion } from "./blocks.server";
import { publishedVersions, textAt } from "./find-text.server";
import { blockHtml, headOf, type TextAddress } from "./text-page.server";

/**
 * What the form for an annotation shows: the paragraph it is about, and whether one can annotate now.
 * @param version of the page from which somebody comes; the newest without
 * @param block key of the paragraph; null for the text as a whole
 * @throws NotFound when version or paragraph are not there
 */
export async function annotatePage(
	view: View,
	{ version: wanted, block: key, ...at }: TextAddress & { version: number | null; block: string | null },
) {
	const text = await textAt(view, at);
	const published = publishedVersions(text);
	const version = wanted === null ? published.at(-1) : published.find(({ number }) => number === wanted);
	if (!version) throw new NotFound();
	const blocks = key === null ? [] : await blocksOfVersion(view, version.id);
	const index = blocks.findIndex((block) => block.key === key);
	const block = blocks[index];
	if (key !== null && !block) throw new NotFound();
	return {
		...headOf(text, at.place),
		version: version.number,
		block: block ? { key: block.key, number: index + 1, html: blockHtml(block), words: block.words } : null,
		annotating: contributingWhen(view, text.process, "annotate"),
	};
}
