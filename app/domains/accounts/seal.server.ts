import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "~/platform/env.server";
import { secretKey } from "~/platform/secrets.server";

type Purpose = "totp" | "totp-offer" | "short-code";

const keys = new Map<Purpose, Buffer>();

/** One key per purpose, derived from the house's (HKDF, RFC 5869), so that a value sealed for one is useless for another. */
function keyFor(purpose: Purpose): Buffer {
	const known = keys.get(purpose);
	if (known) return known;
	const key = Buffer.from(hkdfSync("sha256", secretKey(env()), "", `gemeinwerk accounts ${purpose}`, 32));
	keys.set(purpose, key);
	return key;
}

/** Encrypts a text (AES-256-GCM); `boundTo` must be the same when it is opened, e.g. the account's id. */
export function seal(purpose: Purpose, boundTo: string, text: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(boundTo));
	const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
}

/** The text again, or null when it was changed, made for something else, or under another key. */
export function unseal(purpose: Purpose, boundTo: string, sealed: string): string | null {
	const bytes = Buffer.from(sealed, "base64url");
	if (bytes.length < 28) return null;
	try {
		const cipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12))
			.setAAD(Buffer.from(boundTo))
			.setAuthTag(bytes.subarray(12, 28));
		return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
	} catch {
		return null;
	}
}

/** Hash for codes that are short enough to be tried out: useless without the house's key. */
export function hashShortCode(boundTo: string, code: string): string {
	return createHmac("sha256", keyFor("short-code")).update(`${boundTo}:${code}`).digest("hex");
}
