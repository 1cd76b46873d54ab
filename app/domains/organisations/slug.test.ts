import { expect, test } from "vitest";
import { isSlug, slugFor } from "./slug";

test.each([
	["Mülheim-Kärlich", "muelheim-kaerlich"],
	["Große Kreisstadt Weiß", "grosse-kreisstadt-weiss"],
	["Bad Ems, Stadt", "bad-ems-stadt"],
	["  Café – Orée  ", "cafe-oree"],
	["!!!", ""],
	["x".repeat(80), "x".repeat(60)],
])("%s becomes %s", (name, slug) => {
	expect(slugFor(name)).toBe(slug);
});

test.each(["andernach", "a1", "bad-ems", "x".repeat(60)])("%s is an address", (text) => {
	expect(isSlug(text)).toBe(true);
});

test.each(["a", "Andernach", "-a", "a-", "a--b", "a b", "ä-b", "x".repeat(61), "", "a/b"])("%s is none", (text) => {
	expect(isSlug(text)).toBe(false);
});
