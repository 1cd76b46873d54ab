import type { Response } from "express";

/**
 * The security headers of every answer (OWASP ASVS 5.0, V3.4). `same-origin` for the referrer, because with `no-referrer`
 * browsers send `Origin: null` on forms without JavaScript. `data:` images are KERN's icons.
 */
export function setSecurityHeaders(
	response: Response,
	{ nonce, secure, development }: { nonce: string; secure: boolean; development: boolean },
): void {
	response.setHeader(
		"Content-Security-Policy",
		[
			"default-src 'none'",
			`script-src 'nonce-${nonce}' 'strict-dynamic'`,
			// Vite's development server puts styles into the page.
			development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
			"img-src 'self' data: blob:",
			"font-src 'self'",
			development ? "connect-src 'self' ws:" : "connect-src 'self'",
			"manifest-src 'self'",
			"worker-src 'self'",
			"form-action 'self'",
			"frame-ancestors 'none'",
			"base-uri 'none'",
			...(secure ? ["upgrade-insecure-requests"] : []),
		].join("; "),
	);
	response.setHeader("X-Content-Type-Options", "nosniff");
	response.setHeader("X-Frame-Options", "DENY");
	response.setHeader("Referrer-Policy", "same-origin");
	response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
	response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
	response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), browsing-topics=()");
	if (secure) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}
