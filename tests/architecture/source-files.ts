import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** The root of the house. */
export const house = resolve(import.meta.dirname, "../..");

/**
 * Lists our own files under a folder, recursively, without generated ones.
 * @param folder from the root, e.g. "app/domains"; a folder that is not there has no files
 * @param name which file paths to take
 * @returns paths from the root, sorted
 */
export function sourceFiles(folder: string, name: RegExp): string[] {
	const root = join(house, folder);
	if (!existsSync(root)) return [];
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(house, join(entry.parentPath, entry.name)))
		.filter((path) => name.test(path) && !path.includes("/generated/"))
		.sort();
}
