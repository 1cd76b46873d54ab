import { linesOf, type Paper, paragraphsOf } from "./plain-paper";
import { typeset } from "./typeset.server";

const template = "app/platform/typesetting/plain-paper.typ";

/**
 * A plain paper as a tagged PDF with headings, table headers and language.
 * @param made the moment that the file names as its making
 * @throws NotTypeset when the paper cannot be set
 */
export async function plainPaper(paper: Paper, made: Date): Promise<Buffer> {
	const blocks = paper.blocks.map((block) => {
		if (block.kind === "text") return { kind: "text", paragraphs: paragraphsOf(block.text) };
		if (block.kind !== "table") return block;
		const weights = block.weights ?? block.header.map(() => 1);
		return { ...block, weights, numeric: block.numeric ?? [], rows: block.rows.map((row) => row.map(linesOf)) };
	});
	return typeset({
		template,
		inputs: { paper: JSON.stringify({ ...paper, blocks }) },
		timestamp: Math.floor(made.getTime() / 1000),
		standard: "1.7",
	});
}
