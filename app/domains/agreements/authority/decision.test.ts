import { expect, test } from "vitest";
import { decisionWarning } from "./decision";

const council = (ceiling: bigint | null) => ({ body: "council" as const, ceiling });

test.each([
	["nothing decided", [], 1n, "missing"],
	["nothing decided about nothing", [], 0n, null],
	["a cent too much", [council(99n)], 100n, "ceiling"],
	["up to the cent", [council(100n)], 100n, null],
	["without ceiling", [council(null)], 100n, null],
	["a later one with more", [council(50n), council(200n)], 100n, null],
	["none is needed", [{ body: "none-needed" as const, ceiling: null }], 100n, null],
] as const)("%s", (_, decisions, amount, warning) => {
	expect(decisionWarning(decisions, amount)).toBe(warning);
});
