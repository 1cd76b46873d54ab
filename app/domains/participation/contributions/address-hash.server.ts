import { createHmac } from "node:crypto";
import { env } from "~/platform/env.server";
import { secretKey } from "~/platform/secrets.server";

/** A mail address as a keyed hash: the same person is known again, and nobody reads the address out of the database. */
export function addressHash(email: string): string {
	return createHmac("sha256", secretKey(env()))
		.update("participation-address:")
		.update(email.toLowerCase())
		.digest("hex");
}
