import type { Block, HeadingLevel, Inline, List, Mark, RichText } from "./schema";

/** One character with its marks. A space stands for any white space, "\n" for a hard break. */
export type Cell = { char: string; bold: boolean; italic: boolean; href: string | null };

/**
 * The one spelling of a rich text: white space collapsed and never at the edge of bold, italic or a link; equal
 * neighbours joined; empty paragraphs, headings, list items and quotes gone; two hard breaks in a row are a new
 * paragraph. Only so is Markdown able to say exactly what the JSON says. Takes and returns valid rich text.
 */
export function canonical(text: RichText): RichText {
	const content = canonicalBlocks(text.content);
	return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function canonicalBlocks(blocks: readonly Block[]): Block[] {
	return blocks.flatMap((block): Block[] => {
		switch (block.type) {
			case "paragraph":
				return paragraphsFromCells(cellsOf(block.content ?? [])).map((content) => ({ type: "paragraph", content }));
			case "heading":
				return headingFromCells(cellsOf(block.content ?? []), block.attrs.level);
			case "blockquote": {
				const content = canonicalBlocks(block.content);
				return content.length > 0 ? [{ type: "blockquote", content }] : [];
			}
			default:
				return canonicalList(block);
		}
	});
}

function canonicalList(list: List): List[] {
	const items = list.content.flatMap((item) => {
		const blocks = canonicalBlocks(item.content);
		const first = blocks[0];
		if (!first) return [];
		// ProseMirror wants a paragraph at the head of every list item.
		const content: Block[] = first.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks];
		return [{ type: "listItem" as const, content }];
	});
	if (items.length === 0) return [];
	if (list.type === "bulletList") return [{ type: "bulletList", content: items }];
	const start = list.attrs?.start ?? 1;
	return [{ type: "orderedList", ...(start !== 1 && { attrs: { start } }), content: items }];
}

function cellsOf(nodes: readonly Inline[]): Cell[] {
	return nodes.flatMap((node): Cell[] => {
		if (node.type === "hardBreak") return [{ char: "\n", bold: false, italic: false, href: null }];
		const link = node.marks?.find((mark) => mark.type === "link");
		const look = {
			bold: node.marks?.some((mark) => mark.type === "bold") ?? false,
			italic: node.marks?.some((mark) => mark.type === "italic") ?? false,
			href: link?.type === "link" ? link.attrs.href : null,
		};
		return Array.from(node.text.replaceAll("\ufeff", ""), (char) => ({ char: plainSpace(char), ...look }));
	});
}

function plainSpace(char: string): string {
	return /[\t\n\v\f\r\u0085\u2028\u2029]/.test(char) ? " " : char;
}

const isSpace = (cell: Cell) => cell.char === " " || cell.char === "\n";

/** Cuts cells into paragraphs at two or more hard breaks in a row; each paragraph is a list of inline nodes. */
export function paragraphsFromCells(cells: readonly Cell[]): Inline[][] {
	const paragraphs: Cell[][] = [[]];
	for (const { breaks, cell } of withRunsJoined(cells)) {
		if (breaks > 1) paragraphs.push([]);
		else paragraphs.at(-1)?.push(breaks === 1 ? { ...cell, char: "\n" } : cell);
	}
	return paragraphs.map(nodesFromCells).filter((nodes) => nodes.length > 0);
}

/** A heading is one line: its breaks become spaces. Nothing when there is nothing to read. */
export function headingFromCells(cells: readonly Cell[], level: HeadingLevel): Block[] {
	const content = nodesFromCells(withRunsJoined(cells).map(({ cell }) => cell));
	return content.length > 0 ? [{ type: "heading", attrs: { level }, content }] : [];
}

/** Each run of white space becomes one space cell that knows how many hard breaks were in it. */
function withRunsJoined(cells: readonly Cell[]): { cell: Cell; breaks: number }[] {
	const joined: { cell: Cell; breaks: number }[] = [];
	for (const cell of cells) {
		const last = joined.at(-1);
		const breaks = cell.char === "\n" ? 1 : 0;
		if (isSpace(cell) && last?.cell.char === " ") last.breaks += breaks;
		else joined.push({ cell: isSpace(cell) ? { ...cell, char: " " } : cell, breaks });
	}
	return joined;
}

function nodesFromCells(cells: readonly Cell[]): Inline[] {
	if (!cells.some((cell) => /[^\s\u200b-\u200d\u2060]/.test(cell.char))) return [];
	let from = 0;
	let to = cells.length;
	while (from < to && cells[from]?.char.match(/[ \n]/)) from++;
	while (to > from && cells[to - 1]?.char.match(/[ \n]/)) to--;
	const nodes: Inline[] = [];
	for (const cell of withSpacesUnmarked(cells.slice(from, to))) {
		const last = nodes.at(-1);
		const marks = marksOf(cell);
		if (cell.char === "\n") nodes.push({ type: "hardBreak" });
		else if (last?.type === "text" && sameMarks(last.marks ?? [], marks)) last.text += cell.char;
		else nodes.push({ type: "text", text: cell.char, ...(marks.length > 0 && { marks }) });
	}
	return nodes;
}

/** A space is bold, italic or linked only where both its neighbours are. */
function withSpacesUnmarked(cells: readonly Cell[]): Cell[] {
	return cells.map((cell, index) => {
		if (!isSpace(cell)) return cell;
		const before = cells[index - 1];
		const after = cells[index + 1];
		return {
			char: cell.char,
			bold: Boolean(before?.bold && after?.bold),
			italic: Boolean(before?.italic && after?.italic),
			href: before && before.href === after?.href ? before.href : null,
		};
	});
}

/** The cells of already canonical inline nodes, breaks carrying the marks of what surrounds them. */
export function cellsWithBreaks(nodes: readonly Inline[]): Cell[] {
	return withSpacesUnmarked(cellsOf(nodes));
}

function marksOf(cell: Cell): Mark[] {
	const marks: Mark[] = [];
	if (cell.href !== null) marks.push({ type: "link", attrs: { href: cell.href } });
	if (cell.bold) marks.push({ type: "bold" });
	if (cell.italic) marks.push({ type: "italic" });
	return marks;
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
	return (
		one.length === other.length &&
		one.every((mark, index) => {
			const twin = other[index];
			return mark.type === "link"
				? twin?.type === "link" && twin.attrs.href === mark.attrs.href
				: mark.type === twin?.type;
		})
	);
}
