import { env } from "~/platform/env.server";

/** A path of this house as an address for mails: from the configuration, never from a request (trust.md). */
export function houseAddress(path: string): string {
	const { BASE_URL, PORT } = env();
	return `${BASE_URL ?? `http://localhost:${PORT}`}${path}`;
}
