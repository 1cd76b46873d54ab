import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { pdfDanger } from "./pdf-danger.server";

const pdf = (...objects: string[]) =>
	Buffer.from(`%PDF-1.7\n${objects.join("\n")}\ntrailer<</Root 1 0 R>>\n%%EOF\n`, "latin1");
/** An object stream, in which objects lie packed. */
const packed = (objects: string) =>
	`9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n${deflateSync(objects).toString("latin1")}\nendstream endobj`;
const page = "3 0 obj<</Type/Page/Parent 2 0 R>>endobj";

test.each([
	["an ordinary one", pdf("2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj", page), null],
	["encrypted", pdf("trailer<</Encrypt 5 0 R>>"), "pdf-encrypted"],
	["with a script", pdf("4 0 obj<</S/JavaScript/JS(app.alert)>>endobj"), "pdf-active"],
	["with a script spelt with numbers", pdf("4 0 obj<</S/J#61vaScript>>endobj"), "pdf-active"],
	["with a script in a packed object", pdf(packed("4 0 <</S/JavaScript>>")), "pdf-active"],
	["that starts a program", pdf("4 0 obj<</S/Launch/F(x)>>endobj"), "pdf-active"],
	["10,000 pages as it says", pdf("2 0 obj<</Type/Pages/Count 10000>>endobj"), "pdf-too-many-pages"],
	[
		"1,001 pages, whatever it says",
		pdf("2 0 obj<</Type/Pages/Count 1>>endobj", ...Array(1001).fill(page)),
		"pdf-too-many-pages",
	],
	[
		"a script's name in what a page shows",
		pdf("4 0 obj<</Length 20>>stream\n(/JavaScript) Tj\nendstream endobj"),
		null,
	],
] as const)("%s", (_, bytes, danger) => {
	expect(pdfDanger(bytes)).toBe(danger);
});
