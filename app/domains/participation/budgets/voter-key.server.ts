import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "~/platform/env.server";
import { secretKey } from "~/platform/secrets.server";

let key: Buffer | undefined;

function keyed(purpose: string, ...parts: string[]): Buffer {
	key ??= Buffer.from(hkdfSync("sha256", secretKey(env()), "", "gemeinwerk budget voters", 32));
	return createHmac("sha256", key)
		.update(JSON.stringify([purpose, ...parts]))
		.digest();
}

/** Who votes, as the database knows them: no address, no name, no letter code; different in every budget. */
export function voterKey(budgetId: string, by: "account" | "mail" | "letter", known: string): string {
	return keyed(by, budgetId, known).toString("hex");
}

/** The secret address of a voter's ballot paper: the same whenever it is opened, so that a draft is found again. */
export function paperToken(budgetId: string, keyHash: string): string {
	return keyed("paper", budgetId, keyHash).toString("base64url");
}

/** A letter's code as people type it: capitals, without blanks and hyphens. */
export function writtenCode(code: string): string {
	return code.toUpperCase().replace(/[\s-]/g, "");
}

export function mailCodeHash(voterId: string, code: string): string {
	return keyed("mail-code", voterId, code).toString("hex");
}

export function isSameHash(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
