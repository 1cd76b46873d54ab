import { keyedHash } from "~/platform/keyed-hash.server";

/** A mail address as a keyed hash: the same person is known again, and nobody reads the address out of the database. */
export function addressHash(email: string): string {
	return keyedHash("gemeinwerk contributions", email.toLowerCase()).toString("hex");
}
