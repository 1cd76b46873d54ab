import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { NotFound } from "~/platform/outcome";

export type Variant = "original" | "thumbnail";

/** A file that was written completely but has not got its place yet. */
export type Staged = { id: string; hasThumbnail: boolean };

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where the files lie: `<directory>/ab/cd/<id>`, half-finished ones in `<directory>/incoming`. Knows no form and no type. */
export class Disk {
	readonly #incoming: string;

	constructor(readonly directory: string) {
		this.#incoming = path.join(directory, "incoming");
	}

	/** The path of a file. Throws NotFound when the id is no id, so that no address reaches other files. */
	pathOf(id: string, variant: Variant): string {
		if (!idShape.test(id)) throw new NotFound(`no file id: ${id}`);
		return path.join(this.directory, id.slice(0, 2), id.slice(2, 4), variant === "original" ? id : `${id}.thumbnail`);
	}

	/** Writes a file under a new id and makes sure that it lies on the disk, not only in its cache. */
	async stage(bytes: Uint8Array, thumbnail: Uint8Array | null): Promise<Staged> {
		const staged = { id: randomUUID(), hasThumbnail: thumbnail !== null };
		await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
		try {
			await writeDurably(path.join(this.#incoming, staged.id), bytes);
			if (thumbnail) await writeDurably(path.join(this.#incoming, `${staged.id}.thumbnail`), thumbnail);
		} catch (error) {
			await this.discard([staged]);
			throw error;
		}
		return staged;
	}

	/** Moves staged files to their places: all of them, or none and the error. */
	async keep(files: readonly Staged[]): Promise<void> {
		try {
			for (const { id, hasThumbnail } of files) {
				const folder = path.dirname(this.pathOf(id, "original"));
				await mkdir(folder, { recursive: true, mode: 0o700 });
				if (hasThumbnail) await rename(path.join(this.#incoming, `${id}.thumbnail`), this.pathOf(id, "thumbnail"));
				await rename(path.join(this.#incoming, id), this.pathOf(id, "original"));
				for (const place of [folder, path.dirname(folder), this.directory]) await syncFolder(place);
			}
		} catch (error) {
			await this.discard(files);
			throw error;
		}
	}

	/** Takes staged or kept files away again. Missing ones are no error. */
	async discard(files: readonly Staged[]): Promise<void> {
		for (const { id } of files) {
			await rm(path.join(this.#incoming, id), { force: true });
			await rm(path.join(this.#incoming, `${id}.thumbnail`), { force: true });
			await this.remove(id);
		}
	}

	/** Deletes a file and its preview. Deleting it twice is no error. */
	async remove(id: string): Promise<void> {
		await rm(this.pathOf(id, "thumbnail"), { force: true });
		await rm(this.pathOf(id, "original"), { force: true });
	}

	/** Deletes what a killed process left half-finished before `before`; returns how many. */
	async removeUnfinished(before: Date): Promise<number> {
		let removed = 0;
		for (const name of await namesIn(this.#incoming)) {
			const file = path.join(this.#incoming, name);
			const found = await stat(file).catch(() => null);
			if (!found || found.mtime >= before) continue;
			await rm(file, { force: true });
			removed++;
		}
		return removed;
	}

	/** The ids of all files that have their place, for finding those that no row names. */
	async *ids(): AsyncGenerator<string> {
		for (const first of await namesIn(this.directory))
			if (/^[0-9a-f]{2}$/.test(first))
				for (const second of await namesIn(path.join(this.directory, first)))
					for (const name of await namesIn(path.join(this.directory, first, second)))
						if (idShape.test(name)) yield name;
	}
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
	const handle = await open(file, "wx", 0o600);
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function namesIn(folder: string): Promise<string[]> {
	try {
		return (await readdir(folder)).toSorted();
	} catch (error) {
		if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return [];
		throw error;
	}
}
