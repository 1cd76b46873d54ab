import { expect, test } from "vitest";
import { euroField } from "../costs/money-input";
import { readContract, readYearAmounts, type Typed, yearLines } from "./contract-input";

const parties = ["Mendig", "Thür", "Stadtwerke Osteifel GmbH"];

test("spans, single years, other payers, and back again", () => {
	const text = "2026–2028: 12.000,00\n2027: 500; thür | 2029 : 12000,5";
	const read = readYearAmounts(text, parties);
	expect(read).toEqual({
		done: true,
		value: [
			{ party: 0, year: 2026, cents: 1_200_000n },
			{ party: 0, year: 2027, cents: 1_200_000n },
			{ party: 0, year: 2028, cents: 1_200_000n },
			{ party: 1, year: 2027, cents: 50_000n },
			{ party: 0, year: 2029, cents: 1_200_050n },
		],
	});
	if (!read.done) return;
	const back = yearLines(read.value, parties, euroField);
	expect(back).toBe("2026-2028: 12.000,00\n2029: 12.000,50\n2027: 500,00; Thür");
	expect(readYearAmounts(back, parties)).toMatchObject({ done: true });
});

test.each([
	["12.000", "amounts-line", { line: 1 }],
	["2026: 1\nnächstes Jahr: 5", "amounts-line", { line: 2 }],
	["2026: zwölf", "amounts-money", { line: 1 }],
	["2026: 12,345", "amounts-money", { line: 1 }],
	["2028-2026: 1", "amounts-year", { line: 1 }],
	["1999: 1", "amounts-year", { line: 1 }],
	["2026: 1; Köln", "amounts-party", { line: 1, party: "Köln" }],
	["2026: 1\n2025-2027: 2", "amounts-twice", { line: 2, year: 2026 }],
])("%j: %s", (text, code, values) => {
	expect(readYearAmounts(text, parties)).toEqual({ done: false, refusals: [{ code, field: "amounts", values }] });
});

const typed: Typed = {
	title: "Winterdienst",
	parties: "Thür; Mendig",
	signedOn: "1.3.2019",
	startsOn: "2019-04-01",
	lastDay: "",
	noticeMonths: "6",
	fileNumber: "",
	purpose: "",
	amounts: "2026: 1",
};
const codes = (changes: Partial<Typed>) => {
	const read = readContract({ ...typed, ...changes }, "Mendig");
	return read.done ? "done" : read.refusals.map(({ code, field }) => `${field}: ${code}`).join(", ");
};

test("a contract of one line of a table; the own name is no second party", () => {
	expect(readContract(typed, "Mendig")).toEqual({
		done: true,
		value: {
			title: "Winterdienst",
			parties: ["Mendig", "Thür"],
			signedOn: "2019-03-01",
			startsOn: "2019-04-01",
			lastDay: null,
			noticeMonths: 6,
			fileNumber: "",
			purpose: "",
			amounts: [{ party: 0, year: 2026, cents: 100n }],
		},
	});
});

test.each([
	[{ title: " " }, "title: contract-title"],
	[{ parties: "Mendig" }, "parties: contract-parties"],
	[{ parties: "Thür\nthür" }, "parties: contract-party-twice"],
	[{ signedOn: "31.2.2019", startsOn: "" }, "signedOn: date-invalid, startsOn: date-invalid"],
	[{ lastDay: "2019-03-31" }, "lastDay: period-empty"],
	[{ title: "Winter\u202edienst" }, "title: text-direction"],
	[{ purpose: "a\u0000b" }, "purpose: text-control"],
	[{ noticeMonths: "bald" }, "noticeMonths: contract-notice"],
	[{ noticeMonths: "121" }, "noticeMonths: contract-notice"],
	[{ amounts: "2026" }, "amounts: amounts-line"],
] as const)("%j", (changes, expected) => {
	expect(codes(changes)).toBe(expected);
});
