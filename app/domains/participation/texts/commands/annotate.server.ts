import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { textFor } from "~/platform/i18n";
import { done, NotFound, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { type Anchor, anchorAt, findQuote } from "~/platform/passages/anchor";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { hasForbiddenCharacter, isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { storeDraft } from "../../contributions/commands/store-draft.server";
import type { TextProblem } from "../../contributions/contribution";
import { messages } from "../messages";
import { storePlaces } from "../places.server";
import { blocksOf } from "../queries/blocks.server";
import { publishedVersions, textById } from "../queries/find-text.server";
import { shortQuote, textLimits } from "../text";

export type AnnotateInput = {
	textId: string;
	/** Number of the version that was read. */
	version: number;
	/** The paragraph; null for the text as a whole. */
	blockKey: string | null;
	/** The words that are meant; empty for the whole paragraph. */
	quote: string;
	/** What stands around them, where the page knows it. */
	around: { before: string; after: string };
	/** Other words for the passage; null without. */
	suggestion: string | null;
	comment: RichText;
	/** Secret that the page made for the draft. */
	token: string;
	authorName: string | null;
};

export type AnnotateRefusal =
	| "block-unknown"
	| "quote-not-found"
	| "quote-too-long"
	| "suggestion-too-long"
	| "suggestion-needs-passage"
	| "text-bad-character"
	| TextProblem["code"]
	| "category-unknown"
	| "already-handed-in";

/**
 * Stores a remark on a passage as the draft of a contribution; handing it in is the same as for every contribution. What
 * was quoted has to stand in the paragraph; a suggestion alone is enough, then it is the text as well.
 * @returns the contribution's id
 */
export const annotate = command(
	"participation.annotate",
	async (world: ActWorld, input: AnnotateInput): Promise<Outcome<{ id: string }, AnnotateRefusal>> => {
		// shared, so that a version that is being published sees this annotation or is seen by it
		await world.db.$queryRaw`SELECT 1 FROM process_text WHERE id = ${input.textId}::uuid FOR SHARE`;
		const text = await textById(world, input.textId);
		const published = publishedVersions(text);
		const version = published.find(({ number }) => number === input.version);
		if (!version) throw new NotFound();
		const later = published.filter(({ number }) => number >= version.number);
		const blocks = await blocksOf(
			world,
			later.map(({ id }) => id),
		);
		const suggestion = input.suggestion?.trim() || null;
		const anchored = anchorOf(blocks.get(version.id) ?? [], input);
		const problems = lengthProblems(input, suggestion);
		if (!anchored.done) return { done: false, refusals: [...anchored.refusals, ...problems] };
		if (problems.length > 0) return { done: false, refusals: problems };
		const anchor = anchored.value;
		const t = textFor(world.locale, messages);
		const title = anchor
			? t("annotation.titleQuote", { quote: shortQuote(anchor.quote) })
			: t("annotation.titleWhole", { title: shortQuote(text.title, 70) });
		const stored = await storeDraft(world, {
			processId: text.processId,
			token: input.token,
			kind: "annotation",
			title,
			text:
				suggestion !== null && isEmptyRichText(input.comment)
					? suggested(t("annotation.suggests"), suggestion)
					: input.comment,
			category: null,
			place: null,
			authorName: input.authorName,
		});
		if (!stored.done) return stored;
		const columns = {
			textId: text.id,
			versionId: version.id,
			blockKey: anchor?.key ?? null,
			quote: anchor?.quote ?? "",
			before: anchor?.before ?? "",
			after: anchor?.after ?? "",
			whole: anchor?.whole ?? false,
			suggestion,
		};
		const contributionId = stored.value.id;
		await world.db.annotation.upsert({
			where: { contributionId },
			create: { ...columns, contributionId },
			update: columns,
		});
		await world.db.annotationPlace.deleteMany({ where: { contributionId } });
		for (const { id } of later) await storePlaces(world, id, blocks.get(id) ?? [], [{ ...columns, contributionId }]);
		await link(world, {
			from: { kind: "contribution", id: contributionId },
			relation: "part-of",
			to: { kind: "text", id: text.id },
		});
		return done({ id: contributionId });
	},
);

function anchorOf(
	blocks: readonly { key: string; words: string }[],
	{ blockKey, quote, around }: Pick<AnnotateInput, "blockKey" | "quote" | "around">,
): Outcome<Anchor | null, "block-unknown" | "quote-not-found"> {
	if (blockKey === null) return done(null);
	const block = blocks.find(({ key }) => key === blockKey);
	if (!block) return refused("block-unknown", { field: "absatz" });
	if (quote.trim() === "") return done(anchorAt(block, { start: 0, end: block.words.length }));
	const range = findQuote(block.words, quote, around);
	return range ? done(anchorAt(block, range)) : refused("quote-not-found", { field: "zitat" });
}

function lengthProblems({ quote, blockKey }: AnnotateInput, suggestion: string | null) {
	const problems: Refusal<AnnotateRefusal>[] = [];
	const { quoteMost, suggestionMost } = textLimits;
	if (quote.length > quoteMost)
		problems.push({ code: "quote-too-long", field: "zitat", values: { now: quote.length, most: quoteMost } });
	if (suggestion && blockKey === null) problems.push({ code: "suggestion-needs-passage", field: "vorschlag" });
	if (suggestion && hasForbiddenCharacter(suggestion))
		problems.push({ code: "text-bad-character", field: "vorschlag" });
	if (suggestion && suggestion.length > suggestionMost)
		problems.push({
			code: "suggestion-too-long",
			field: "vorschlag",
			values: { now: suggestion.length, most: suggestionMost },
		});
	return problems;
}

/** The text of an annotation that only suggests other words: plain, whatever signs the suggestion holds. */
function suggested(lead: string, words: string): RichText {
	const text = words.replace(/\s+/g, " ").trim();
	const [intro] = richTextFromMarkdown(lead).content;
	return {
		type: "doc",
		content: [...(intro ? [intro] : []), { type: "paragraph", content: [{ type: "text", text }] }],
	};
}
