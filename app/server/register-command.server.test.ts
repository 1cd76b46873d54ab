import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { house } from "~/platform/actor";
import type { World } from "~/platform/world.server";
import { freshDatabase } from "~tests/support/database";
import { registerImport } from "./register-command.server";

const register = "prisma/seed/register/GV100AD_301123.txt";
let world: World;
let folder: string;

beforeAll(async () => {
	const { db } = await freshDatabase();
	folder = await mkdtemp(path.join(tmpdir(), "register-"));
	world = { db, actor: house, now: new Date("2026-03-01T10:00:00Z"), locale: "de" };
});
afterAll(() => rm(folder, { recursive: true }));

async function called(...args: string[]) {
	const lines: string[] = [];
	const code = await registerImport(args, world, (line) => lines.push(line));
	return { code, lines };
}

test("a damaged file is refused line by line, in German, and nothing is written", async () => {
	const damaged = path.join(folder, "damaged.txt");
	const lines = (await readFile(register, "utf8")).split("\n");
	lines[4] = (lines[4] ?? "").slice(0, 90);
	await writeFile(damaged, lines.join("\n").slice(0, 500_000));
	const { code, lines: printed } = await called(damaged);
	expect(code).toBe(1);
	expect(printed).toEqual([
		"„damaged.txt“ wurde nicht eingelesen. Es ist nichts geändert worden.",
		"  Zeile 5: abgeschnitten (90 von 220 Zeichen, oder das Zeilenende fehlt). Bitte die Datei neu herunterladen.",
		expect.stringMatching(/^ {2}Zeile 22\d\d: abgeschnitten \(\d+ von 220 Zeichen/),
	]);
	expect(await world.db.organisation.count()).toBe(0);
});

test("a county is imported, its counts and source are printed", async () => {
	expect(await called(register, "--only", "07137")).toEqual({
		code: 0,
		lines: [
			"„GV100AD_301123.txt“ ist eingelesen, Gebietsstand 30.11.2023.",
			"  1 Kreis, 10 Gemeindeverbände (mit verbandsfreien Gemeinden), 87 Gemeinden",
			expect.stringMatching(/^ {2}21\d\.\d{3} Einwohner, Stichtag 31\.12\.2022$/),
			"  Körperschaften: 96 neu, 0 geändert (davon 0 umbenannt), 0 beendet, 0 unverändert",
			"  Quelle: Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV100AD",
		],
	});
});

test.each([[[]], [["a", "b"]], [["--unknown"]]])("a call that cannot be meant shows how to call: %j", async (args) => {
	const { code, lines } = await called(...args);
	expect([code, lines.length]).toEqual([1, 1]);
	expect(lines[0]).toMatch(/^Aufruf: npm run register:import/);
});

test("a file that is not there is named", async () => {
	const { code, lines } = await called("nirgends.txt");
	expect(code).toBe(1);
	expect(lines[0]).toMatch(/„nirgends.txt“ lässt sich nicht lesen \(ENOENT\)/);
});
