/** How much of a mandate stands where people only glance at it. */
const most = 220;

/** The first sentence of a text, cut at a word where it is very long; abbreviations such as „z. B.“ end none. */
export function firstSentence(text: string): string {
	const [block = ""] = text.trim().split(/\n{2,}/);
	const words = block.replace(/\s+/g, " ").trim();
	const sentence = /^.*?[\p{L}\d“)]{3}[.!?](?=\s+[\p{Lu}„]|$)/u.exec(words)?.[0] ?? words;
	return sentence.length <= most ? sentence : `${sentence.slice(0, most - 1).replace(/\s+\S*$/, "")} …`;
}
