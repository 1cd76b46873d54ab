import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const manifest = z.record(z.string(), z.object({ file: z.string(), isEntry: z.boolean().optional() }));

let script: string | null | undefined;

/** The address of the small scripts, by the manifest of their build; in development Vite serves the source. */
export function islandsScript(): string | null {
	if (process.env.NODE_ENV === "development") return "/app/islands/main.ts";
	if (script === undefined) {
		const built: unknown = JSON.parse(readFileSync(path.resolve("build/client/islands/manifest.json"), "utf8"));
		const entry = Object.values(manifest.parse(built)).find((chunk) => chunk.isEntry);
		script = entry ? `/islands/${entry.file}` : null;
	}
	return script;
}
