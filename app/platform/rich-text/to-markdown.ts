import { type Cell, cellsWithBreaks } from "./canonical";
import type { Block, Inline, List, ListItem, RichText } from "./schema";

/**
 * Writes a canonical rich text (as the check or the Markdown reader return it) as the simple Markdown that
 * `richTextFromMarkdown` reads back to exactly the same JSON.
 */
export function markdownFromRichText(text: RichText): string {
	return blocksToMarkdown(text.content);
}

function blocksToMarkdown(blocks: readonly Block[]): string {
	let markdown = "";
	blocks.forEach((block, index) => {
		const before = blocks[index - 1];
		// Two blank lines keep two lists of one kind apart.
		if (before) markdown += before.type === block.type && "content" in block && isList(block) ? "\n\n\n" : "\n\n";
		markdown += blockToMarkdown(block, before?.type === "orderedList");
	});
	return markdown;
}

function isList(block: Block): block is List {
	return block.type === "bulletList" || block.type === "orderedList";
}

function blockToMarkdown(block: Block, afterNumbers: boolean): string {
	switch (block.type) {
		case "paragraph":
			return inlineToMarkdown(block.content ?? [])
				.split("\n")
				.map((line, index) => lineStartEscaped(line, afterNumbers && index === 0))
				.join("\n");
		case "heading":
			return `${"#".repeat(block.attrs.level - 1)} ${inlineToMarkdown(block.content ?? [])}`;
		case "blockquote":
			return blocksToMarkdown(block.content)
				.split("\n")
				.map((line) => (line === "" ? ">" : `> ${line}`))
				.join("\n");
		case "bulletList":
			return block.content.map((item) => itemToMarkdown(item, "-")).join("\n");
		case "orderedList": {
			const start = block.attrs?.start ?? 1;
			// "12. Mai" is a date and no list; a list that starts elsewhere than at one is written "12)".
			return block.content
				.map((item, index) => itemToMarkdown(item, `${start + index}${start === 1 ? "." : ")"}`))
				.join("\n");
		}
	}
}

function itemToMarkdown(item: ListItem, marker: string): string {
	const [first, ...rest] = item.content;
	const headless = first?.type === "paragraph" && !first.content?.length;
	const indent = " ".repeat(marker.length + 1);
	const body = (headless ? `\n${blocksToMarkdown(rest)}` : blocksToMarkdown(item.content))
		.split("\n")
		.map((line, index) => (index === 0 || line === "" ? line : indent + line))
		.join("\n");
	return body.startsWith("\n") ? marker + body : `${marker} ${body}`;
}

function lineStartEscaped(line: string, afterNumbers: boolean): string {
	if (/^(?:#{1,6} |>|[-+](?: |$))/.test(line)) return `\\${line}`;
	const number = /^(\d{1,4})([.)])(?: |$)/.exec(line);
	if (number && (afterNumbers || number[2] === ")" || Number(number[1]) === 1))
		return `${line.slice(0, number[1]?.length)}\\${line.slice(number[1]?.length)}`;
	return line;
}

function inlineToMarkdown(nodes: readonly Inline[]): string {
	const plain = { bold: false, italic: false, href: null };
	const cells = cellsWithBreaks(nodes);
	let markdown = "";
	let before: Omit<Cell, "char"> = plain;
	let inLink = { bold: false, italic: false };
	cells.forEach((cell, index) => {
		markdown += boundary(before, cell, inLink);
		if (cell.href !== before.href) inLink = { bold: cell.bold, italic: cell.italic };
		markdown += escaped(cell, cells[index - 1], cells[index + 1]);
		before = cell;
	});
	return markdown + boundary(before, plain, inLink);
}

/** What stands between two characters of different look. Bold always before italic: the reader takes `***` so. */
function boundary(
	before: Omit<Cell, "char">,
	after: Omit<Cell, "char">,
	atLinkStart: { bold: boolean; italic: boolean },
): string {
	const linkEnds = before.href !== null && before.href !== after.href;
	const linkBegins = after.href !== null && before.href !== after.href;
	let inside = "";
	let outside = "";
	if (before.bold !== after.bold) {
		if (linkEnds && before.bold && !atLinkStart.bold) inside += "**";
		else outside += "**";
	}
	if (before.italic !== after.italic) {
		if (linkEnds && before.italic && !atLinkStart.italic) inside += "*";
		else outside += "*";
	}
	return `${inside}${linkEnds ? `](${before.href})` : ""}${outside}${linkBegins ? "[" : ""}`;
}

function escaped(cell: Cell, before: Cell | undefined, after: Cell | undefined): string {
	switch (cell.char) {
		case "\\":
			return "\\\\";
		case "*":
			return before?.char === " " && after?.char === " " && sameLook(before, cell) && sameLook(cell, after)
				? "*"
				: "\\*";
		case "[":
			return cell.href === null ? "[" : "\\[";
		case "]":
			return cell.href === null && after && sameLook(cell, after) && after.char !== "(" ? "]" : "\\]";
		default:
			return cell.char;
	}
}

function sameLook(one: Cell, other: Cell): boolean {
	return one.bold === other.bold && one.italic === other.italic && one.href === other.href;
}
