import { createHash, randomBytes, randomInt } from "node:crypto";

/** A secret for links and cookies: 256 bits, URL-safe. Only its hash is ever stored. */
export function newToken(): string {
	return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex, for looking up a token without storing it. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/** How many identifiers were made, from a start that says nothing. */
let made = randomInt(2 ** 31);

/**
 * A UUID version 7 (RFC 9562): made in the application, because PostgreSQL below 18 has no uuidv7(). Those of one process
 * and one millisecond are in the order they were made in (section 6.2, method 1: a counter of 32 bits behind the time).
 */
export function newId(now: Date): string {
	const bytes = randomBytes(16);
	bytes.writeUIntBE(now.getTime(), 0, 6);
	made = (made + 1) % 2 ** 32;
	// 12 bits behind the version, 20 behind the variant, 42 bits of chance
	bytes.writeUInt16BE(0x7000 | (made >>> 20), 6);
	bytes.writeUIntBE(0x800000 | ((made & 0xfffff) << 2) | ((bytes[10] ?? 0) & 3), 8, 3);
	const hex = bytes.toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const readable = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A short code that survives paper and telephone: no 0/O, 1/I/L. Eight characters are about 39 bits. */
export function newCode(length = 8): string {
	let code = "";
	while (code.length < length) {
		for (const byte of randomBytes(length * 2)) {
			// Bytes above the largest multiple would make the first letters likelier.
			if (byte < 248 && code.length < length) code += readable[byte % readable.length];
		}
	}
	return code;
}
