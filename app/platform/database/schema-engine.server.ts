import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
	bindMigrationAwareSqlAdapterFactory,
	ColumnTypeEnum,
	type SqlDriverAdapter,
	type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export type SchemaFile = { path: string; content: string };
export type Migration = { name: string; sql: string };

const noFilters = { externalTables: [], externalEnums: [] };

let loaded = false;

function load(): void {
	if (loaded) return;
	// the engine hands its last words here before it panics; without a listener the panic itself would fail
	Object.assign(globalThis, {
		PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
	});
	const code = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
	const wasm = new WebAssembly.Module(readFileSync(path.join(path.dirname(code), "schema_engine_bg.wasm")));
	const imports = Object.entries(engineModule).map(([name, value]) =>
		// its ten-second limit for a lock is never cleared; unref lets a finished process end before
		name.startsWith("__wbg_setTimeout_")
			? [name, (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref()]
			: [name, value],
	);
	const instance = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": Object.fromEntries(imports) });
	engineModule.__wbg_set_wasm(instance.exports);
	(instance.exports.__wbindgen_start as () => void)();
	loaded = true;
}

/**
 * The SQL that leads from one schema to another, computed by Prisma's own engine without a database and without network.
 * @param from the schema so far; an empty list stands for an empty database
 * @param to the schema wanted
 */
export async function schemaDifference(from: SchemaFile[], to: SchemaFile[]): Promise<string> {
	load();
	const adapter = bindMigrationAwareSqlAdapterFactory(noDatabase);
	const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
	try {
		const { stdout } = await engine.diff({
			from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
			to: { tag: "schemaDatamodel", files: to },
			script: true,
			exitCode: null,
			filters: noFilters,
		});
		return stdout ?? "";
	} finally {
		engine.free();
	}
}

/**
 * Applies the migrations that a database does not yet have, in order, and records each in `_prisma_migrations` in the same
 * transaction as its own statements: after a kill in the middle it is either there and recorded, or neither.
 * The caller holds the lock that keeps other processes out.
 * @returns names of those applied now; throws an error naming the migration and the database's reason when one fails
 */
export async function applyWithEngine(ownerUrl: string, migrations: Migration[]): Promise<string[]> {
	load();
	const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, application_name: "gemeinwerk-migrate" });
	pool.on("error", () => undefined);
	let failure: Error | undefined;
	const factory = wholeScripts(new PrismaPg(pool), pool, migrations, (error) => {
		failure = error;
	});
	const adapter = bindMigrationAwareSqlAdapterFactory(factory);
	const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
	try {
		const { appliedMigrationNames } = await engine.applyMigrations({
			migrationsList: {
				baseDir: path.resolve("prisma/migrations"),
				lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
				shadowDbInitScript: "",
				migrationDirectories: migrations.map(({ name, sql }) => ({
					path: name,
					migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
				})),
			},
			filters: noFilters,
		});
		return appliedMigrationNames;
	} catch (error) {
		throw failure ?? error; // the engine itself only knows "External error"
	} finally {
		engine.free();
		await pool.end();
	}
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies and texts, and sends the pieces one by
 * one. We send it whole: PostgreSQL then runs it as one transaction, together with the note that it is finished.
 */
function wholeScripts(
	factory: PrismaPg,
	pool: pg.Pool,
	migrations: Migration[],
	onFailure: (error: Error) => void,
): SqlMigrationAwareDriverAdapterFactory {
	const whole = (adapter: SqlDriverAdapter): SqlDriverAdapter =>
		new Proxy(adapter, {
			get(target, property) {
				if (property === "executeScript") {
					return async (script: string) => {
						const migration = migrations.find(({ sql }) => sql === script);
						await pool
							.query(migration ? `${script}\n;\n${finishedNote(migration.name)}` : script)
							.catch((error: Error) => {
								onFailure(new Error(`${migration?.name}: ${error.message}`, { cause: error }));
								throw error;
							});
					};
				}
				const value: unknown = Reflect.get(target, property, target);
				return typeof value === "function" ? value.bind(target) : value;
			},
		});
	return {
		provider: factory.provider,
		adapterName: factory.adapterName,
		connect: async () => whole(await factory.connect()),
		connectToShadowDb: async () => whole(await factory.connectToShadowDb()),
	};
}

function finishedNote(name: string): string {
	return `UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE "migration_name" = ${pg.escapeLiteral(name)} AND "finished_at" IS NULL AND "rolled_back_at" IS NULL;`;
}

/**
 * Comparing two schemas needs no database, but the engine asks one for its version before it works. This one answers that
 * question and no other.
 */
const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
	provider: "postgres",
	adapterName: "none",
	connect: async () => unconnected,
	connectToShadowDb: async () => unconnected,
};

const unconnected: SqlDriverAdapter = {
	provider: "postgres",
	adapterName: "none",
	queryRaw: async ({ sql }) => {
		if (!sql.includes("server_version_num")) throw new Error(`No database to ask: ${sql}`);
		return {
			columnNames: ["exists", "version", "numeric_version"],
			columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
			rows: [[true, "PostgreSQL 15.0", 150000]],
		};
	},
	executeRaw: refuse,
	executeScript: refuse,
	startTransaction: refuse,
	dispose: async () => undefined,
};

async function refuse(): Promise<never> {
	throw new Error("No database to write to: two schemas are compared");
}
