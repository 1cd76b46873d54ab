import {
	Bookmark,
	DeletedTextRun,
	Document,
	HeadingLevel,
	InsertedTextRun,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
} from "docx";
import { describe, expect, test } from "vitest";
import { readWord } from "~/platform/word/read-word.server";
import { wordFile } from "~/platform/word/word-file.server";
import type { WordText } from "~/platform/word/word-text";
import { must } from "~tests/factories/outcome";
import { comparable, matchClauses } from "./match-clauses";

const ours = [
	{
		key: "verstaendnis",
		heading: "Gemeinsames Projektverständnis",
		text: "Wir messen <b>Licht</b> & Wege.\nJeden Tag.\n\nZweiter Absatz.",
	},
	{ key: "rollen", heading: "Rollen, Rechte und Pflichten", text: "Mayen führt." },
	{ key: "ende", heading: "Laufzeit, Kündigung, Verbleib", text: "Ein Jahr." },
];
const known = { generated: { tabellen: "Aufgabe | Phase\n\nBetreiben | Betrieb" }, front: ["Entwurf", "Lampen"] };

const change = { id: 1, author: "Kanzlei", date: "2026-11-22T10:00:00Z" };
const heading = (
	text: string,
	bookmark?: string,
	level: (typeof HeadingLevel)["HEADING_1" | "HEADING_2"] = HeadingLevel.HEADING_1,
) =>
	new Paragraph({
		heading: level,
		children: bookmark ? [new Bookmark({ id: bookmark, children: [new TextRun(text)] })] : [new TextRun(text)],
	});

async function word(children: (Paragraph | Table)[], extras: Record<string, unknown> = {}): Promise<WordText> {
	const bytes = await Packer.toBuffer(new Document({ ...extras, sections: [{ children }] }));
	return must(await readWord(bytes, "zurueck.docx"));
}

describe("a Word file that comes back", () => {
	test("unchanged it says the same, clause by clause, and nothing else", async () => {
		const bytes = await wordFile({
			title: "Lampen",
			above: "Entwurf",
			author: "Mayen",
			language: "de",
			footer: "PV-2026-0001",
			blocks: [
				...ours.flatMap(({ key, heading: words, text }) => [
					{ kind: "heading" as const, level: 1 as const, text: words, bookmark: `klausel_${key}` },
					{ kind: "text" as const, text },
				]),
				{ kind: "heading", level: 1, text: "Tabellen", bookmark: "klausel_tabellen" },
				{ kind: "table", caption: null, header: ["Aufgabe", "Phase"], rows: [["Betreiben", "Betrieb"]] },
			],
		});
		const clauses = matchClauses(must(await readWord(bytes, "entwurf.docx")), ours, known);
		expect(clauses.map(({ block }) => block)).toEqual(["verstaendnis", "rollen", "ende"]);
		for (const [index, clause] of clauses.entries()) {
			expect(comparable(clause.text)).toBe(comparable(ours[index]?.text ?? ""));
		}
	});

	test("tracked changes count as accepted; a changed heading is known by its bookmark, a pasted text by its heading", async () => {
		const text = await word([
			heading("Was wir wollen", "klausel_verstaendnis"),
			new Paragraph({
				children: [
					new TextRun("Wir messen "),
					new DeletedTextRun({ ...change, text: "Licht" }),
					new InsertedTextRun({ ...change, text: "Dunkelheit" }),
					new TextRun("."),
				],
			}),
			heading("§ 2 ROLLEN, Rechte und Pflichten"),
			new Paragraph("Andernach führt."),
		]);
		const [first, second, third] = matchClauses(text, ours, known);
		expect(first).toEqual({ block: "verstaendnis", heading: "Was wir wollen", text: "Wir messen Dunkelheit." });
		expect(second).toMatchObject({ block: "rollen", text: "Andernach führt." });
		// Not there at all: shown with an empty text, never as unchanged.
		expect(third).toEqual({ block: "ende", heading: "Laufzeit, Kündigung, Verbleib", text: "" });
	});

	test("what belongs to no clause is shown: a new chapter, a doubled one, a table, a changed table of ours, a comment", async () => {
		const row = (cells: string[]) =>
			new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
		const text = await word(
			[
				new Paragraph("Vorbemerkung der Kanzlei"),
				heading("Rollen, Rechte und Pflichten", "klausel_rollen"),
				new Paragraph("Mayen führt."),
				new Table({ rows: [row(["Wer", "Was"]), row(["Mayen", "alles"])] }),
				heading("Gerichtsstand"),
				new Paragraph("Koblenz."),
				heading("Rollen, Rechte und Pflichten", "klausel_rollen"),
				new Paragraph("Noch einmal."),
				heading("Tabellen", "klausel_tabellen"),
				new Paragraph("Betreiben macht jemand anderes."),
			],
			{ comments: { children: [{ ...change, id: 0, date: new Date(), children: [new Paragraph("Bitte prüfen!")] }] } },
		);
		const clauses = matchClauses(text, ours, known);
		expect(clauses.find(({ block }) => block === "rollen")?.text).toContain("Mayen | alles");
		expect(clauses.filter(({ block }) => block === null)).toEqual([
			{ block: null, heading: "", text: "Vorbemerkung der Kanzlei" },
			{ block: null, heading: "Gerichtsstand", text: "Koblenz." },
			{ block: null, heading: "Rollen, Rechte und Pflichten", text: "Noch einmal." },
			{ block: null, heading: "Tabellen", text: "Betreiben macht jemand anderes." },
			{ block: null, heading: "", text: "Bitte prüfen!" },
		]);
	});

	test("no Word file, a damaged one and one with a DTD are refused", async () => {
		const codes = async (bytes: Buffer, name: string) => {
			const read = await readWord(bytes, name);
			return read.done ? "done" : read.refusals.map(({ code }) => code).join();
		};
		expect(await codes(Buffer.from("%PDF-1.7\n"), "a.docx")).toBe("word-kind");
		const good = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("Text")] }] }));
		expect(await codes(good, "a.docx")).toBe("done");
		expect(await codes(good.subarray(0, good.length - 40), "a.docx")).not.toBe("done");
	});
});
