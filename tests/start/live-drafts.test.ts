import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
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
let otherDir: string;
const key = randomBytes(32).toString("base64");
beforeAll(async () => {
	const { url, appUrl, ...made } = await freshDatabase();
	db = made.db;
	urls = { url, appUrl };
	[dataDir, otherDir] = [await folder(), await folder()];
});
afterAll(async () => {
	for (const dir of [dataDir, otherDir]) await rm(dir, { recursive: true, force: true });
});

async function folder(): Promise<string> {
	const made = await mkdtemp(path.join(os.tmpdir(), "gemeinwerk-live-"));
	await chmod(made, 0o711);
	return made;
}

/** A text with one paragraph, and somebody who may write it. */
async function written(name: string) {
	const now = new Date();
	const { organisationId } = await place(db, now, { slug: name.toLowerCase(), name });
	const writer = await signedInPerson(db, "Anna");
	const group = await workingGroup(worldOf(db, house, now), {
		organisationId,
		members: [{ bench: "citizens", person: { personId: writer.personId } }],
	});
	const { id } = await groupDocument(worldOf(db, house, now), { groupId: group.id, text: "Anfang." });
	return { id, writer, stored: async () => (await db.groupDocument.findUniqueOrThrow({ where: { id } })).words };
}

/** @param dir the process's own folder; two servers have the key in common, as README asks of them */
async function running(dir = dataDir) {
	const { PATH, HOME, TMPDIR } = process.env;
	const child = spawn(process.execPath, ["app/server/start.mjs"], {
		env: {
			...{ PATH, HOME, TMPDIR, PORT: "0", DATA_DIR: dir, DEMO: "0", SECRET_KEY: key },
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
	await expect.poll(() => output.includes("Gemeinwerk läuft: ") || child.exitCode !== null).toBe(true);
	const address = /Gemeinwerk läuft: (\S+)/.exec(output)?.[1];
	if (!address) throw new Error(output);
	return { child, exit, address };
}

it("a kill -9 loses nothing that was called saved; SIGTERM stores even what was not", async () => {
	const { id, writer, stored } = await written("Mendig");
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
		await expect.poll(one.words).toBe(called);
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
	await expect.poll(last.words).toBe(called);
	expect(foreign.words()).toBe("");
	foreign.destroy();
	last.paragraph().insert(last.paragraph().length, " Ende");
	await expect.poll(() => last.provider.unsyncedChanges).toBe(0);
	server.child.kill("SIGTERM");
	expect(await server.exit).toBe(0);
	last.destroy();
	expect(await stored()).toBe(`${called} Ende`);
});

it("two servers on one database: both see what is written at the other, and the death of one loses nothing saved", async () => {
	const { id, writer, stored } = await written("Polch");
	const servers = [await running(dataDir), await running(otherDir)] as const;
	const editorAt = ({ address }: { address: string }) =>
		liveEditor({
			url: `${address.replace("http", "ws")}${livePath}`,
			documentId: id,
			headers: { cookie: writer.cookie, origin: address },
		});
	const [one, other] = [editorAt(servers[0]), editorAt(servers[1])];
	for (const editor of [one, other]) await expect.poll(editor.words).toBe("Anfang.");
	const called = new Set<string>();
	// both at once, none waiting for the other's words
	const write = async (editor: typeof one, name: string, words: number) => {
		for (let word = 1; word <= words; word += 1) {
			const added = ` ${name}${word}.`;
			editor.paragraph().insert(editor.paragraph().length, added);
			await editor.saved();
			called.add(added);
		}
	};
	await Promise.all([write(one, "links", 6), write(other, "rechts", 6)]);
	const all = (text: string) => [...called].every((added) => text.split(added).length === 2);
	for (const editor of [one, other]) await expect.poll(() => all(editor.words())).toBe(true);
	expect(one.words()).toBe(other.words());
	expect(all(await stored())).toBe(true);

	await write(one, "zuletzt", 3);
	servers[0].child.kill("SIGKILL");
	await servers[0].exit;
	one.destroy();
	await expect.poll(() => all(other.words())).toBe(true);
	await write(other, "danach", 2);
	servers[1].child.kill("SIGTERM");
	expect(await servers[1].exit).toBe(0);
	other.destroy();
	const end = await stored();
	expect([...called].filter((added) => !end.includes(added))).toEqual([]);
	expect(called.size).toBe(17);
});
