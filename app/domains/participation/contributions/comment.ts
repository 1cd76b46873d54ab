import type { Dated } from "./contribution";

/** Length of a comment in characters. */
const commentLimits = { least: 2, most: 3000 } as const;

/** How many comments one person may write in this time, so that nobody floods a discussion. */
export const commentPace = { most: 20, seconds: 600 } as const;

/** Comments on one page. */
export const commentsPerPage = 25;

export type CommentProblem = {
	code: "comment-too-short" | "comment-too-long";
	field: "text";
	values: { now: number; most: number };
};

/** The text with its line ends as one kind, without blanks at its edges. */
export function commentText(typed: string): string {
	return typed.replace(/\r\n?/g, "\n").trim();
}

/** What is wrong with the text of a comment; null when nothing is. */
export function commentProblem(text: string): CommentProblem | null {
	const values = { now: text.length, most: commentLimits.most };
	if (text.length < commentLimits.least) return { code: "comment-too-short", field: "text", values };
	return text.length > commentLimits.most ? { code: "comment-too-long", field: "text", values } : null;
}

/** Whether a plain text holds a web address. */
export function mentionsLink(text: string): boolean {
	return /\bhttps?:\/\/|\bwww\.\S|\b[a-z0-9-]+\.(?:de|com|net|org|info|eu|io|ru|cn|biz|shop|xyz)\b/i.test(text);
}

/** The page of the threads on which the comment at this place stands; places count from 0. */
export function pageOfPlace(place: number): number {
	return Math.floor(place / commentsPerPage) + 1;
}

/** What readers see of a comment: its text, that something stood there, or nothing. */
export function commentShown(comment: Dated): "text" | "hidden" | "withdrawn" | "nothing" {
	if (!comment.publishedAt) return "nothing";
	if (comment.withdrawnAt) return "withdrawn";
	return comment.hiddenAt ? "hidden" : "text";
}
