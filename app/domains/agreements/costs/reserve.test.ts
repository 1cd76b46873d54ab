import { expect, test } from "vitest";
import { overdrawn, reserveOf } from "./reserve";

const item = (costClass: "reserve" | "operation", ...years: [number, bigint][]) => ({
	costClass,
	years: years.map(([year, cents]) => ({ year, cents })),
});
const taken = (year: number, cents: bigint) => ({
	year,
	cents,
	label: "Rücklage",
	standing: "secured" as const,
	bearer: "",
	kind: "reserve" as const,
});

test("the balance goes on over years in which nothing happens, other costs do not pay in", () => {
	const items = [item("reserve", [2027, 500n], [2028, 500n]), item("operation", [2027, 9999n])];
	expect(reserveOf(items, [taken(2030, 700n)])).toEqual([
		{ year: 2027, paidIn: 500n, withdrawn: 0n, balance: 500n },
		{ year: 2028, paidIn: 500n, withdrawn: 0n, balance: 1000n },
		{ year: 2029, paidIn: 0n, withdrawn: 0n, balance: 1000n },
		{ year: 2030, paidIn: 0n, withdrawn: 700n, balance: 300n },
	]);
	expect(reserveOf([item("operation", [2027, 1n])], [])).toEqual([]);
});

test("more than is there cannot be taken, also when it is paid in later", () => {
	const items = [item("reserve", [2027, 500n], [2029, 500n])];
	expect(overdrawn(reserveOf(items, [taken(2028, 500n)]))).toBeNull();
	expect(overdrawn(reserveOf(items, [taken(2028, 501n)]))).toMatchObject({ year: 2028, balance: -1n });
	expect(overdrawn(reserveOf([], [taken(2028, 1n)]))).toMatchObject({ year: 2028 });
	expect(overdrawn(reserveOf(items, [{ ...taken(2028, 900n), kind: "grant" }]))).toBeNull();
});
