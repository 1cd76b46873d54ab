import { expect, test } from "vitest";
import { newProcessForm, processForm } from "./forms";

test.each([
	["2026-12-01", true],
	["2026-02-31", false],
	["0000-01-01", false],
	["9999-12-31", false],
])("a phase may begin on %s: %s", (day, expected) => {
	expect(newProcessForm.shape.firstDay.safeParse(day).success).toBe(expected);
});

test.each([
	["1.234,50", true],
	["999999999999999", true],
	["1000000000000000", false],
	["9.999.999.999.999.999", false],
])("costs of %s fit into the database: %s", (costs, expected) => {
	expect(processForm.shape.costs.safeParse(costs).success).toBe(expected);
});
