import { expect, test } from "vitest";
import { partOf } from "~tests/support/zip";
import { isHarmlessArchive } from "./archive.server";
import { archiveOf } from "./write-archive.server";

test("what is put in comes out, read by somebody else; the same files give the same bytes", async () => {
	const files = [
		{ name: "übersicht.html", bytes: Buffer.from("<p>Größe</p>") },
		{ name: "leer.txt", bytes: Buffer.alloc(0) },
		{ name: "daten/eins.json", bytes: Buffer.from(JSON.stringify({ a: "x".repeat(5000) })) },
	];
	const archive = archiveOf(files);
	for (const { name, bytes } of files) expect(partOf(archive, name)).toBe(bytes.toString("utf8"));
	expect(await isHarmlessArchive(archive)).toBe(true);
	expect(archiveOf(files).equals(archive)).toBe(true);
});
