import type { Locale } from "~/platform/i18n";

export type LetterBlock =
	| string
	| { heading: string }
	| { button: { href: string; label: string } }
	| { list: readonly string[] }
	| { quote: string; by?: string };

/** A letter by mail; all words are already in the reader's language, all addresses absolute. */
export type Letter = {
	locale: Locale;
	to: string;
	subject: string;
	greeting?: string;
	/** Paragraphs, headings, link buttons, lists, quotes, in reading order. */
	blocks: readonly LetterBlock[];
	/** Why one gets this: one sentence. */
	because: string;
	/** Who writes: the organisation, and lines such as postal address and telephone. */
	sender: { name: string; lines?: readonly string[] };
	/** For everything that is not an answer: the page to unsubscribe and the address for one click (RFC 8058). */
	unsubscribe?: { page: string; oneClick: string };
};
