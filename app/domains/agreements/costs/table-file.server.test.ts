import { expect, test } from "vitest";
import { euroTable } from "./table-file.server";

test("a name that looks like a formula stays text in the CSV of an agreement, amounts stay amounts (13)", async () => {
	const columns = ["Position", "Betrag"].map((title) => ({ title, width: 20 }));
	const rows = [
		['=HYPERLINK("https://boese.example")', 123_456n],
		["@Summe", 100n],
		["<b>#read</b>", 0n],
	];
	const file = await euroTable(new Request("http://own.invalid/kosten.csv"), {
		name: "kosten",
		sheet: "Kosten",
		columns,
		rows,
	});
	const [, first, second, third] = (await file.text()).split("\r\n");
	expect(first).toMatch(/^"'=HYPERLINK\(""https:\/\/boese\.example""\)";/);
	expect(second).toMatch(/^"?'@Summe"?;1,00$/);
	expect(third).toBe("<b>#read</b>;0,00");
});
