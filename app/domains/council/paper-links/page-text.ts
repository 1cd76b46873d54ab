import { readCharacters } from "~/platform/html-characters";

const most = 200_000;

/**
 * The words of a web page as plain text, one line per block: what is compared and copied, without scripts, styles and the marks
 * that change with every visit.
 * @param bytes as they came
 * @param charset what the answer says; otherwise what the page says of itself, or UTF-8
 */
export function pageText(bytes: Uint8Array, charset: string | null): string {
	const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 2000));
	const told = charset ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(beginning)?.[1] ?? "utf-8";
	const words = decoded(bytes, told)
		.replace(/<!--[\s\S]*?-->/g, " ")
		.replace(/<(script|style|noscript|svg|template|head)\b[\s\S]*?<\/\1\s*>/gi, " ")
		.replace(/<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|dt|dd|hr)\b[^>]*>/gi, "\n")
		.replace(/<\/?t[dh]\b[^>]*>/gi, " ")
		.replace(/<[^>]*>/g, "");
	return readCharacters(words, " ")
		.split("\n")
		.map((line) => storable(line).replace(/\s+/g, " ").trim())
		.filter((line) => line !== "")
		.join("\n")
		.slice(0, most);
}

function decoded(bytes: Uint8Array, charset: string): string {
	try {
		return new TextDecoder(charset).decode(bytes);
	} catch {
		// a charset that nobody knows
		return new TextDecoder("utf-8").decode(bytes);
	}
}

function storable(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, " ");
}
