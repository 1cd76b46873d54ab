import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { StartRefusal } from "../start-refusal";
import { appendOnlyTables } from "./append-only";
import { applyWithEngine, type Migration, type SchemaFile, schemaDifference } from "./schema-engine.server";

const migrationsFolder = "prisma/migrations";
const schemaFolder = "prisma/schema";
/** What the last migration led to, so that the next one can be computed without a database. */
const schemaSoFar = path.join(migrationsFolder, "schema-of-last-migration.prisma");

/** One number for "somebody migrates this database"; any constant does, as long as nobody else uses it. */
const migrationLock = "7165329470172";

/** The migrations of this version of the house, oldest first. */
export function knownMigrations(): Migration[] {
	return readdirSync(migrationsFolder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => ({ name, sql: readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8") }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The Prisma schema as it stands in the sources, all files. */
export function presentSchema(): SchemaFile[] {
	return readdirSync(schemaFolder)
		.filter((name) => name.endsWith(".prisma"))
		.sort()
		.map((name) => ({ path: name, content: readFileSync(path.join(schemaFolder, name), "utf8") }));
}

/**
 * Brings a database to this version: one process at a time, whatever is missing, then the rights of the application's role.
 * @param ownerUrl connection of the role that owns (or will own) the tables
 * @param appUrl connection whose role receives the rights; when it is the same role, none are given
 * @returns names of the migrations applied now
 * @throws StartRefusal when an applied migration was changed afterwards, or a statement fails (the sentence names both)
 */
export async function migrate(ownerUrl: string, appUrl: string, migrations = knownMigrations()): Promise<string[]> {
	const client = new pg.Client({ connectionString: ownerUrl, application_name: "gemeinwerk-migrate" });
	client.on("error", () => undefined); // a lost connection shows at the next query; unheard it would end the process
	await client.connect();
	try {
		await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
		await clearUnfinished(client);
		const missing = await missingMigrations(client, migrations);
		const applied = missing.length === 0 ? [] : await apply(ownerUrl, migrations);
		await giveRights(client, roleOf(appUrl));
		// the jobs' schema belongs to the application's role: acts add to it in their own transaction
		const jobs = new URL(appUrl);
		jobs.pathname = new URL(ownerUrl).pathname;
		await runMigrations({ connectionString: jobs.href });
		return applied;
	} finally {
		await client.end(); // also gives the lock back
	}
}

/**
 * Whether a database has all migrations of this version, for the readiness page.
 * @param query runs one statement with the application's rights
 */
export async function isMigrated(query: (sql: string) => Promise<{ rows: AppliedMigration[] }>): Promise<boolean> {
	const { rows } = await query(appliedMigrationsSql);
	const applied = new Set(rows.map((row) => row.migration_name));
	return knownMigrations().every(({ name }) => applied.has(name));
}

type AppliedMigration = { migration_name: string; checksum: string };

const appliedMigrationsSql =
	'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL';

/**
 * An unfinished record under our lock means that its process was killed or its statement failed. Statements and record are
 * one transaction, so nothing of it remains and it can simply be tried again.
 */
async function clearUnfinished(client: pg.Client): Promise<void> {
	if (!(await hasRecords(client))) return;
	await client.query(
		'UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
	);
}

async function missingMigrations(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
	if (!(await hasRecords(client))) return migrations;
	const { rows } = await client.query<AppliedMigration>(appliedMigrationsSql);
	const checksums = new Map(rows.map((row) => [row.migration_name, row.checksum]));
	for (const { name, sql } of migrations) {
		const checksum = checksums.get(name);
		if (checksum && checksum !== createHash("sha256").update(sql).digest("hex")) {
			throw new StartRefusal(
				`Die Migration ${name} wurde geändert, nachdem diese Datenbank sie erhalten hat; bitte die frühere Fassung der Datei zurückholen oder, wenn die Daten verzichtbar sind, "npm run db:reset" ausführen.`,
			);
		}
	}
	return migrations.filter(({ name }) => !checksums.has(name));
}

async function hasRecords(client: pg.Client): Promise<boolean> {
	const { rows } = await client.query<{ found: boolean }>(
		`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`,
	);
	return rows[0]?.found === true;
}

async function apply(ownerUrl: string, migrations: Migration[]): Promise<string[]> {
	try {
		return await applyWithEngine(ownerUrl, migrations);
	} catch (error) {
		const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\s+0: /); // then Rust frames
		throw new StartRefusal(
			`Die Datenbank ließ sich nicht auf diese Fassung bringen und blieb beim letzten fertigen Schritt; Grund: ${reason.replace(/\s+/g, " ").trim()}`,
		);
	}
}

function roleOf(url: string): string {
	return decodeURIComponent(new URL(url).username);
}

async function giveRights(client: pg.Client, role: string): Promise<void> {
	const { rows } = await client.query<{ owner: string; database: string; exists: boolean }>(
		"SELECT current_user AS owner, current_database() AS database, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS exists",
		[role],
	);
	const [found] = rows;
	if (!found || role === "" || role === found.owner) return;
	if (!found.exists) {
		throw new StartRefusal(
			`Die Rolle ${role} aus DATABASE_URL gibt es in der Datenbank nicht; bitte anlegen (CREATE ROLE … LOGIN PASSWORD …).`,
		);
	}
	const app = client.escapeIdentifier(role);
	const { rows: tables } = await client.query<{ name: string }>(
		"SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY($1)",
		[appendOnlyTables],
	);
	const closed = tables.map(({ name }) => client.escapeIdentifier(name)).join(", ");
	await client.query("BEGIN");
	// the role makes the schema of graphile-worker itself, hence CREATE on the database, but not in our own schema
	await client.query(`
		GRANT CONNECT, CREATE ON DATABASE ${client.escapeIdentifier(found.database)} TO ${app};
		GRANT USAGE ON SCHEMA public TO ${app};
		GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
		GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app};
		ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
		ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${app};
		REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${app};
		${closed && `REVOKE UPDATE, DELETE ON ${closed} FROM ${app};`}
	`);
	await client.query("COMMIT");
}

/**
 * Writes the migration from the schema of the last one to the present `prisma/schema`, without network or database.
 * @param name what the migration does, in a few English words; becomes part of its folder's name
 * @returns the file written, or undefined when the schema has not changed
 */
export async function writeMigration(name: string, now: Date): Promise<string | undefined> {
	if (!/^[a-z0-9][a-z0-9_-]{0,60}$/.test(name)) {
		throw new StartRefusal(
			'Der Name der Migration besteht aus Kleinbuchstaben, Ziffern, "_" und "-", zum Beispiel: npm run db:new-migration add_office_days',
		);
	}
	const schema = presentSchema();
	const difference = await schemaDifference(lastSchema(), schema);
	if (difference.replaceAll(/^--.*$/gm, "").trim() === "") return undefined;
	const stamp = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
	const folder = path.join(migrationsFolder, `${stamp}_${name}`);
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, "migration.sql");
	writeFileSync(file, difference);
	writeFileSync(path.join(migrationsFolder, "migration_lock.toml"), 'provider = "postgresql"\n');
	writeFileSync(schemaSoFar, `${schema.map(({ content }) => content.trim()).join("\n\n")}\n`);
	return file;
}

function lastSchema(): SchemaFile[] {
	try {
		return [{ path: "schema.prisma", content: readFileSync(schemaSoFar, "utf8") }];
	} catch {
		return []; // no migration yet
	}
}
