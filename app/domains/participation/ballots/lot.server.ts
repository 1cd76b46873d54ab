import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/**
 * A complete order of what is voted on, drawn from a seed: by SHA-256 of "seed:number". Everybody can draw it again.
 * @param numbers the numbers on the ballot
 */
export function drawLot(seed: string, numbers: readonly string[]): string[] {
	const drawn = (number: string) => createHash("sha256").update(`${seed}:${number}`).digest("hex");
	return numbers.toSorted((one, other) => (drawn(one) < drawn(other) ? -1 : 1));
}

/** SHA-256 of the canonical JSON (RFC 8785) of plain data. */
export function fingerprint(data: unknown): string {
	const text = canonicalize(data);
	if (text === undefined) throw new Error("no canonical form");
	return createHash("sha256").update(text).digest("hex");
}
