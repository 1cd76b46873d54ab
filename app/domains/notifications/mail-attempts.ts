const minute = 60_000;

/** Pauses after the first, second … failed attempt; the last one repeats. */
const pauses = [1, 5, 15, 30, 60].map((minutes) => minutes * minute);

/** A mail server may be away over a weekend; what has not left by then is shown to the operator. */
const patience = 3 * 24 * 60 * minute;

/**
 * When a mail that could not leave is tried again.
 * @param attempts how often it has been tried, at least 1
 * @returns the next moment, or null when it is given up: it would be later than three days after `createdAt`
 */
export function nextTry({ attempts, createdAt, now }: { attempts: number; createdAt: Date; now: Date }): Date | null {
	const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? pauses[0] ?? minute;
	const next = new Date(now.getTime() + pause);
	return next.getTime() - createdAt.getTime() > patience ? null : next;
}

/** What an SMTP client says when a mail did not leave. */
export type SmtpFailure = { code?: string; responseCode?: number; command?: string };

/**
 * "permanent": this mail will never be taken (unknown recipient, refused content). "temporary": the next attempt may
 * succeed. "server-away": no mail can leave at present, so the others need not be tried now.
 * A refused sign-in or greeting concerns the server's setting, not the mail, and is mended by the operator.
 */
export function kindOfFailure({
	code,
	responseCode = 0,
	command = "",
}: SmtpFailure): "permanent" | "temporary" | "server-away" {
	const aboutThisMail =
		command === "DATA" || /^(?:RCPT|MAIL)\b/.test(command) || code === "EMESSAGE" || code === "EENVELOPE";
	if (!aboutThisMail) return "server-away";
	// RFC 5321, 4.2.1: 4yz may be repeated, 5yz not. Without a number the envelope itself was unusable.
	if (responseCode >= 500 || (responseCode === 0 && code === "EENVELOPE")) return "permanent";
	return "temporary";
}
