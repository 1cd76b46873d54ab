import { keyedHash } from "~/platform/keyed-hash.server";
import { hashToken } from "~/platform/tokens.server";

const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 12;

/**
 * The code with which a municipality answers without an account: made from the house's key and the invitation, so that letters
 * and reminders can repeat it though only its hash is stored. Twelve letters are about 59 bits: nobody guesses one.
 */
export function answerCode(invitationId: string): string {
	const bytes = keyedHash("guides.needs-answer", invitationId);
	const code = Array.from(bytes.subarray(0, length), (byte) => letters[byte % letters.length]).join("");
	return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** What is stored of a code, however it was typed. */
export function answerCodeHash(code: string): string {
	return hashToken(`needs-answer:${code.toUpperCase().replace(/[^A-Z0-9]/g, "")}`);
}

/** The page of a code. */
export const answerPath = (code: string): string => `/bedarfsumfrage/${code}`;
