import pg from "pg";

/** Deletes every table of the house; what was in them is lost. */
export async function emptyDatabase({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }): Promise<void> {
	// the schema of graphile-worker belongs to the application's role, which made it
	await execute(appUrl, "DROP SCHEMA IF EXISTS graphile_worker CASCADE");
	await execute(ownerUrl, "BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public; COMMIT");
}

async function execute(url: string, sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	client.on("error", () => undefined);
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}
