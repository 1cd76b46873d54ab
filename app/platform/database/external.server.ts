import pg from "pg";
import type { Env } from "../env.server";
import { StartRefusal } from "../start-refusal";

const oldestVersion = 15;

/**
 * Checks that the database named by DATABASE_URL (and MIGRATE_DATABASE_URL) answers and is recent enough.
 * @returns the connections of owner and application; the same one when only DATABASE_URL is given
 * @throws StartRefusal naming the variable and the reason
 */
export async function externalDatabase(
	env: Pick<Env, "DATABASE_URL" | "MIGRATE_DATABASE_URL">,
): Promise<{ ownerUrl: string; appUrl: string }> {
	if (!env.DATABASE_URL) throw new Error("externalDatabase: DATABASE_URL is not given");
	const appUrl = env.DATABASE_URL;
	const ownerUrl = env.MIGRATE_DATABASE_URL ?? appUrl;
	await check("DATABASE_URL", appUrl);
	if (ownerUrl !== appUrl) await check("MIGRATE_DATABASE_URL", ownerUrl);
	return { ownerUrl, appUrl };
}

async function check(variable: string, url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on("error", () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<{ version: number }>(
			"SELECT current_setting('server_version_num')::int / 10000 AS version",
		);
		const version = rows[0]?.version ?? 0;
		if (version < oldestVersion) {
			throw new StartRefusal(
				`Die Datenbank aus ${variable} ist PostgreSQL ${version}; gebraucht wird Version ${oldestVersion} oder neuer.`,
			);
		}
	} catch (error) {
		if (error instanceof StartRefusal) throw error;
		const { hostname, port } = new URL(url);
		const reason = error instanceof AggregateError ? error.errors[0] : error;
		throw new StartRefusal(
			`Die Datenbank aus ${variable} (${hostname}:${port || 5432}) antwortet nicht: ${(reason as Error).message}; bitte Adresse, Kennwort und Server prüfen.`,
		);
	} finally {
		await client.end().catch(() => undefined);
	}
}
