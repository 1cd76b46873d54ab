import type { Block, RichText } from "~/platform/rich-text/schema";

export type TableResults = {
	number: number;
	topic: string;
	notes: readonly { text: string; dots: number; isResult: boolean }[];
	/** What is to be seen on each photo of the wall. */
	photos: readonly string[];
};

type Words = {
	from: string;
	/** The way back to the workshop. */
	workshop: string;
	table(table: TableResults): string;
	results: string;
	notes: string;
	none: string;
	photos: string;
	note(note: { text: string; dots: number }): string;
};

/**
 * What the tables of a workshop wrote, as the beginning of a text of the group: a heading for each table, its results with
 * points, its other notes, what its photos show; and the way back.
 */
export function resultsText(tables: readonly TableResults[], href: string, words: Words): RichText {
	return {
		type: "doc",
		content: [
			{
				type: "paragraph",
				content: [
					{ type: "text", text: `${words.from} ` },
					{ type: "text", text: words.workshop, marks: [{ type: "link", attrs: { href } }] },
				],
			},
			...tables.flatMap((table) => tableBlocks(table, words)),
		],
	};
}

function tableBlocks(table: TableResults, words: Words): Block[] {
	const results = table.notes.filter(({ isResult }) => isResult).toSorted((one, other) => other.dots - one.dots);
	const others = table.notes.filter(({ isResult }) => !isResult);
	return [
		heading(2, words.table(table)),
		...listed(words.results, results.map(words.note)),
		...listed(words.notes, others.map(words.note)),
		...(table.notes.length === 0 ? [paragraph(words.none)] : []),
		...listed(words.photos, table.photos),
	];
}

const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ type: "text", text }] });
const heading = (level: 2 | 3, text: string): Block => ({
	type: "heading",
	attrs: { level },
	content: [{ type: "text", text }],
});

function listed(title: string, lines: readonly string[]): Block[] {
	if (lines.length === 0) return [];
	return [
		heading(3, title),
		{ type: "bulletList", content: lines.map((line) => ({ type: "listItem", content: [paragraph(line)] })) },
	];
}
