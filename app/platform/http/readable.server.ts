import type { Request } from "express";

/** What pages and forms need; everything else is nobody's here. */
export const readableMethods = ["GET", "HEAD", "POST"];

/**
 * Whether a request can be read at all, before anybody looks up what it asks for: a method of ours, and an address that
 * decodes to text PostgreSQL can hold (it has no U+0000).
 * @returns null, or the status to answer with
 */
export function unreadable({ method, originalUrl }: Pick<Request, "method" | "originalUrl">): 404 | 405 | null {
	if (!readableMethods.includes(method)) return 405;
	if (originalUrl.includes("%00")) return 404;
	try {
		decodeURI(originalUrl.split("?", 1)[0] ?? "");
		return null;
	} catch {
		return 404;
	}
}
