import { canonical } from "./canonical";
import { inlineCells, paragraphsFromMarkdown } from "./markdown-inline";
import { type Block, type HeadingLevel, type ListItem, type RichText, richTextLimits } from "./schema";

/**
 * Simple Markdown, read: `#` headings, `-` and `1.` lists, `>` quotes, `**bold**`, `*italic*`, `[text](address)`. A line
 * break stays a line break, because people who write into a plain field mean it. Everything else stays literal text.
 * Takes any string, never throws; characters and size are the check's business.
 */
export function richTextFromMarkdown(markdown: string): RichText {
	const lines = markdown.replaceAll("\r\n", "\n").split(/[\n\r\v\f]/);
	return canonical({
		type: "doc",
		content: blocksFrom(
			lines.map((line) => line.replace(/^[ \t]+/, (indent) => indent.replaceAll("\t", "    "))),
			0,
		),
	});
}

const blank = (line: string | undefined) => line === undefined || /^[ \t]*$/.test(line);
const headingLine = /^(#{1,6})[ \t]+(.*[^ \t].*)$/;
const quoteLine = /^>[ ]?/;
const markerLine = /^(?:([-*+])|(\d{1,4})([.)]))(?:[ \t]+(.*))?$/;

type Marker = { ordered: boolean; number: number; begins: boolean; width: number; rest: string };

/** The list marker a line begins with. `begins`: whether it may open a list; "12. Mai" does not, "12) Mai" does. */
function markerOf(line: string, next: string | undefined): Marker | null {
	const match = markerLine.exec(line);
	if (!match) return null;
	const [, bullet, digits = "", delimiter, rest = ""] = match;
	// A marker alone on its line counts only when its content follows indented; a lone "-" is a dash.
	if (blank(rest) && (blank(next) || !next?.startsWith("  "))) return null;
	const number = bullet ? 1 : Number(digits);
	return {
		ordered: !bullet,
		number,
		begins: bullet !== undefined || delimiter === ")" || number === 1,
		width: (bullet ?? `${digits}.`).length + 1,
		rest: rest.replace(/^[ \t]+/, ""),
	};
}

function blocksFrom(lines: readonly string[], depth: number): Block[] {
	const blocks: Block[] = [];
	const mayNest = depth < richTextLimits.depth;
	let paragraph: string[] = [];
	const endParagraph = () => {
		if (paragraph.length > 0) blocks.push(...paragraphsFromMarkdown(paragraph.join("\n")));
		paragraph = [];
	};
	let at = 0;
	while (at < lines.length) {
		const line = lines[at] ?? "";
		const heading = headingLine.exec(line);
		const marker = mayNest ? markerOf(line, lines[at + 1]) : null;
		if (blank(line)) {
			endParagraph();
			at++;
		} else if (heading) {
			endParagraph();
			const level = Math.min((heading[1] ?? "#").length + 1, 4);
			blocks.push({ type: "heading", attrs: { level: toLevel(level) }, content: inlineCells(heading[2] ?? "") });
			at++;
		} else if (mayNest && quoteLine.test(line)) {
			endParagraph();
			const end = endOfQuote(lines, at);
			const inner = lines.slice(at, end).map((quoted) => quoted.replace(quoteLine, ""));
			blocks.push({ type: "blockquote", content: blocksFrom(inner, depth + 1) });
			at = end;
		} else if (marker?.begins) {
			endParagraph();
			at = readList(lines, at, marker, depth, blocks);
		} else {
			paragraph.push(line);
			at++;
		}
	}
	endParagraph();
	return blocks;
}

function toLevel(level: number): HeadingLevel {
	return level === 2 ? 2 : level === 3 ? 3 : 4;
}

function endOfQuote(lines: readonly string[], from: number): number {
	let end = from;
	while (end < lines.length && quoteLine.test(lines[end] ?? "")) end++;
	return end;
}

/** Reads a whole list into `blocks` and returns the line after it. Two blank lines between items end the list. */
function readList(lines: readonly string[], from: number, first: Marker, depth: number, blocks: Block[]): number {
	const items: ListItem[] = [];
	let at = from;
	for (;;) {
		const marker = markerOf(lines[at] ?? "", lines[at + 1]);
		if (!marker || marker.ordered !== first.ordered) break;
		const own = [marker.rest];
		at++;
		let end = at;
		for (; at < lines.length; at++) {
			const line = lines[at] ?? "";
			if (blank(line)) continue;
			if (!line.startsWith("  ")) break;
			const indent = Math.min(line.length - line.replace(/^ +/, "").length, marker.width);
			while (end < at) own.push(lines[end++] ?? "");
			own.push(line.slice(indent));
			end = at + 1;
		}
		items.push({ type: "listItem", content: blocksFrom(own, depth + 1) });
		const blanks = at - end;
		if (at >= lines.length || blanks > 1) break;
	}
	blocks.push(
		first.ordered
			? { type: "orderedList", attrs: { start: first.number }, content: items }
			: { type: "bulletList", content: items },
	);
	return at;
}
