import path from "node:path";
import { env } from "~/platform/env.server";
import { createStorage, type Storage } from "~/platform/storage/storage.server";

let opened: Storage | undefined;

/** The files of this house, in DATA_DIR/files. */
export function storage(): Storage {
	opened ??= createStorage({ directory: path.join(env().DATA_DIR, "files") });
	return opened;
}
