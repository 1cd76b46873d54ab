import { expect, test } from "vitest";
import { contractName } from "./contract-name";

test.each([
	["Andernach, Stadt", "63", "Stadt Andernach"],
	["Mendig", "53", "Verbandsgemeinde Mendig"],
	["Mayen-Koblenz", "44", "Landkreis Mayen-Koblenz"],
	["Landkreis Rostock", "44", "Landkreis Rostock"],
	["Lichtwege e. V.", null, "Lichtwege e. V."],
	["Thür", "64", "Thür"],
])("%s (%s) is %s", (name, registerType, expected) => {
	expect(contractName({ name, registerType })).toBe(expected);
});
