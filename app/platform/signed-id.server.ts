import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "./env.server";
import { secretKey } from "./secrets.server";

const idBytes = 16;

function signature(purpose: string, id: Buffer): Buffer {
	return createHmac("sha256", secretKey(env())).update(purpose).update(id).digest();
}

/**
 * A token for links that later mails repeat, or that hold as long as a mail may lie about: signed and not stored.
 * @param purpose the one act it opens, e.g. "notifications.unsubscribe": it is good for nothing else
 * @param id of the thing it is about (UUID)
 */
export function signedId(purpose: string, id: string): string {
	const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
	return Buffer.concat([bytes, signature(purpose, bytes)]).toString("base64url");
}

/** The id in a token that was made for this purpose, or null when we did not make it. */
export function idOfSigned(purpose: string, token: string): string | null {
	const bytes = Buffer.from(token, "base64url");
	if (bytes.length !== idBytes + 32) return null;
	const id = bytes.subarray(0, idBytes);
	if (!timingSafeEqual(bytes.subarray(idBytes), signature(purpose, id))) return null;
	const hex = id.toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
