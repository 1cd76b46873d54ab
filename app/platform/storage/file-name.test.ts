import { expect, test } from "vitest";
import { cleanFileName, contentDisposition } from "./file-name";

test.each([
	["Übersicht Radweg.PDF", "pdf", "Übersicht Radweg.pdf"],
	["../../etc/passwd", "txt", "passwd.txt"],
	["C:\\Users\\x\\Plan.png", "png", "Plan.png"],
	["rechnung\u202egpj.exe", "pdf", "rechnunggpj.pdf"],
	["a\r\nSet-Cookie: x.txt", "txt", "aSet-Cookie_ x.txt"],
	["u\u0308ber.txt", "txt", "über.txt"],
	["...", "pdf", "datei.pdf"],
	["", "pdf", "datei.pdf"],
	["\ud83d.png", "png", "\ufffd.png"],
	["a".repeat(500), "csv", `${"a".repeat(120)}.csv`],
	["kein typ", "", "kein typ"],
])("%j becomes a harmless name", (given, extension, clean) => {
	expect(cleanFileName(given, extension)).toBe(clean);
});

test("the disposition holds an ASCII name and the real one", () => {
	expect(contentDisposition("attachment", 'Straße "Nord" (2).pdf')).toBe(
		"attachment; filename=\"Strasse _Nord_ (2).pdf\"; filename*=UTF-8''Stra%C3%9Fe%20%22Nord%22%20%282%29.pdf",
	);
	expect(contentDisposition("inline", "a\r\nb;c.png")).not.toMatch(/[\r\n]/);
});
