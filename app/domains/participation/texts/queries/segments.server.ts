import { textFor } from "~/platform/i18n";
import { canonical } from "~/platform/rich-text/canonical";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";
import { isVote, resultOf, type Vote } from "../statement";
import { shortQuote } from "../text";

export type ShownSegment = { position: number; words: string; vote: Vote | null; comment: string | null };

/**
 * The weighed parts of annotations whose answer has been released, by annotation. Before that they are a draft of the
 * administration. The answer belongs to a later sub-domain; its row is only looked at.
 */
export async function publicSegments(
	view: Pick<View, "db">,
	ids: readonly string[],
): Promise<Map<string, ShownSegment[]>> {
	const rows = await view.db.statementSegment.findMany({
		where: {
			contributionId: { in: [...ids] },
			annotation: { contribution: { answers: { some: { answer: { releasedAt: { not: null } } } } } },
		},
		orderBy: [{ contributionId: "asc" }, { position: "asc" }],
	});
	return Map.groupBy(rows.map(shown), ({ contributionId }) => contributionId);
}

function shown({ contributionId, position, words, vote, comment }: Stored) {
	return { contributionId, position, words, vote: isVote(vote) ? vote : null, comment };
}

type Stored = { contributionId: string; position: number; words: string; vote: string | null; comment: string | null };

/**
 * The weighing of a statement as the beginning of its answer: the result that the votes amount to, and what is said to each
 * part, as Markdown for the form. Null while nothing was divided or a part is open.
 */
export async function proposedAnswer(
	view: Pick<View, "db" | "locale">,
	contributionId: string,
): Promise<{ disposition: string; reason: string } | null> {
	const rows = await view.db.statementSegment.findMany({ where: { contributionId }, orderBy: { position: "asc" } });
	const parts = rows.map(shown);
	const disposition = resultOf(parts.map(({ vote }) => vote));
	if (!disposition) return null;
	const t = textFor(view.locale, staffMessages);
	const votes = textFor(view.locale, messages);
	const lines = parts.map(({ words, vote, comment }) =>
		t("weighed.part", {
			words: shortQuote(words, 160),
			vote: vote ? votes(`votes.${vote}`) : "",
			comment: comment ?? "",
		}),
	);
	const paragraphs = (parts.length > 1 ? [t("weighed.lead"), ...lines] : lines).map((text) => text.trim());
	const reason = canonical({
		type: "doc",
		content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
	});
	return { disposition, reason: markdownFromRichText(reason) };
}
