import pino from "pino";

/** Links of mails and drafts carry their secret in the address; 43 characters are 256 bits (tokens.server.ts). */
export function withoutSecrets(path: string): string {
	return path.replace(/[\w-]{43,}/g, "…");
}

/** Of an error its name, sentence, code and stack. PostgreSQL's `detail` holds whole rows, Prisma's `meta` quotes it. */
function brief(error: unknown) {
	if (!(error instanceof Error)) return String(error);
	const { type, message, stack } = pino.stdSerializers.err(error);
	return { type, message, stack, ...("code" in error ? { code: error.code } : {}) };
}

/** Structured log without personal text: ids, codes and durations only; known secrets are cut out should they ever slip in. */
export const log = pino({
	level: process.env.LOG_LEVEL ?? "info",
	base: null,
	serializers: { err: brief, path: (path: unknown) => withoutSecrets(String(path)) },
	redact: ["password", "token", "cookie", "authorization", "email", "*.password", "*.token", "*.email"],
});
