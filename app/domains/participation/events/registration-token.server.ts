import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "~/platform/env.server";
import { secretKey } from "~/platform/secrets.server";

/** Bound to this one use: the same key signs nothing else with these words in front. */
const purpose = "participation.event-registration";
const idBytes = 16;

function signature(id: Buffer): Buffer {
	return createHmac("sha256", secretKey(env())).update(purpose).update(id).digest();
}

/**
 * The key to one registration: whoever has the mail can confirm, accept a seat and cancel. It is signed and not stored,
 * because every later mail about the registration carries it again; it ends with the registration.
 */
export function registrationToken(registrationId: string): string {
	const id = Buffer.from(registrationId.replaceAll("-", ""), "hex");
	return Buffer.concat([id, signature(id)]).toString("base64url");
}

/** Which registration a token opens, or null when we did not make it. */
export function registrationOfToken(token: string): string | null {
	const bytes = Buffer.from(token, "base64url");
	if (bytes.length !== idBytes + 32) return null;
	const id = bytes.subarray(0, idBytes);
	if (!timingSafeEqual(bytes.subarray(idBytes), signature(id))) return null;
	const hex = id.toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The page of a registration. */
export function registrationPath(registrationId: string): string {
	return `/termin-anmeldung/${registrationToken(registrationId)}`;
}
