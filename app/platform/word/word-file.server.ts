import {
	AlignmentType,
	Bookmark,
	Document,
	Footer,
	HeadingLevel,
	type IRunOptions,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
} from "docx";
import { linesOf, type Paper, type PaperBlock, type PaperCell, paragraphsOf } from "../typesetting/plain-paper";

/** What `Content-Type` says of a Word file. */
export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The width between the margins of an A4 page, in twentieths of a point. */
const textWidth = 9_640;
const pageWords = { de: ["Seite ", " von "], en: ["Page ", " of "] } as const;

/**
 * A plain paper as a Word file (ECMA-376): headings as heading styles, tables with a header row that repeats on each page,
 * a language for reading aloud, the title in the properties.
 * @returns the bytes of the file
 */
export async function wordFile(paper: Paper): Promise<Buffer> {
	const [page, of] = pageWords[paper.language];
	const language = { value: paper.language === "de" ? "de-DE" : "en-GB" };
	const document = new Document({
		title: storable(paper.title),
		creator: storable(paper.author),
		description: storable(paper.above),
		styles: {
			default: {
				document: { run: { font: "Calibri", size: 21, language }, paragraph: { spacing: { after: 120 } } },
				title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 240 } } },
				heading1: {
					run: { size: 27, bold: true },
					paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
				},
				heading2: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
			},
			paragraphStyles: [
				{ id: "Caption", name: "caption", basedOn: "Normal", run: { italics: true }, paragraph: { keepNext: true } },
			],
		},
		sections: [
			{
				properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1133, right: 1133 } } },
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								children: [
									run(`${paper.footer}  ·  ${page}`, { size: 16 }),
									new TextRun({ size: 16, children: [PageNumber.CURRENT] }),
									run(of, { size: 16 }),
									new TextRun({ size: 16, children: [PageNumber.TOTAL_PAGES] }),
								],
							}),
						],
					}),
				},
				children: [
					new Paragraph({ children: [run(paper.above)] }),
					new Paragraph({ heading: HeadingLevel.TITLE, children: [run(paper.title)] }),
					...paper.blocks.flatMap(piecesOf),
				],
			},
		],
	});
	return Packer.toBuffer(document);
}

function piecesOf(block: PaperBlock): (Paragraph | Table)[] {
	if (block.kind === "heading") {
		const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
		const words = run(block.text);
		const children = block.bookmark ? [new Bookmark({ id: block.bookmark, children: [words] })] : [words];
		return [new Paragraph({ heading, children })];
	}
	if (block.kind === "text") return paragraphsOf(block.text).map((part) => new Paragraph({ children: linesIn(part) }));
	if (block.kind === "list") {
		return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: linesIn(item) }));
	}
	const caption = block.caption === null ? [] : [new Paragraph({ style: "Caption", children: [run(block.caption)] })];
	return [...caption, tableOf(block), new Paragraph({ children: [] })];
}

function tableOf({ header, rows, numeric = [], weights = [] }: PaperBlock & { kind: "table" }): Table {
	const shares = header.map((_, column) => weights[column] ?? 1);
	const all = shares.reduce((sum, share) => sum + share, 0);
	const widths = shares.map((share) => Math.floor((textWidth * share) / all));
	const cell = (content: PaperCell, column: number, bold: boolean) => {
		const { lines, strongFirst } = linesOf(content);
		return new TableCell({
			width: { size: widths[column] ?? 0, type: WidthType.DXA },
			margins: { top: 60, bottom: 60, left: 100, right: 100 },
			children: (lines.length > 0 ? lines : [""]).map(
				(line, index) =>
					new Paragraph({
						alignment: numeric.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
						spacing: { after: 40 },
						children: [run(line, { bold: bold || (strongFirst && index === 0) })],
					}),
			),
		});
	};
	return new Table({
		width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths: widths,
		tableLook: { firstRow: true, firstColumn: true, noVBand: true },
		rows: [
			new TableRow({ tableHeader: true, cantSplit: true, children: header.map((text, at) => cell(text, at, true)) }),
			...rows.map((row) => new TableRow({ children: row.map((content, at) => cell(content, at, false)) })),
		],
	});
}

function linesIn(text: string): TextRun[] {
	return text.split("\n").map((line, index) => run(line, index > 0 ? { break: 1 } : {}));
}

function run(text: string, look: IRunOptions = {}): TextRun {
	return new TextRun({ ...look, text: storable(text) });
}

/** Without characters that XML 1.0 cannot hold. */
function storable(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
	return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}
