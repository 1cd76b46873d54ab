import { expect, test } from "vitest";
import { readBasis, readYears } from "./cost-item-form";

const line = (value: string) => ({ partyId: "a", value, source: "", asOf: "" });

test("empty years are left out, wrong ones are named", () => {
	expect(readYears(["2027", "2028", "2029"], ["1.000,50", " ", "0"])).toEqual({
		years: [
			{ year: 2027, cents: 100050n },
			{ year: 2029, cents: 0n },
		],
		refusals: [],
	});
	expect(readYears(["2027", "1999"], ["1,234", "5"]).refusals).toEqual([
		{ code: "amount-decimals", field: "amount-0" },
		{ code: "year-invalid", field: "amount-1" },
	]);
});

test.each([
	["equal", "x", 1n],
	["inhabitants", "40.619", 40_619n],
	["fixed-percent", "33,3333", 333_333n],
	["fixed-amount", "1.234,56", 123_456n],
] as const)("the value of the key %s", (key, typed, value) => {
	expect(readBasis(key, [line(typed), line("")]).basis.map((entry) => entry.value)).toEqual([value]);
});

test.each([
	["inhabitants", "40,5", "count-unreadable"],
	["inhabitants", "-3", "count-unreadable"],
	["fixed-percent", "101", "amount-too-large"],
	["fixed-amount", "-1", "amount-negative"],
] as const)("the key %s refuses %s", (key, typed, code) => {
	expect(readBasis(key, [line(typed)])).toEqual({ basis: [], refusals: [{ code, field: "value-0" }] });
});
