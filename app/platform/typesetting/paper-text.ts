import { linesOf, type Paper, type PaperBlock, type PaperCell } from "./plain-paper";

const cellText = (cell: PaperCell) => linesOf(cell).lines.join(" ");

function blockText(block: PaperBlock): string {
	switch (block.kind) {
		case "heading":
			return `${block.level === 1 ? "==" : "--"} ${block.text}`;
		case "text":
			return block.text.trim();
		case "list":
			return block.items.map((item) => `* ${item}`).join("\n");
		case "table":
			return [
				...(block.caption ? [block.caption] : []),
				...[block.header, ...block.rows].map((row) => row.map(cellText).join(" | ")),
			].join("\n");
	}
}

/** A paper as plain text: the same words in the same order, for programs that read no PDF. */
export function paperText({ above, title, blocks, footer }: Paper): string {
	return `${[above, title, ...blocks.map(blockText), footer].filter(Boolean).join("\n\n")}\n`;
}
