import { describe, expect, test } from "vitest";
import { readTable, tableLimits } from "./read-table.server";
import { workbookOf } from "./write-workbook.server";

const csv = (text: string, encoding: "utf8" | "latin1" = "utf8") => readTable(Buffer.from(text, encoding), "Liste.csv");

async function contents(reading: ReturnType<typeof csv>) {
	const read = await reading;
	if (!read.done) throw new Error(read.refusals[0]?.code);
	return read.value;
}

describe("a CSV", () => {
	const expected = { columns: ["Ort", "Text"], rows: [{ number: 2, cells: ["Kürrenberg", "mehr Bänke; bitte"] }] };
	test.each([
		["semicolons and UTF-8", 'Ort;Text\r\nKürrenberg;"mehr Bänke; bitte"\r\n', "utf8"],
		["with byte order mark", '\ufeffOrt;Text\nKürrenberg;"mehr Bänke; bitte"\n', "utf8"],
		["commas", 'Ort,Text\nKürrenberg,"mehr Bänke; bitte"', "utf8"],
		["tabs", "Ort\tText\nKürrenberg\tmehr Bänke; bitte", "utf8"],
		["Windows-1252", 'Ort;Text\nKürrenberg;"mehr Bänke; bitte"\n', "latin1"],
	] as const)("with %s", async (_, text, encoding) => {
		expect(await contents(csv(text, encoding))).toEqual(expected);
	});

	test("rows have the numbers of the spreadsheet program, empty ones are left out", async () => {
		const { rows } = await contents(csv('Nr;Text\n1;"zwei\nZeilen"\n;\n\n4;" x "\n'));
		expect(rows).toEqual([
			{ number: 2, cells: ["1", "zwei\nZeilen"] },
			{ number: 5, cells: ["4", "x"] },
		]);
	});

	test.each([
		['Nr;Text\n1;"offen', "table-broken"],
		["Nr;Text\n", "table-empty"],
		["\n\n", "table-empty"],
		[`Nr\n${"1\n".repeat(tableLimits.rows + 1)}`, "table-too-long"],
		[`${"a;".repeat(tableLimits.columns)}b\n1`, "table-too-wide"],
		["\u0000\u0001", "table-kind"],
		["<!doctype html><table>", "table-kind"],
	])("%j is refused", async (text, code) => {
		const read = await csv(text);
		expect(read.done ? null : read.refusals[0]?.code).toBe(code);
	});
});

describe("a workbook", () => {
	const columns = [
		{ title: "Nr", width: 5 },
		{ title: "Text", width: 40 },
	];

	test("comes back as it went out, formulas stay text", async () => {
		const bytes = await workbookOf("Beiträge: Mayen/Nette", columns, [
			[1, "=1+1"],
			[2, null],
			[3, "Grüße\nzweite Zeile"],
		]);
		expect(await contents(readTable(bytes, "Liste.xlsx"))).toEqual({
			columns: ["Nr", "Text"],
			rows: [
				{ number: 2, cells: ["1", "=1+1"] },
				{ number: 3, cells: ["2", ""] },
				{ number: 4, cells: ["3", "Grüße\nzweite Zeile"] },
			],
		});
	});

	test("of 10,000 rows is read while other things go on", async () => {
		const bytes = await workbookOf(
			"Liste",
			columns,
			Array.from({ length: 10_000 }, (_, row) => [row, `Text ${row}`]),
		);
		let turns = 0;
		const turning = setInterval(() => turns++, 5);
		const { rows } = await contents(readTable(bytes, "Liste.xlsx"));
		clearInterval(turning);
		expect(rows).toHaveLength(10_000);
		expect(turns).toBeGreaterThan(3);
	});

	test("that is damaged is refused", async () => {
		const bytes = await workbookOf("Liste", columns, [[1, "x"]]);
		const read = await readTable(bytes.subarray(0, -40), "Liste.xlsx");
		expect(read.done ? null : read.refusals[0]?.code).toBe("table-broken");
	});
});
