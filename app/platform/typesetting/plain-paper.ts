/** What stands in one cell of a table: paragraphs; the first may be set strongly, because it names what follows. */
export type PaperCell = string | { lines: string[]; strongFirst: boolean };

/** One piece of a paper. Texts are plain; their blank lines part paragraphs. */
export type PaperBlock =
	/** `bookmark`: by which a Word file that comes back finds it again. */
	| { kind: "heading"; level: 1 | 2; text: string; bookmark?: string }
	| { kind: "text"; text: string }
	| { kind: "list"; items: string[] }
	/** `numeric`: columns that stand at the right, counted from 0; `weights`: how wide each is beside the others. */
	| {
			kind: "table";
			caption: string | null;
			header: string[];
			rows: PaperCell[][];
			numeric?: number[];
			weights?: number[];
	  };

/**
 * A plain paper of headings, paragraphs, lists and tables: a hand-over sheet, an extract of a list. The same paper becomes
 * a PDF (`plainPaper`) and a Word file (`~/platform/word`), both with structure that can be read aloud.
 */
export type Paper = {
	title: string;
	/** Stands above the title: what kind of paper this is, of whom. */
	above: string;
	author: string;
	language: "de" | "en";
	/** At the foot of every page, before its number. */
	footer: string;
	blocks: PaperBlock[];
};

/** The paragraphs of a plain text, and of a cell. */
export function paragraphsOf(text: string): string[] {
	return text
		.replaceAll("\r\n", "\n")
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** A cell as its lines, without those that are empty. */
export function linesOf(cell: PaperCell): { lines: string[]; strongFirst: boolean } {
	if (typeof cell !== "string") return cell;
	return { lines: cell.split(/[\r\n]+/).filter((line) => line.trim() !== ""), strongFirst: false };
}
