import { expect, test } from "vitest";
import { type Canonical, canonicalJson, fingerprintOf } from "./canonical";
import { inGroups } from "./sealing/fingerprint";

test("the order of the names does not matter, the order of lists does", () => {
	expect(canonicalJson({ b: [2, 1], a: "x" })).toBe('{"a":"x","b":[2,1]}');
	expect(canonicalJson({ a: "x", b: [2, 1] })).toBe(canonicalJson({ b: [2, 1], a: "x" }));
});

test("NFD gives the same fingerprint as NFC", () => {
	const composed = fingerprintOf(canonicalJson({ name: "Mülheim-Kärlich" }));
	expect(fingerprintOf(canonicalJson({ name: "Mu\u0308lheim-Ka\u0308rlich" }))).toBe(composed);
});

test("SHA-256 over the UTF-8 bytes (RFC 6234 example)", () => {
	expect(fingerprintOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test.each([0.1, Number.NaN, 2 ** 53])("%s is no number for a contract", (number) => {
	expect(() => canonicalJson({ number })).toThrow();
});

test("a lone surrogate has no canonical form", () => {
	expect(() => canonicalJson({ text: "\ud83d" } as Canonical)).toThrow();
});

test("a fingerprint in groups of four", () => {
	expect(inGroups("ba7816bf8f")).toBe("BA78 16BF 8F");
});
