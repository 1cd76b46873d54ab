import type { Refusal } from "~/platform/outcome";
import { parseEuros, parsePercent } from "./money-input";
import type { ShareKey } from "./shares";

/** One line of the key as typed: a party, its value, and for inhabitants the source and the key date. */
export type TypedBasis = { partyId: string; value: string; source: string; asOf: string };

/** "40.619" or "40619"; nothing else counts people. */
function parseInhabitants(text: string): bigint | null {
	const typed = text.replace(/[\s\u00a0]/g, "");
	return /^(\d{1,3}(\.\d{3})+|\d{1,9})$/.test(typed) ? BigInt(typed.replaceAll(".", "")) : null;
}

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
		if (!Number.isInteger(year) || year < 2000 || year > 2200) {
			refusals.push({ code: "year-invalid", field: `amount-${index}` });
			continue;
		}
		const cents = parseEuros(text);
		if (cents.done) read.push({ year, cents: cents.value });
		else refusals.push(...cents.refusals.map((refusal) => ({ ...refusal, field: `amount-${index}` })));
	}
	return { years: read, refusals };
}

/** The values of a key, in the unit of that key: inhabitants, millionths, cents; parties without a value do not share. */
export function readBasis(
	key: ShareKey,
	lines: readonly TypedBasis[],
): { basis: (Omit<TypedBasis, "value"> & { value: bigint })[]; refusals: Refusal[] } {
	const basis: (Omit<TypedBasis, "value"> & { value: bigint })[] = [];
	const refusals: Refusal[] = [];
	for (const [index, line] of lines.entries()) {
		if (line.value.trim() === "") continue;
		if (key === "equal") basis.push({ ...line, value: 1n });
		else if (key === "inhabitants") {
			const value = parseInhabitants(line.value);
			if (value === null) refusals.push({ code: "amount-unreadable", field: `value-${index}` });
			else basis.push({ ...line, value });
		} else {
			const value = key === "fixed-percent" ? parsePercent(line.value) : parseEuros(line.value);
			if (value.done) basis.push({ ...line, value: value.value });
			else refusals.push(...value.refusals.map((refusal) => ({ ...refusal, field: `value-${index}` })));
		}
	}
	return { basis, refusals };
}
