import { hash, verify } from "@node-rs/argon2";

/** argon2id with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns the hash to store; takes some 30 ms, so never inside a transaction */
export function hashPassword(password: string): Promise<string> {
	return hash(password, cost);
}

let dummy: Promise<string> | undefined;

/**
 * Checks a password. Where there is none to check against, an equal amount of work is done, so that the time of the
 * answer does not tell whether an account exists.
 * @param stored the stored hash, or null when there is no account or it has no password
 */
export async function passwordHolds(stored: string | null, password: string): Promise<boolean> {
	dummy ??= hashPassword("there is no account behind this hash");
	const held = await verify(stored ?? (await dummy), password);
	return stored !== null && held;
}
