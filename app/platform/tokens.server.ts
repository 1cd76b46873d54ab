import { createHash, randomBytes } from "node:crypto";

/** A secret for links and cookies: 256 bits, URL-safe. Only its hash is ever stored. */
export function newToken(): string {
	return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex, for looking up a token without storing it. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/** A UUID version 7 (RFC 9562): made in the application, because PostgreSQL below 18 has no uuidv7(). */
export function newId(now: Date): string {
	const bytes = randomBytes(16);
	bytes.writeUIntBE(now.getTime(), 0, 6);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
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
