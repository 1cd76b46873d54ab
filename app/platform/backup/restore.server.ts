import { createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, rename } from "node:fs/promises";
import path from "node:path";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { StartRefusal } from "../start-refusal";
import { type Contents, filesPrefix } from "./contents.server";
import { storedColumns } from "./take.server";

/** Rows and characters that are handed to PostgreSQL at once. */
const portion = { rows: 500, characters: 4_000_000 };

/**
 * Asks that nothing is there yet that a restore would mix with or overwrite; tables without any row count as nothing.
 * @throws StartRefusal when the database holds rows, or the folder files that are not the backup's
 */
export async function demandEmpty(ownerUrl: string, filesFolder: string, contents: Contents): Promise<void> {
	const client = await connected(ownerUrl);
	try {
		for (const { name } of await storedColumns(client)) {
			const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(name)} LIMIT 1`);
			if (rowCount) {
				throw new StartRefusal(
					"Die Datenbank ist nicht leer; eine Sicherung wird nur in einen neuen DATA_DIR oder eine leere Datenbank eingespielt.",
				);
			}
		}
	} finally {
		await client.end();
	}
	const ours = new Set(contents.files.map(({ path: name }) => path.join(filesFolder, name.slice(filesPrefix.length))));
	const found = await readdir(filesFolder, { recursive: true, withFileTypes: true }).catch(() => []);
	if (found.some((entry) => entry.isFile() && !ours.has(path.join(entry.parentPath, entry.name)))) {
		throw new StartRefusal(`In ${filesFolder} liegen schon andere Dateien; bitte einen neuen DATA_DIR angeben.`);
	}
}

/** Puts the files of a backup in their places; a repetition after a kill is no error. */
export async function restoreFiles(folder: string, filesFolder: string, contents: Contents): Promise<void> {
	for (const { path: name } of contents.files) {
		if (!name.startsWith(filesPrefix)) continue;
		const target = path.join(filesFolder, name.slice(filesPrefix.length));
		await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
		await copyFile(path.join(folder, name), `${target}.draft`);
		await rename(`${target}.draft`, target);
	}
}

/**
 * Loads the tables of a backup into a database that has exactly its migrations: all of them, or none.
 * The owner's rights are enough: triggers of evidence rest meanwhile, and keys are put back (and so checked) at the end.
 * @throws StartRefusal when a table is missing or has another number of rows than the backup says
 */
export async function restoreTables(ownerUrl: string, folder: string, contents: Contents): Promise<void> {
	const client = await connected(ownerUrl);
	try {
		await client.query("BEGIN");
		const present = await storedColumns(client);
		const names = present.map(({ name }) => client.escapeIdentifier(name));
		const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
			SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
			FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
		for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
		for (const key of keys) {
			await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${client.escapeIdentifier(key.name)}`);
		}
		await client.query(`TRUNCATE ${names.join(", ")}`); // what migrations put there is in the backup too
		for (const table of contents.tables) {
			const columns = present.find(({ name }) => name === table.name)?.columns;
			const rows = columns && (await load(client, path.join(folder, table.path), table.name, columns));
			if (rows !== table.rows) {
				throw new StartRefusal(`Die Tabelle ${table.name} der Sicherung passt nicht zu ihrem Verzeichnis.`);
			}
		}
		for (const key of keys) {
			const name = client.escapeIdentifier(key.name);
			await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${name} ${key.definition}`);
		}
		for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
		await client.query("COMMIT");
	} finally {
		await client.end(); // without COMMIT everything is taken back
	}
}

async function load(client: pg.Client, file: string, table: string, columns: string[]): Promise<number> {
	const name = client.escapeIdentifier(table);
	const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
	const insert = `INSERT INTO ${name} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`;
	let rows = 0;
	let lines: string[] = [];
	let characters = 0;
	const flush = async () => {
		if (lines.length === 0) return;
		const { rowCount } = await client.query(insert, [`[${lines.join(",")}]`]);
		rows += rowCount ?? 0;
		lines = [];
		characters = 0;
	};
	for await (const line of linesIn(file)) {
		lines.push(line);
		characters += line.length;
		if (lines.length >= portion.rows || characters >= portion.characters) await flush();
	}
	await flush();
	return rows;
}

/** Lines end with a line feed only: readline would also cut at U+2028, which people paste into texts. */
async function* linesIn(file: string): AsyncGenerator<string> {
	let rest = "";
	for await (const piece of createReadStream(file).pipe(createGunzip()).setEncoding("utf8")) {
		const lines = (rest + piece).split("\n");
		rest = lines.pop() ?? "";
		yield* lines;
	}
}

async function connected(ownerUrl: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: ownerUrl, application_name: "gemeinwerk-restore" });
	client.on("error", () => undefined); // a lost connection shows at the next query; unheard it would end the process
	await client.connect();
	return client;
}
