import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { livePath } from "~/domains/groups/drafting/live-path";
import { house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { groupDocument } from "../factories/group-documents";
import { workingGroup } from "../factories/groups";
import { place, worldOf } from "../factories/participation";
import { freshDatabase } from "../support/database";
import { liveEditor, signedInPerson } from "../support/live-editor";

/** The whole program on the test's own database, killed while people write: nothing it called saved may be lost. */
let db: PrismaClient;
let urls: { url: string; appUrl: string };
let dataDir: string;
beforeAll(async () => {
	const { url, appUrl, ...made } = await freshDatabase();
	db = made.db;
	urls = { url, appUrl };
	dataDir = await mkdtemp(path.join(os.tmpdir(), "gemeinwerk-live-"));
	await chmod(dataDir, 0o711);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function running() {
	const { PATH, HOME, TMPDIR } = process.env;
	const child = spawn(process.execPath, ["app/server/start.mjs"], {
		env: {
			...{ PATH, HOME, TMPDIR, PORT: "0", DATA_DIR: dataDir, DEMO: "0" },
			DATABASE_URL: urls.appUrl,
			MIGRATE_DATABASE_URL: urls.url,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (piece: Buffer) => {
			output += piece.toString();
		});
	}
	const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
	await expect
		.poll(() => output.includes("Gemeinwerk läuft: ") || child.exitCode !== null, { timeout: 170_000 })
		.toBe(true);
	const address = /Gemeinwerk läuft: (\S+)/.exec(output)?.[1];
	if (!address) throw new Error(output);
	return { child, exit, address };
}

it("a kill -9 loses nothing that was called saved; SIGTERM stores even what was not", {
	timeout: 300_000,
}, async () => {
	const town = await place(db, new Date());
	const writer = await signedInPerson(db, "Anna");
	const group = await workingGroup(worldOf(db, house, new Date()), {
		organisationId: town.organisationId,
		members: [{ bench: "citizens", person: { personId: writer.personId } }],
	});
	const { id } = await groupDocument(worldOf(db, house, new Date()), { groupId: group.id, text: "Anfang." });
	const stored = async () => (await db.groupDocument.findUniqueOrThrow({ where: { id } })).words;
	let server = await running();
	const editor = () =>
		liveEditor({
			url: `${server.address.replace("http", "ws")}${livePath}`,
			documentId: id,
			headers: { cookie: writer.cookie, origin: server.address },
		});
	let called = "Anfang.";
	for (let round = 1; round <= 3; round += 1) {
		const one = editor();
		await expect.poll(one.words, { timeout: 10_000 }).toBe(called);
		for (let word = 1; word <= 5; word += 1) {
			const added = ` R${round}W${word}`;
			one.paragraph().insert(one.paragraph().length, added);
			await one.saved();
			called += added;
		}
		server.child.kill("SIGKILL");
		await server.exit;
		one.destroy();
		expect(await stored()).toBe(called);
		server = await running();
	}
	const foreign = liveEditor({
		url: `${server.address.replace("http", "ws")}${livePath}`,
		documentId: id,
		headers: { cookie: writer.cookie, origin: "https://evil.example" },
	});
	const last = editor();
	await expect.poll(last.words, { timeout: 10_000 }).toBe(called);
	expect(foreign.words()).toBe("");
	foreign.destroy();
	last.paragraph().insert(last.paragraph().length, " Ende");
	await expect.poll(() => last.provider.unsyncedChanges, { timeout: 10_000 }).toBe(0);
	server.child.kill("SIGTERM");
	expect(await server.exit).toBe(0);
	last.destroy();
	expect(await stored()).toBe(`${called} Ende`);
});
