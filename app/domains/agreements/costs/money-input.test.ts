import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { euroField, largestAmount, parseEuros, parsePercent, percentField } from "./money-input";

describe("amounts as Germans write them", () => {
	test.each([
		["1.234,56", 123456n],
		["1234,5", 123450n],
		["0", 0n],
		["1.234", 123400n],
		[" 12 € ", 1200n],
		["12,00 Euro", 1200n],
		["10.000.000.000,00", largestAmount],
	])("%j is %s cents", (text, cents) => {
		expect(parseEuros(text)).toEqual({ done: true, value: cents });
	});

	test.each([
		["", "amount-empty"],
		["   ", "amount-empty"],
		["-5", "amount-negative"],
		["−5,00", "amount-negative"],
		["1,234", "amount-decimals"],
		["12,345 €", "amount-decimals"],
		["1e15", "amount-unreadable"],
		["NaN", "amount-unreadable"],
		["1.23", "amount-unreadable"],
		["1,234.56", "amount-unreadable"],
		["=1+1", "amount-unreadable"],
		["10.000.000.000,01", "amount-too-large"],
		["999999999999999", "amount-too-large"],
		["9999999999999999", "amount-unreadable"],
	])("%j is refused: %s", (text, code) => {
		expect(parseEuros(text)).toEqual({ done: false, refusals: [{ code }] });
	});

	test("what a field shows can be typed again, every amount", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: largestAmount }), (cents) => {
				expect(parseEuros(euroField(cents))).toEqual({ done: true, value: cents });
			}),
		);
	});
});

describe("percentages", () => {
	test.each([
		["100", 1_000_000n],
		["33,3333 %", 333_333n],
		["0,5", 5_000n],
	])("%j is %s millionths", (text, value) => {
		expect(parsePercent(text)).toEqual({ done: true, value });
	});
	test.each([
		["33,33333", "amount-decimals"],
		["100,0001", "amount-too-large"],
		["-1", "amount-negative"],
		["ein Drittel", "amount-unreadable"],
		["", "amount-empty"],
	])("%j is refused: %s", (text, code) => {
		expect(parsePercent(text)).toEqual({ done: false, refusals: [{ code }] });
	});
	test("what a field shows can be typed again", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 1_000_000n }), (value) => {
				expect(parsePercent(percentField(value))).toEqual({ done: true, value });
			}),
		);
	});
});
