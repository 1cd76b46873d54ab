import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "./env.server";
import { secretKey } from "./secrets.server";

/**
 * A hash that only this house can make: people are known again by it, and nobody reads them out of the database.
 * @param use has a key of its own derived from the house's, so that hashes of two uses never match
 */
export function keyedHash(use: string, ...parts: string[]): Buffer {
	const key = Buffer.from(hkdfSync("sha256", secretKey(env()), "", use, 32));
	return createHmac("sha256", key).update(JSON.stringify(parts)).digest();
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
