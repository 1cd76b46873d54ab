import { describe, expect, it } from "vitest";
import { checkColour, contrastRatio, placeStyle } from "./place-style";

describe("contrastRatio", () => {
	// Known values of WCAG 2.2 and of the usual contrast checkers.
	it.each([
		["#000000", "#ffffff", 21],
		["#ffffff", "#000000", 21],
		["#ffffff", "#ffffff", 1],
		["#767676", "#ffffff", 4.54],
		["#777777", "#ffffff", 4.48],
		["#ff0000", "#ffffff", 4.0],
		["#0000ff", "#ffffff", 8.59],
		["#595959", "#FFFFFF", 7.0],
	])("%s on %s is %f", (a, b, ratio) => {
		expect(contrastRatio(a, b)).toBeCloseTo(ratio, 1);
	});

	it("refuses what is no colour", () => {
		expect(() => contrastRatio("red", "#ffffff")).toThrow(RangeError);
	});
});

describe("checkColour", () => {
	it.each([
		["#2044aa", true],
		["#005b33", true],
		["#8a1f11", true],
		["#000000", true],
	])("takes %s", (hex, ok) => {
		expect(checkColour(hex).ok).toBe(ok);
	});

	it.each([
		["#ffcc00", "too-pale"],
		["#ffffff", "too-pale"],
		// Enough on white, but not on the grey and tinted surfaces that links stand on too.
		["#767676", "too-pale"],
		["2044aa", "not-a-colour"],
		["#24a", "not-a-colour"],
		["", "not-a-colour"],
		["#2044aa;}body{display:none", "not-a-colour"],
		["#2044aa\n", "not-a-colour"],
	])("refuses %j as %s", (hex, reason) => {
		expect(checkColour(hex)).toMatchObject({ ok: false, reason });
	});
});

describe("placeStyle", () => {
	it("works out readable colours for the dark", () => {
		const style = placeStyle({ primary: "#005b33" });
		const [, dark, onDark] = /--place-primary-dark:(#\w{6});--place-on-primary-dark:(#\w{6})/.exec(style) ?? [];
		expect(style).toContain("--place-primary:#005b33;--place-on-primary:#ffffff;");
		expect(contrastRatio(dark ?? "", "#24273a")).toBeGreaterThanOrEqual(4.5);
		expect(contrastRatio(dark ?? "", onDark ?? "")).toBeGreaterThanOrEqual(4.5);
	});

	it.each([
		["too pale", { primary: "#ffcc00" }],
		["text that cannot be read on it", { primary: "#2044aa", onPrimary: "#333333" }],
		["dark colour that vanishes in the dark", { primary: "#2044aa", primaryDark: "#2044aa" }],
		["text in the dark that cannot be read", { primary: "#2044aa", onPrimaryDark: "#ffffff" }],
		["CSS smuggled in", { primary: "#2044aa", onPrimary: "#fff}</style><script>" }],
	])("is empty for %s", (_, colours) => {
		expect(placeStyle(colours)).toBe("");
	});
});
