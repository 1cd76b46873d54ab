import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "~/platform/env.server";
import { secretKey } from "~/platform/secrets.server";

/** Bound to this one act: the same key signs nothing else with these words in front. */
const purpose = "notifications.unsubscribe";

const idBytes = 16;

function signature(id: Buffer): Buffer {
	return createHmac("sha256", secretKey(env())).update(purpose).update(id).digest();
}

/**
 * The token of a person's "no more digests" link. It holds for as long as the mail may lie about, so it is signed and
 * not stored; it can do nothing but switch the digest off, which its owner can undo.
 */
export function unsubscribeToken(personId: string): string {
	const id = Buffer.from(personId.replaceAll("-", ""), "hex");
	return Buffer.concat([id, signature(id)]).toString("base64url");
}

/** Whose token this is, or null when we did not make it. */
export function personOfToken(token: string): string | null {
	const bytes = Buffer.from(token, "base64url");
	if (bytes.length !== idBytes + 32) return null;
	const id = bytes.subarray(0, idBytes);
	if (!timingSafeEqual(bytes.subarray(idBytes), signature(id))) return null;
	const hex = id.toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
