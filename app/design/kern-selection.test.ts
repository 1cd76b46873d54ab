import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ICONS, keepsClass, keepsSelector } from "./kern-selection";

const sources = import.meta.glob<string>(
	["/app/**/*.{tsx,ts,css}", "!/app/**/*.test.*", "!/app/design/kern-selection.ts"],
	{
		query: "?raw",
		import: "default",
		eager: true,
	},
);
const kern = readFileSync("node_modules/@kern-ux/native/dist/kern.css", "utf8");

describe("kern selection", () => {
	it("keeps every kern class that our sources name", () => {
		const named = Object.entries(sources).flatMap(([file, text]) =>
			[
				...text.matchAll(
					/[\s"'`.]((?:kern-(?!ux|color|metric|typography|component|level|selection|shadow))[a-z][\w-]*[\w])/g,
				),
			].map((match) => `${file}: ${match[1]}`),
		);
		expect(named.length).toBeGreaterThan(30);
		expect(named.filter((entry) => !keepsClass(entry.split(": ")[1] ?? ""))).toEqual([]);
	});

	it.each([
		[":root", true],
		["*:not(i)", true],
		[":is(body, .kern-light, .kern-dark, [data-kern-theme=light])", true],
		[".kern-btn:not([disabled]):hover .kern-label", true],
		[".kern-form-input__input--error:focus", true],
		[".kern-icon--search", true],
		[".kern-icon--easy-language", false],
		[".kern-mt-md-large", false],
		[".kern-alert .kern-icon", false],
		[".kern-level-1", false],
	])("%s: %s", (selector, kept) => {
		expect(keepsSelector(selector)).toBe(kept);
	});

	it("knows icons that exist only", () => {
		const existing = new Set([...kern.matchAll(/\.(kern-icon--[\w-]+)/g)].map((match) => match[1]));
		const ours = ICONS.map((icon) => `kern-icon--${icon}`);
		expect(ours.filter((icon) => !existing.has(icon))).toEqual([]);
	});
});
