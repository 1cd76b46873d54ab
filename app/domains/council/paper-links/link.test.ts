import { describe, expect, it } from "vitest";
import { afterLook } from "./link";
import { pageText } from "./page-text";

const now = new Date("2026-03-10T10:00:00Z");
const fresh = { state: "unchecked", confirmedHash: null, seenHash: null, failures: 0 } as const;
const known = { state: "ok", confirmedHash: "a", seenHash: "a", failures: 0 } as const;

describe("a link after a look", () => {
	it.each([
		["seen for the first time", fresh, { found: "there", hash: "a" }, { state: "ok", confirmedHash: "a", copy: true }],
		["still the same", known, { found: "there", hash: "a" }, { state: "ok", copy: false, failures: 0 }],
		[
			"changed",
			known,
			{ found: "there", hash: "b" },
			{ state: "changed", confirmedHash: "a", seenHash: "b", copy: true },
		],
		[
			"still changed",
			{ ...known, state: "changed", seenHash: "b" },
			{ found: "there", hash: "b" },
			{ state: "changed", copy: false },
		],
		[
			"as it was again",
			{ ...known, state: "changed", seenHash: "b" },
			{ found: "there", hash: "a" },
			{ state: "ok", copy: false },
		],
		["gone", known, { found: "gone" }, { state: "gone", confirmedHash: "a", copy: false }],
		["back again", { ...known, state: "gone" }, { found: "there", hash: "a" }, { state: "ok", copy: false }],
		[
			"away for a night",
			known,
			{ found: "away", reason: "too-slow" },
			{ state: "ok", failures: 1, lastProblem: "too-slow" },
		],
		[
			"away for days",
			{ ...known, failures: 4 },
			{ found: "away", reason: "unreachable" },
			{ state: "gone", failures: 5 },
		],
		["never reached", fresh, { found: "away", reason: "host-refused" }, { state: "unchecked", failures: 1 }],
	] as const)("%s", (_name, link, seen, expected) => {
		const checked = afterLook(link, seen, now);
		expect(checked).toMatchObject(expected);
		expect(checked.nextCheckAt > now).toBe(true);
	});
});

describe("the words of a page", () => {
	const of = (html: string, charset: string | null = null) => pageText(Buffer.from(html), charset);
	it("are the same whatever scripts, comments and layout do", () => {
		const one = of(
			"<html><head><title>x</title></head><body><h1>Vorlage</h1><p>Der Rat   beschlie&szlig;t &#8211; alles.</p>",
		);
		const other = of(
			"<body><script nonce='9'>var id=7</script><!-- 12:03 --><h1 class='a'>Vorlage</h1>\n<p>Der Rat beschließt –\u0000 alles.</p>",
		);
		expect(one).toBe("Vorlage\nDer Rat beschließt – alles.");
		expect(other.replace(/\s+/g, " ")).toBe(one.replace(/\s+/g, " "));
	});
	it("are read in the page's own charset", () => {
		const bytes = Buffer.from('<meta charset="iso-8859-1"><p>Bürger</p>', "latin1");
		expect(pageText(bytes, null)).toBe("Bürger");
		expect(pageText(Buffer.from("Bürger", "latin1"), "windows-1252")).toBe("Bürger");
		expect(pageText(Buffer.from("Bürger"), "erfunden")).toBe("Bürger");
	});
	it("stay text whatever entities say", () => {
		expect(of("<p>&lt;script&gt;&#0;&#xD800;&unbekannt;</p>")).toBe("<script> &unbekannt;");
	});
});
