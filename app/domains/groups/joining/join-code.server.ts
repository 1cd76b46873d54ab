import { keyedHash } from "~/platform/keyed-hash.server";
import { newCode } from "~/platform/tokens.server";

/** How long the code of a letter can be used. */
export const codeDays = 90;

/** Twelve characters in three parts: about 59 bits, and readable on paper. */
export function newJoinCode(): string {
	return (newCode(12).match(/.{4}/g) ?? []).join("-");
}

/** What is stored of a code, however it was typed. */
export function joinCodeHash(code: string): string {
	return keyedHash("groups.seat-join", code.toUpperCase().replace(/[^A-Z0-9]/g, "")).toString("hex");
}
