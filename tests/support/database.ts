import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { connect, database, disconnect } from "~/platform/database/client.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { inDatabase } from "./database-server";
import { inNoOrder } from "./rows-in-no-order";

export type TestDatabase = {
	/** Connection of the owner of the tables. */
	url: string;
	/** Connection of the application's role. */
	appUrl: string;
	/** Prisma client of the application's role, the same that `database()` returns in this test file. */
	db: PrismaClient;
};

/**
 * A migrated, empty database of its own for the calling test file, dropped after its tests; call it once, in `beforeAll`
 * or at the top of the file. `database()` and `pool()` lead to it as well. Rows come in another order than they were
 * written wherever none was asked for.
 */
export async function freshDatabase(): Promise<TestDatabase> {
	const { template } = inject("databaseServer");
	const { url, appUrl, drop } = await createDatabase(template);
	connect(appUrl, 10, inNoOrder);
	afterAll(async () => {
		await disconnect();
		await drop();
	});
	return { url, appUrl, db: database() };
}

/**
 * A database without any table, for tests of the migrations themselves; dropped after the tests of the calling file.
 */
export async function emptyDatabase(): Promise<{ url: string; appUrl: string }> {
	const { drop, ...urls } = await createDatabase("template1");
	afterAll(drop);
	return urls;
}

async function createDatabase(template: string) {
	const server = inject("databaseServer");
	const name = `test_${randomBytes(6).toString("hex")}`;
	const asOwner = async (...statements: string[]) => {
		const client = new pg.Client({ connectionString: server.ownerUrl });
		await client.connect();
		for (const statement of statements) await client.query(statement);
		await client.end();
	};
	// rights on the database itself, unlike those inside it, are not copied from a template
	const role = new URL(server.appUrl).username;
	await asOwner(
		// the files as they are, instead of every page through the log: half the work
		`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`,
		`GRANT CONNECT, CREATE ON DATABASE ${name} TO ${role}`,
	);
	return {
		url: inDatabase(server.ownerUrl, name),
		appUrl: inDatabase(server.appUrl, name),
		drop: () => asOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
	};
}
