import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { StartRefusal } from "../start-refusal";
import { type Contents, filesPrefix, fingerprintOf, keyPath, sealPath, writeContents } from "./contents.server";

type Taking = {
	/** Connection of the role that owns the tables. */
	ownerUrl: string;
	/** The house's files, e.g. DATA_DIR/files. */
	filesFolder: string;
	key: string;
	/** The file that holds the key; null when it was given from outside and stays there. */
	keyFile: string | null;
	/** The same for the key of the seal. */
	sealKeyFile: string | null;
	/** Of this program. */
	version: string;
	now: Date;
	/** The folder to make. */
	target: string;
};

type Written = Contents["files"][number];

/**
 * Takes a backup while the house serves.
 * @returns what lies in it
 * @throws StartRefusal when the folder exists already or cannot be made; nothing is left of a backup that failed
 */
export async function takeBackup(taking: Taking): Promise<Contents> {
	const { target, now, version, key, keyFile, sealKeyFile } = taking;
	if (await stat(target).catch(() => null)) {
		throw new StartRefusal(`Den Ordner ${target} gibt es schon; bitte einen neuen angeben.`);
	}
	const draft = `${target}.unfertig-${randomBytes(4).toString("hex")}`;
	try {
		await mkdir(path.join(draft, "tables"), { recursive: true, mode: 0o700 });
		const { migrations, tables, files } = await copyTables(taking.ownerUrl, draft);
		for await (const name of filesBelow(taking.filesFolder)) {
			const copied = await copyFile(path.join(taking.filesFolder, name), draft, filesPrefix + name);
			if (copied) files.push(copied);
		}
		const copiedKey = keyFile && (await copyFile(keyFile, draft, keyPath));
		const copiedSeal = sealKeyFile && (await copyFile(sealKeyFile, draft, sealPath));
		for (const copied of [copiedKey, copiedSeal]) if (copied) files.push(copied);
		const contents: Contents = {
			format: 1,
			version,
			takenAt: now.toISOString(),
			migrations,
			keyFingerprint: fingerprintOf(key),
			tables,
			files,
		};
		await writeContents(draft, contents);
		await rename(draft, target);
		return contents;
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		const { code } = error as NodeJS.ErrnoException;
		if (code !== "EACCES" && code !== "EROFS" && code !== "ENOSPC" && code !== "ENOTDIR") throw error;
		throw new StartRefusal(`Die Sicherung lässt sich in ${target} nicht schreiben (${code}).`);
	}
}

async function copyTables(ownerUrl: string, draft: string): Promise<Pick<Contents, "migrations" | "tables" | "files">> {
	const client = new pg.Client({ connectionString: ownerUrl, application_name: "gemeinwerk-backup" });
	client.on("error", () => undefined); // a lost connection shows at the next query; unheard it would end the process
	await client.connect();
	try {
		// One snapshot for all tables: an act is in it whole, or not at all.
		await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
		const { rows: migrations } = await client.query<Contents["migrations"][number]>(
			'SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
		);
		const tables: Contents["tables"] = [];
		const files: Written[] = [];
		for (const { name, columns } of await storedColumns(client)) {
			const place = `tables/${name}.jsonl.gz`;
			const counted = { rows: 0 };
			const lines = Readable.from(linesOf(client, name, columns, counted));
			files.push(await written(draft, place, (through, out) => pipeline(lines, createGzip(), through, out)));
			tables.push({ name, rows: counted.rows, path: place });
		}
		await client.query("COMMIT");
		return { migrations, tables, files };
	} finally {
		await client.end();
	}
}

/** The tables of the house with the columns that are stored and not computed. */
export async function storedColumns(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
	const { rows } = await client.query<{ name: string; columns: string[] }>(`
		SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
		FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
		  AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
		GROUP BY c.relname ORDER BY c.relname`);
	return rows;
}

/** Each row as one line of JSON; PostgreSQL itself writes and reads it, so no type passes through JavaScript. */
async function* linesOf(client: pg.Client, table: string, columns: string[], counted: { rows: number }) {
	const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
	await client.query(
		`DECLARE portion NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS line FROM (SELECT ${list} FROM ${client.escapeIdentifier(table)}) t`,
	);
	for (;;) {
		const { rows } = await client.query<{ line: string }>("FETCH 500 FROM portion");
		if (rows.length === 0) break;
		counted.rows += rows.length;
		yield `${rows.map(({ line }) => line).join("\n")}\n`;
	}
	await client.query("CLOSE portion");
}

/** Copies one file; null when it was deleted meanwhile. */
async function copyFile(from: string, draft: string, place: string): Promise<Written | null> {
	if (!(await stat(from).catch(() => null))) return null;
	await mkdir(path.dirname(path.join(draft, place)), { recursive: true, mode: 0o700 });
	return written(draft, place, (through, out) => pipeline(createReadStream(from), through, out));
}

async function written(
	draft: string,
	place: string,
	write: (through: Transform, out: NodeJS.WritableStream) => Promise<void>,
): Promise<Written> {
	const hash = createHash("sha256");
	let bytes = 0;
	const through = new Transform({
		transform(piece: Buffer, _encoding, next) {
			hash.update(piece);
			bytes += piece.length;
			next(null, piece);
		},
	});
	await write(through, createWriteStream(path.join(draft, place), { mode: 0o600, flags: "wx", flush: true }));
	return { path: place, bytes, sha256: hash.digest("hex") };
}

/** Files with their place, as "ab/cd/id"; uploads under way lie in "incoming" and belong to nobody yet. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const name = path.relative(folder, path.join(entry.parentPath, entry.name));
		if (!name.startsWith(`incoming${path.sep}`)) yield name.split(path.sep).join("/");
	}
}
