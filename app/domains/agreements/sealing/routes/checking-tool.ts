import { readFile } from "node:fs/promises";
import path from "node:path";

/** The checker that works without this house: one file, as it lies in the sources. */
const tool = path.resolve("app/domains/agreements/sealing/checking/pruefen.mjs");

export async function loader() {
	return new Response(await readFile(tool, "utf8"), {
		headers: {
			"Content-Type": "text/javascript; charset=utf-8",
			"Content-Disposition": 'attachment; filename="pruefen.mjs"',
		},
	});
}
