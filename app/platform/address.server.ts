import { env } from "./env.server";

let listening: string | null = null;

/** Told once by the HTTP server, which alone knows its port when PORT is 0. */
export function listensAt(origin: string): void {
	listening = origin;
}

/** A path of this house as an address for mails and QR codes: from the configuration, never from a request (trust.md). */
export function houseAddress(path: string): string {
	const { BASE_URL, PORT } = env();
	return `${BASE_URL ?? listening ?? `http://localhost:${PORT}`}${path}`;
}

/** Whether people reach this house by https, so that cookies are for https only. */
export function isSecure(): boolean {
	return env().BASE_URL?.startsWith("https:") ?? false;
}
