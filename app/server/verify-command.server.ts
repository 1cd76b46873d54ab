import { readFile } from "node:fs/promises";
import path from "node:path";
import { verifyFile } from "~/domains/agreements/index.server";
import { database } from "~/platform/database/client.server";
import { inHouse } from "./database-commands.server";

/** `npm run verify -- FILE.pdf …`: 0 when every file is genuine, 1 when one is not, 2 when none can be read. */
export async function verifyCommand(files: string[]): Promise<number> {
	if (files.length === 0) {
		console.error("Bitte die Datei angeben: npm run verify -- DATEI.pdf");
		return 2;
	}
	const contents: { file: string; bytes: Buffer }[] = [];
	for (const file of files) {
		const bytes = await readFile(path.resolve(file)).catch(() => null);
		if (!bytes) {
			console.error(`Die Datei ${file} ist nicht lesbar.`);
			return 2;
		}
		contents.push({ file, bytes });
	}
	return inHouse(async () => {
		let genuine = true;
		for (const { file, bytes } of contents) {
			const answer = await verifyFile(database(), bytes);
			for (const line of answer.lines) console.log(`${file}: ${line}`);
			genuine &&= answer.genuine;
		}
		return genuine ? 0 : 1;
	}, "migrated");
}
