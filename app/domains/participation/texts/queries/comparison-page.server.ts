import { NotFound } from "~/platform/outcome";
import { compareVersions } from "~/platform/passages/comparison";
import type { View } from "~/platform/world.server";
import { creditedIn } from "./annotations.server";
import { blocksOf } from "./blocks.server";
import { publishedVersions, textAt } from "./find-text.server";
import { blockHtml, headOf, type TextAddress } from "./text-page.server";

/**
 * Two published versions of a text side by side, with the annotations that went into the later one; by default the newest
 * two.
 * @param from @param to numbers of published versions; null for the default
 * @throws NotFound when one of them is not there, or there is only one
 */
export async function comparisonPage(
	view: View,
	{ from, to, ...at }: TextAddress & { from: number | null; to: number | null },
) {
	const text = await textAt(view, at);
	const published = publishedVersions(text);
	const later = to === null ? published.at(-1) : published.find(({ number }) => number === to);
	const before = published.filter(({ number }) => later && number < later.number);
	const earlier = from === null ? before.at(-1) : before.find(({ number }) => number === from);
	if (!earlier || !later) throw new NotFound();
	const blocks = await blocksOf(view, [earlier.id, later.id]);
	const between = published.filter(({ number }) => number > earlier.number && number <= later.number);
	const credited = (await Promise.all(between.map(({ id }) => creditedIn(view, id)))).flat();
	const numberOf = new Map(
		[earlier.id, later.id].flatMap((id) =>
			(blocks.get(id) ?? []).map(({ key }, index): [string, number] => [key, index + 1]),
		),
	);
	const compared = compareVersions(blocks.get(earlier.id) ?? [], blocks.get(later.id) ?? []);
	return {
		...headOf(text, at.place),
		earlier: { number: earlier.number, publishedAt: earlier.publishedAt },
		later: { number: later.number, publishedAt: later.publishedAt, note: later.note },
		blocks: compared.map(({ key, kind, moved, pieces, later: shown }) => ({
			key,
			/** As it is counted on the page of its version. */
			number: numberOf.get(key) ?? 0,
			kind,
			moved,
			pieces,
			html: kind === "same" && shown ? blockHtml(shown) : null,
			// the same annotation may have gone into it in two versions
			because: [
				...new Map(credited.filter(({ creditedKey }) => creditedKey === key).map((one) => [one.id, one])).values(),
			],
		})),
	};
}

export type ComparisonPage = Awaited<ReturnType<typeof comparisonPage>>;
