import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a data folder knows of its database: where it had to go (absent when it lies inside) and its last port. */
export type Memory = { folder?: string; port?: number };

const memoryFile = "postgres.json";
const claimFile = "belongs-to";

/** Reads the memory of a data folder; empty before the first start. */
export function recall(dataDir: string): Memory {
	try {
		return JSON.parse(readFileSync(path.join(dataDir, memoryFile), "utf8")) as Memory;
	} catch {
		return {}; // the first start
	}
}

/** Writes it; a kill in the middle leaves the former one. */
export function remember(dataDir: string, memory: Memory): void {
	const file = path.join(dataDir, memoryFile);
	writeFileSync(`${file}.draft`, `${JSON.stringify(memory)}\n`, { mode: 0o600 });
	renameSync(`${file}.draft`, file);
}

/** Notes in a folder outside DATA_DIR whose data it holds. */
export function claim(folder: string, dataDir: string): void {
	writeFileSync(path.join(folder, claimFile), `${dataDir}\n`);
}

/**
 * The other data folder whose database lies in `folder`, if it still exists and says so too. A moved checkout takes its
 * database along; a copied one must not work on the data of its original.
 */
export function otherHolder(folder: string, dataDir: string): string | undefined {
	try {
		const holder = readFileSync(path.join(folder, claimFile), "utf8").trim();
		return holder !== dataDir && recall(holder).folder === folder ? holder : undefined;
	} catch {
		return undefined;
	}
}
