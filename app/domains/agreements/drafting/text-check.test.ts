import { describe, expect, test } from "vitest";
import { checkText } from "./text-check";

describe("texts for a contract", () => {
	test.each([
		["a control character", "ab\u0007c", "text-control", 3, "U+0007"],
		["a null", "\u0000", "text-control", 1, "U+0000"],
		["a line separator", "a\u2028", "text-control", 2, "U+2028"],
		["a bidirectional override", "Kosten \u202e001", "text-direction", 8, "U+202E"],
		["a bidirectional isolate", "\u2066a", "text-direction", 1, "U+2066"],
		["private use", "\ue000", "text-private-use", 1, "U+E000"],
		["private use beyond the plane", "😀\u{100000}", "text-private-use", 2, "U+100000"],
		["half a surrogate pair", "ok \ud83d", "text-broken", 4, "U+D83D"],
	])("%s is refused with its position", (_, text, code, position, character) => {
		expect(checkText(text)).toEqual({ done: false, refusals: [{ code, values: { position, character } }] });
	});

	test("NFD becomes NFC, Windows line ends become line feeds", () => {
		expect(checkText(" Mu\u0308lheim\r\nund\tWeiß ")).toEqual({ done: true, value: "Mülheim\nund\tWeiß" });
	});

	test("markup is a text like any other", () => {
		const markup = '#read("/etc/passwd") *fett* $x$ <b>&amp;</b> =1+1';
		expect(checkText(markup)).toEqual({ done: true, value: markup });
	});

	test("no more than 20,000 characters", () => {
		expect(checkText("a".repeat(20_001))).toMatchObject({ done: false, refusals: [{ code: "text-too-long" }] });
	});
});
