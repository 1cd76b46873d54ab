import { type Locale, textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { commentPath, contributionPath } from "../addresses";
import { staffMessages } from "../staff-messages";

const standing = { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } as const;

/** What a department is asked about: a contribution, or a question in a comment on it, which bears its number. */
export type AskedAbout = {
	kind: "contribution" | "question";
	id: string;
	number: number | null;
	title: string;
	/** Plain text. */
	excerpt: string;
	/** The formatted text of a contribution; null for questions. */
	body: unknown;
	place: string | null;
	href: string;
	/** What the department wrote about this one. */
	answer: string | null;
};

/** How a question in a comment is called where contributions are listed. */
export function questionTitle(
	locale: Locale,
	{ number, contribution }: { number: number | null; contribution: { title: string } },
): string {
	return textFor(locale, staffMessages)("questionTitle", {
		title: contribution.title,
		number: String(number ?? ""),
	});
}

/**
 * What inquiries are about, contributions before questions, each by number.
 * @param shown only what stands in public: for the department, which reads nothing else
 * @returns by id of the inquiry
 */
export async function askedAbout(
	view: Pick<View, "db">,
	inquiryIds: readonly string[],
	{ locale, shown }: { locale: Locale; shown: boolean },
): Promise<Map<string, AskedAbout[]>> {
	const ids = { in: [...inquiryIds] };
	const [contributions, questions] = await Promise.all([
		view.db.inquiryContribution.findMany({
			where: { inquiryId: ids, ...(shown ? { contribution: standing } : {}) },
			orderBy: { contribution: { number: "asc" } },
			select: {
				inquiryId: true,
				answer: true,
				contribution: {
					select: { id: true, number: true, title: true, excerpt: true, body: true, place: true, code: true },
				},
			},
		}),
		view.db.inquiryComment.findMany({
			where: {
				inquiryId: ids,
				...(shown ? { comment: { ...standing, contribution: { hiddenAt: null, withdrawnAt: null } } } : {}),
			},
			orderBy: [{ comment: { contribution: { number: "asc" } } }, { comment: { number: "asc" } }],
			select: {
				inquiryId: true,
				answer: true,
				comment: {
					select: {
						id: true,
						number: true,
						text: true,
						code: true,
						contribution: { select: { number: true, title: true } },
					},
				},
			},
		}),
	]);
	const found = new Map<string, AskedAbout[]>(inquiryIds.map((id) => [id, []]));
	for (const { inquiryId, answer, contribution } of contributions) {
		const { code, ...text } = contribution;
		found.get(inquiryId)?.push({ ...text, kind: "contribution", href: contributionPath(code), answer });
	}
	for (const { inquiryId, answer, comment } of questions) {
		found.get(inquiryId)?.push({
			kind: "question",
			id: comment.id,
			number: comment.contribution.number,
			title: questionTitle(locale, comment),
			excerpt: comment.text,
			body: null,
			place: null,
			href: commentPath(comment.code),
			answer,
		});
	}
	return found;
}
