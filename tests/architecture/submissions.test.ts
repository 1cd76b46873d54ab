import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { house, sourceFiles } from "./source-files";

/** What answers "not there" to everything changes nothing. */
const harmless = ["app/server/routes/not-found.ts"];

test("every action passes through conduct, where a read-only house stops it", () => {
	const files = sourceFiles("app", /\/routes\/[^/]+\.tsx?$/).filter((path) => !harmless.includes(path));
	const actions = files.flatMap((path) =>
		[...readFileSync(join(house, path), "utf8").matchAll(/^export .*\baction\b.*$/gm)].map(([line]) => ({
			path,
			line,
		})),
	);
	expect(actions.length).toBeGreaterThan(30);
	expect(actions.filter(({ line }) => !/^export const action = conduct\(/.test(line))).toEqual([]);
});
