import { expect, test } from "vitest";
import { partOf } from "~tests/support/zip";
import type { Paper } from "../typesetting/plain-paper";
import { plainPaper } from "../typesetting/plain-paper.server";
import { wordFile } from "./word-file.server";

const paper: Paper = {
	title: "Leitlinien für Bürgerbeteiligung",
	above: "Übergabeblatt für den Rat",
	author: "Verbandsgemeinde Mendig",
	language: "de",
	footer: "Stand 22. November 2026",
	blocks: [
		{ kind: "heading", level: 1, text: "Worum es geht" },
		{ kind: "text", text: "Erster Absatz\nmit Zeile.\n\nZweiter \u0001Absatz <b>&" },
		{ kind: "list", items: ["#strong[kein] Satzbefehl", "=1+1"] },
		{
			kind: "table",
			caption: "Zugangswege",
			header: ["Weg", "Anzahl"],
			numeric: [1],
			rows: [
				["online", "12"],
				[{ lines: ["Papier", "am Schalter"], strongFirst: true }, "3"],
			],
		},
	],
};

test("a Word file has headings, a repeated header row, its language and its words as words", async () => {
	const bytes = await wordFile(paper);
	const document = partOf(bytes, "word/document.xml");
	expect(document).toContain('<w:pStyle w:val="Title"/>');
	expect(document).toContain('<w:pStyle w:val="Heading1"/>');
	expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
	expect(document).toContain("Zweiter Absatz &lt;b&gt;&amp;");
	expect(partOf(bytes, "word/styles.xml")).toContain('w:lang w:val="de-DE"');
	expect(partOf(bytes, "docProps/core.xml")).toContain("Leitlinien für Bürgerbeteiligung");
});

test("the same paper becomes a tagged PDF; what people typed is no markup", async () => {
	const pdf = (await plainPaper(paper, new Date("2026-11-22T10:00:00Z"))).toString("latin1");
	expect(pdf.startsWith("%PDF-")).toBe(true);
	expect(pdf).toContain("/Lang (de");
	expect(pdf).toContain("/StructTreeRoot");
});
