import type { Request, Response } from "express";
import { env } from "../env.server";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Acts that come from outside with a token of their own: one-click unsubscribe (RFC 8058). */
const fromOutside = /^\/abmelden\/[\w-]+$/;

/** The origin under which this house is reached: configured, or the one that was asked for. */
export function originOf(request: Request): string {
	return env().BASE_URL ? new URL(env().BASE_URL ?? "").origin : `${request.protocol}://${request.get("host")}`;
}

/**
 * Whether a state-changing request comes from our own pages; resource routes included, which React Router does not check.
 * A missing Origin passes only with `Sec-Fetch-Site: same-origin`.
 */
export function comesFromUs(request: Request): boolean {
	if (reading.has(request.method) || fromOutside.test(request.path)) return true;
	const origin = request.get("origin");
	if (origin !== undefined) return origin === originOf(request);
	return request.get("sec-fetch-site") === "same-origin";
}

export function refuseForeignOrigin(request: Request, response: Response): void {
	response
		.status(403)
		.type("text/plain; charset=utf-8")
		.send(
			`Diese Eingabe kam nicht von unserer Seite (erwartet: ${originOf(request)}). Bitte laden Sie die Seite neu und senden Sie noch einmal.\n` +
				"This submission did not come from our page. Please reload the page and send it again.\n",
		);
}
