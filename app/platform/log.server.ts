import pino from "pino";

/** Structured log without personal text: ids, codes and durations only; known secrets are cut out should they ever slip in. */
export const log = pino({
	level: process.env.LOG_LEVEL ?? "info",
	base: null,
	redact: ["password", "token", "cookie", "authorization", "email", "*.password", "*.token", "*.email"],
});
