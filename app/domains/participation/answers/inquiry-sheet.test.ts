import { expect, it } from "vitest";
import { checkSheet, type SheetColumn, sheetColumns, versionOf } from "./inquiry-sheet";

const titles = Object.fromEntries(sheetColumns.map((column) => [column, `Spalte ${column}`])) as Record<
	SheetColumn,
	string
>;
const inquiry = {
	id: "0199f000-0000-7000-8000-000000000001",
	revision: 2,
	contributions: [
		{ id: "0199f000-0000-7000-8000-00000000000a", number: 3 },
		{ id: "0199f000-0000-7000-8000-00000000000b", number: 7 },
	],
};
const [a, b] = inquiry.contributions.map(({ id }) => id);
const version = versionOf(inquiry);
const columns = ["Spalte number", "Spalte id", "Spalte version", "Spalte answer"];
const table = (...rows: (readonly (string | undefined)[])[]) => ({
	columns,
	rows: rows.map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell ?? "") })),
});
const check = (given: ReturnType<typeof table>) => checkSheet(given, inquiry, [titles]);
const wrong = (given: ReturnType<typeof table>) => check(given).problems.map(({ row, code }) => [row, code]);

it("takes the answers in the order of the question, whatever the order of the rows", () => {
	expect(check(table(["7", b, version, " Ja. "], ["3", a?.toUpperCase(), version, ""]))).toEqual({
		problems: [],
		rows: [
			{ id: a, text: "" },
			{ id: b, text: "Ja." },
		],
	});
});

it.each([
	["a row is missing", table(["3", a, version, "Ja"]), [[null, "row-missing"]]],
	[
		"a row stands twice",
		table(["3", a, version, "x"], ["3", a, version, "y"], ["7", b, version, ""]),
		[[3, "row-double"]],
	],
	[
		"a key was changed",
		table(["3", "abc", version, "x"], ["7", b, version, "y"]),
		[
			[2, "id-unknown"],
			[null, "row-missing"],
		],
	],
	["it is another file", table(["3", a, `${a}.2`, "x"], ["7", b, version, "y"]), [[2, "other-file"]]],
	[
		"the version has moved on",
		table(["3", a, `${inquiry.id}.1`, "x"], ["7", b, `${inquiry.id}.1`, "y"]),
		[
			[2, "version-old"],
			[3, "version-old"],
		],
	],
	["a text is too long", table(["3", a, version, "x".repeat(4001)], ["7", b, version, ""]), [[2, "answer-too-long"]]],
	["nothing is filled in", table(["3", a, version, ""], ["7", b, version, " "]), [[null, "nothing-filled"]]],
	["notes below the list", table(["3", a, version, "x"], ["7", b, version, "y"], ["", "", "", ""]), []],
])("finds by row that %s", (_name, given, expected) => {
	expect(wrong(given)).toEqual(expected);
});

it("names the columns that are missing", () => {
	const given = { columns: ["Spalte id", "Antwort"], rows: [{ number: 2, cells: ["x", "y"] }] };
	expect(checkSheet(given, inquiry, [titles]).problems.map(({ column }) => column)).toEqual(["version", "answer"]);
});
