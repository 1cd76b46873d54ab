import type { Outcome, Refusal } from "~/platform/outcome";
import { done } from "~/platform/outcome";
import type { IndexEffect, IndexRule } from "./index-rule";
import { parseEuros, parsePercent } from "./money-input";
import type { ShareKey, VariableKey } from "./shares";

/** One line of the key as typed: a party, its figures, and where they come from. */
export type TypedBasis = {
	partyId: string;
	value: string;
	base?: string;
	cap?: string;
	source: string;
	asOf: string;
};

type ReadBasis = Omit<TypedBasis, "value" | "base" | "cap"> & {
	value: bigint;
	base: bigint | null;
	cap: bigint | null;
};

/** "40.619" or "40619"; nothing else counts people or units. */
function parseCount(text: string): bigint | null {
	const typed = text.replace(/[\s\u00a0]/g, "");
	return /^(\d{1,3}(\.\d{3})+|\d{1,9})$/.test(typed) ? BigInt(typed.replaceAll(".", "")) : null;
}

const yearIsPossible = (year: number) => Number.isInteger(year) && year >= 2000 && year <= 2200;

/**
 * The amounts per year of a form; empty lines are left out. Years and amounts stand side by side.
 * @returns integer cents per year, or what is wrong with a line
 */
export function readYears(
	years: readonly string[],
	amounts: readonly string[],
): { years: { year: number; cents: bigint }[]; refusals: Refusal[] } {
	const read: { year: number; cents: bigint }[] = [];
	const refusals: Refusal[] = [];
	for (const [index, text] of amounts.entries()) {
		if (text.trim() === "") continue;
		const year = Number(years[index]);
		if (!yearIsPossible(year)) {
			refusals.push({ code: "year-invalid", field: `amount-${index}` });
			continue;
		}
		const cents = parseEuros(text);
		if (cents.done) read.push({ year, cents: cents.value });
		else refusals.push(...cents.refusals.map((refusal) => ({ ...refusal, field: `amount-${index}` })));
	}
	return { years: read, refusals };
}

/** The longest period that one amount can stand for. */
const longestPeriod = 50;

/**
 * The same amount for every year of a period; years that have an amount of their own keep it.
 * @param yearly the amount as typed, empty for none
 */
export function fillYears(
	typed: readonly { year: number; cents: bigint }[],
	yearly: { amount: string; from: number | null; until: number | null },
): { years: { year: number; cents: bigint }[]; refusals: Refusal[] } {
	if (yearly.amount.trim() === "") return { years: [...typed], refusals: [] };
	const cents = parseEuros(yearly.amount);
	const refusals: Refusal[] = [];
	if (!cents.done) refusals.push(...cents.refusals.map((refusal) => ({ ...refusal, field: "yearlyAmount" })));
	const { from, until } = yearly;
	if (from === null) refusals.push({ code: "year-invalid", field: "yearlyFrom" });
	else if (until === null || until < from || until - from >= longestPeriod) {
		refusals.push({ code: until === null ? "year-invalid" : "years-order", field: "yearlyUntil" });
	}
	if (!cents.done || from === null || until === null || refusals.length > 0) return { years: [...typed], refusals };
	const own = new Set(typed.map(({ year }) => year));
	const filled = Array.from({ length: until - from + 1 }, (_, later) => ({ year: from + later, cents: cents.value }));
	const years = [...typed, ...filled.filter(({ year }) => !own.has(year))].sort((a, b) => a.year - b.year);
	return { years, refusals: [] };
}

/** A figure of a key as typed, in the unit of that key: inhabitants or units, millionths, cents. */
export function parseFigure(key: ShareKey, variableKey: VariableKey | null, text: string): Outcome<bigint, string> {
	const counted = key === "base-plus" ? variableKey : key;
	if (counted === "equal") return done(1n);
	if (counted === "fixed-percent") return parsePercent(text);
	if (counted === "fixed-amount") return parseEuros(text);
	const value = parseCount(text);
	return value === null ? { done: false, refusals: [{ code: "count-unreadable" }] } : done(value);
}

/** The figures of a key, in the unit of that key; parties without one do not share. */
export function readBasis(
	key: ShareKey,
	lines: readonly TypedBasis[],
	variableKey: VariableKey | null = null,
): { basis: ReadBasis[]; refusals: Refusal[] } {
	const basis: ReadBasis[] = [];
	const refusals: Refusal[] = [];
	for (const [index, line] of lines.entries()) {
		const given = { value: line.value.trim(), base: line.base?.trim() ?? "", cap: line.cap?.trim() ?? "" };
		const at = (field: string, found: Outcome<bigint, string>): bigint | null => {
			if (found.done) return found.value;
			refusals.push(...found.refusals.map((refusal) => ({ ...refusal, field: `${field}-${index}` })));
			return null;
		};
		const base = key === "base-plus" && given.base !== "" ? at("base", parseEuros(given.base)) : null;
		const cap = given.cap === "" ? null : at("cap", parseEuros(given.cap));
		if (given.value === "" && base === null) continue;
		const value = given.value === "" ? 0n : at("value", parseFigure(key, variableKey, given.value));
		const { partyId, source, asOf } = line;
		if (value !== null) basis.push({ partyId, value, base, cap, source, asOf });
	}
	return { basis, refusals };
}

/** A rule of indexing as typed; without a base year there is none. Rates in percent. */
export function readIndex(given: {
	indexBasis: string;
	indexBaseYear: number | null;
	indexPerYear: string;
	indexThreshold: string;
	indexCap: string;
	indexEffect: IndexEffect;
}): { index: IndexRule | null; refusals: Refusal[] } {
	const { indexBaseYear, indexBasis, indexEffect } = given;
	const typed = [indexBasis, given.indexPerYear, given.indexThreshold, given.indexCap].some(
		(text) => text.trim() !== "",
	);
	if (indexBaseYear === null) {
		return { index: null, refusals: typed ? [{ code: "year-invalid", field: "indexBaseYear" }] : [] };
	}
	const refusals: Refusal[] = [];
	const rate = (field: "indexPerYear" | "indexThreshold" | "indexCap"): bigint => {
		const read = parsePercent(given[field].trim() === "" && field !== "indexPerYear" ? "0" : given[field]);
		if (read.done) return read.value;
		refusals.push(...read.refusals.map((refusal) => ({ ...refusal, field })));
		return 0n;
	};
	if (indexBasis.trim() === "") refusals.push({ code: "text-empty", field: "indexBasis" });
	const [perYear, threshold, cap] = [rate("indexPerYear"), rate("indexThreshold"), rate("indexCap")];
	const index = {
		basis: indexBasis,
		baseYear: indexBaseYear,
		perYear,
		threshold,
		cap: given.indexCap.trim() === "" ? null : cap,
		effect: indexEffect,
	};
	return { index: refusals.length > 0 ? null : index, refusals };
}
