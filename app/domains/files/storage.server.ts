import path from "node:path";
import { env } from "~/platform/env.server";
import { createStorage, type Storage } from "~/platform/storage/storage.server";

let opened: Storage | undefined;

/** The files of this house, in DATA_DIR/files. */
export function storage(): Storage {
	const { DATA_DIR, CLAMD } = env();
	opened ??= createStorage({ directory: path.join(DATA_DIR, "files"), clamd: CLAMD });
	return opened;
}
