import { createHash, createHmac } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Migration } from "../database/schema-engine.server";
import { sealFile } from "../sealing/seal.server";
import { StartRefusal } from "../start-refusal";

const file = "contents.json";

/** Below the backup's folder, without a way out of it. */
const place = z.string().regex(/^(?:secret-key|seal-key\.pem|(?:tables|files)(?:\/[\w-][\w.-]*)+)$/);

const shape = z.object({
	format: z.literal(1),
	version: z.string(),
	takenAt: z.iso.datetime(),
	migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
	/** Tells whether a key is the one with which this house signed and encrypted, without telling the key. */
	keyFingerprint: z.string(),
	tables: z.array(z.object({ name: z.string().regex(/^\w+$/), rows: z.int(), path: place })),
	files: z.array(z.object({ path: place, bytes: z.int(), sha256: z.string() })),
});

/** What lies in a backup. */
export type Contents = z.infer<typeof shape>;

/** The folder of the house's files inside a backup, the house's own key, and the one with which it seals. */
export const filesPrefix = "files/";
export const keyPath = "secret-key";
export const sealPath = sealFile;

/** A key's fingerprint as a backup keeps it. */
export function fingerprintOf(key: string): string {
	return createHmac("sha256", key).update("gemeinwerk backup").digest("hex");
}

function checksumOf({ sql }: Pick<Migration, "sql">): string {
	return createHash("sha256").update(sql).digest("hex");
}

/** Writes the directory of a backup and its own checksum, the last act of a backup. */
export async function writeContents(folder: string, contents: Contents): Promise<void> {
	const text = `${JSON.stringify(contents, null, "\t")}\n`;
	await writeFile(path.join(folder, file), text, { mode: 0o600, flush: true });
	const sum = createHash("sha256").update(text).digest("hex");
	await writeFile(path.join(folder, `${file}.sha256`), `${sum}  ${file}\n`, { mode: 0o600, flush: true });
}

/**
 * Reads the directory of a backup and checks every file of it.
 * @throws StartRefusal naming the first file that is missing or damaged, or that the folder is no backup of this format
 */
export async function verifiedContents(folder: string): Promise<Contents> {
	const text = await readFile(path.join(folder, file), "utf8").catch(() => null);
	const sum = await readFile(path.join(folder, `${file}.sha256`), "utf8").catch(() => null);
	if (text === null || sum === null) throw new StartRefusal(`In ${folder} liegt keine vollständige Sicherung.`);
	if (sum.split(" ")[0] !== createHash("sha256").update(text).digest("hex")) throw damaged(folder, file);
	const parsed = shape.safeParse(JSON.parse(text));
	if (!parsed.success)
		throw new StartRefusal(`Die Sicherung in ${folder} hat ein Format, das diese Fassung nicht kennt.`);
	for (const { path: name, bytes, sha256 } of parsed.data.files) {
		const found = await stat(path.join(folder, name)).catch(() => null);
		if (found?.size !== bytes || (await sha256Of(path.join(folder, name))) !== sha256) throw damaged(folder, name);
	}
	return parsed.data;
}

function damaged(folder: string, name: string): StartRefusal {
	return new StartRefusal(`Die Sicherung in ${folder} ist beschädigt: ${name} fehlt oder wurde verändert.`);
}

async function sha256Of(name: string): Promise<string> {
	const hash = createHash("sha256");
	for await (const piece of createReadStream(name)) hash.update(piece as Buffer);
	return hash.digest("hex");
}

/**
 * The migrations that the backup had, out of those that this version of the house knows.
 * @throws StartRefusal when it had one that this version does not know, or knows otherwise
 */
export function migrationsOf(contents: Contents, known: readonly Migration[]): Migration[] {
	return contents.migrations.map(({ name, checksum }) => {
		const migration = known.find((one) => one.name === name);
		if (migration && checksumOf(migration) === checksum) return migration;
		throw new StartRefusal(
			`Die Sicherung stammt aus Fassung ${contents.version} mit der Migration ${name}, die diese Fassung nicht so kennt; bitte mit jener oder einer neueren Fassung einspielen.`,
		);
	});
}
