import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "~/platform/env.server";
import { secretKey } from "~/platform/secrets.server";

let key: Buffer | undefined;

function keyed(purpose: string, ...parts: string[]): Buffer {
	key ??= Buffer.from(hkdfSync("sha256", secretKey(env()), "", "gemeinwerk surveys", 32));
	return createHmac("sha256", key)
		.update(JSON.stringify([purpose, ...parts]))
		.digest();
}

/** Who answers, as the database knows them: no address, and different in every survey. */
export function participantKey(surveyId: string, email: string): string {
	return keyed("participant", surveyId, email.trim().toLowerCase()).toString("hex");
}

/** The secret address of a form: the same whenever it is opened, so that a signed-in person finds it again. */
export function formToken(answerId: string): string {
	return keyed("form", answerId).toString("base64url");
}

export function codeHash(answerId: string, code: string): string {
	return keyed("code", answerId, code).toString("hex");
}

export function isSameHash(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
