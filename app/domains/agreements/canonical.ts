import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** What can be hashed: no numbers but integers that every JSON reader keeps, money as strings of cents. */
export type Canonical = string | number | boolean | null | Canonical[] | { [name: string]: Canonical };

/**
 * The one spelling of a content (RFC 8785, every text in NFC): the same content always gives the same bytes.
 * Throws on numbers that are no safe integers: amounts belong into strings of cents.
 */
export function canonicalJson(content: Canonical): string {
	const text = canonicalize(inOneForm(content));
	if (text === undefined) throw new Error("a content without canonical form");
	return text;
}

/** SHA-256 in hex over the UTF-8 bytes of a canonical JSON, as it is printed on the paper. */
export function fingerprintOf(canonical: string): string {
	return createHash("sha256").update(canonical, "utf8").digest("hex");
}

function inOneForm(value: Canonical): Canonical {
	if (typeof value === "string") return value.normalize("NFC");
	if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error(`${value} is no safe integer`);
	if (Array.isArray(value)) return value.map(inOneForm);
	if (value !== null && typeof value === "object") {
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.normalize("NFC"), inOneForm(inner)]));
	}
	return value;
}
