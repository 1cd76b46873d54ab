import { keyedHash } from "~/platform/keyed-hash.server";

const use = "gemeinwerk voters";

/** Who votes, as the database knows them: no address, no name, no letter code; different in every vote. */
export function voterKey(boxId: string, by: "account" | "mail" | "letter", known: string): string {
	return keyedHash(use, by, boxId, known).toString("hex");
}

/** The secret address of a voter's ballot paper: the same whenever it is opened, so that a draft is found again. */
export function paperToken(boxId: string, keyHash: string): string {
	return keyedHash(use, "paper", boxId, keyHash).toString("base64url");
}

export function mailCodeHash(voterId: string, code: string): string {
	return keyedHash(use, "mail-code", voterId, code).toString("hex");
}
