import { readCharacters } from "~/platform/html-characters";

/**
 * The words of a formatted text of another platform: blocks become paragraphs, list entries get a dash, everything else
 * between angle brackets goes. The result is text and is never read as HTML again. Takes any string, never throws.
 */
export function textFromHtml(html: string): string {
	const marked = /<[a-z/!][^<>]*>/i.test(html)
		? html
				.replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, "")
				.replace(/\r?\n/g, " ")
				.replace(/<li\b[^<>]*>/gi, "\n– ")
				.replace(/<br\b[^<>]*>/gi, "\n")
				.replace(/<\/?(p|div|h[1-6]|ul|ol|blockquote|table|tr)\b[^<>]*>/gi, "\n\n")
				.replace(/<[a-z/!][^<>]*>/gi, "")
		: html.replace(/\r\n?/g, "\n");
	return (
		readCharacters(marked, "")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "")
			.toWellFormed()
			.replace(/[^\S\n]+/g, " ")
			.replace(/ ?\n ?/g, "\n")
			.replace(/\n{3,}/g, "\n\n")
			.trim()
	);
}
