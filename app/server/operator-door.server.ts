import { createHash, timingSafeEqual } from "node:crypto";
import type { Request } from "express";
import type { Env } from "~/platform/env.server";
import { isLoopback } from "~/platform/loopback";

/** What a stranger at this door reads; it may well be the operator who has just set up a proxy. */
export const doorWords =
	"Diese Seite antwortet nur auf diesem Rechner selbst oder mit dem METRICS_TOKEN der Umgebung (Authorization: Bearer ...).";

/**
 * Whether figures and settings of the house are for this caller: from this machine, or with the token of the environment.
 * A proxy on this machine is no caller of its own: what it passes on is told by its headers, or by the name asked for.
 */
export function mayLookInside(
	request: Pick<Request, "get" | "ip" | "hostname">,
	{ METRICS_TOKEN, TRUST_PROXY }: Pick<Env, "METRICS_TOKEN" | "TRUST_PROXY">,
): boolean {
	const given = /^Bearer (\S+)$/i.exec(request.get("authorization") ?? "")?.[1];
	if (METRICS_TOKEN && given) return timingSafeEqual(hashed(given), hashed(METRICS_TOKEN));
	const passedOn = ["x-forwarded-for", "x-forwarded-host", "forwarded"].some((name) => request.get(name) !== undefined);
	// With TRUST_PROXY the address is the one that the proxy told.
	if (passedOn && !TRUST_PROXY) return false;
	return isLoopback(request.ip ?? "") && isLoopback(request.hostname);
}

/** Of equal length, as the comparison needs it. */
function hashed(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
