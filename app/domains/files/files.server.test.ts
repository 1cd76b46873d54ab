import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { RouterContextProvider } from "react-router";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { command } from "~/platform/act.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { worldContext } from "~/platform/http/request.server";
import { introduce } from "~/platform/manifest.server";
import { done, Forbidden, NotFound, refused } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { freshDatabase } from "~tests/support/database";
import { attach } from "./commands/attach.server";
import { removeFile } from "./commands/remove.server";
import { manifest } from "./manifest.server";
import { filesOf } from "./queries/files.server";
import { loader as openFile } from "./routes/file";
import { loader as openPreview } from "./routes/preview";
import { storage } from "./storage.server";
import { readUploadForm } from "./upload-form.server";

const now = new Date("2026-11-21T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000);
const ownerId = newId(now);
const subject = { kind: "paper", id: newId(now) };

let db: PrismaClient;
let folder: string;

/** The house writes, a session reads, everybody else is a stranger. */
const reader: Actor = {
	kind: "person",
	accountId: newId(now),
	personId: newId(now),
	displayName: "Leserin",
	sessionId: "reader",
	secondFactor: false,
	steppedUpAt: null,
	grants: [],
	pass: null,
};
const world = (actor: Actor = house, at = now): World => ({ db, actor, now: at, locale: "de" });

const put = command("test.put", async (acting, { stored, refuse }: { stored: StoredFile[]; refuse?: boolean }) => {
	if (refuse) return refused("closed");
	for (const file of stored) await attach(acting, { ownerId, subject, stored: file, description: "Ein Platz" });
	return done(null);
});

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), "files-test-"));
	process.env.DATA_DIR = folder;
	process.env.BASE_URL = "https://kreis.example";
	({ db } = await freshDatabase());
	introduce([
		{
			domain: "papers",
			subjects: {
				paper: {
					resolve: async () => new Map(),
					mayReadFiles: async ({ actor }, id) => id === subject.id && actor.kind !== "guest",
					mayWriteFiles: async ({ actor }) => actor.kind === "house",
				},
			},
		},
	]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
	await db.file.deleteMany();
	for await (const id of storage().ids()) await storage().remove(id);
});

async function onDisk(): Promise<string[]> {
	const ids: string[] = [];
	for await (const id of storage().ids()) ids.push(id);
	return ids;
}

const schema = z.object({ title: z.string().min(3, "title-missing") });

async function submit(title: string, name = "platz.png") {
	const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "green" } })
		.png()
		.toBuffer();
	const fields = new FormData();
	fields.set("title", title);
	fields.set("photo", new File([new Uint8Array(picture)], name));
	return readUploadForm(new Request("https://kreis.example/x", { method: "POST", body: fields }), schema);
}

async function attached(): Promise<string> {
	const form = await submit("Dorfplatz");
	if (!form.valid) throw new Error("the form is not valid");
	await form.act(() => put(world(), { stored: form.files }));
	return form.files[0]?.id ?? "";
}

describe("a form with files", () => {
	test("whose fields are refused leaves nothing on the disk and keeps what was typed", async () => {
		expect(await submit("x")).toMatchObject({
			valid: false,
			typed: { title: "x" },
			refusals: [
				{ code: "title-missing", field: "title" },
				{ code: "file-again", field: "photo" },
			],
		});
		expect(await onDisk()).toEqual([]);
	});

	test("whose file is refused keeps what was typed", async () => {
		const fields = new FormData();
		fields.set("title", "Dorfplatz");
		fields.set("photo", new File(["<svg onload=alert(1)>"], "x.svg"));
		const request = new Request("https://kreis.example/x", { method: "POST", body: fields });
		expect(await readUploadForm(request, schema)).toMatchObject({
			valid: false,
			typed: { title: "Dorfplatz" },
			refusals: [{ code: "file-type-refused", field: "photo" }],
		});
		expect(await onDisk()).toEqual([]);
	});

	test("whose act is refused or breaks leaves nothing on the disk and no row", async () => {
		const form = await submit("Dorfplatz");
		if (!form.valid) throw new Error("the form is not valid");
		expect(await onDisk()).toHaveLength(1);
		expect(form.chooseAgain).toEqual([{ code: "file-again", field: "photo" }]);
		expect(await form.act(() => put(world(), { stored: form.files, refuse: true }))).toMatchObject({ done: false });
		expect(await onDisk()).toEqual([]);
		const second = await submit("Dorfplatz");
		if (!second.valid) throw new Error("the form is not valid");
		const broken = second.act(async () => {
			throw new Error("broken");
		});
		await expect(broken).rejects.toThrow("broken");
		expect(await onDisk()).toEqual([]);
		expect(await db.file.count()).toBe(0);
	});

	test("that is taken attaches its file, recorded without name or text", async () => {
		const id = await attached();
		expect(await filesOf(world(reader), subject)).toMatchObject([
			{
				id,
				name: "platz.png",
				mediaType: "image/png",
				description: "Ein Platz",
				href: `/datei/${id}`,
				previewHref: `/datei/${id}/vorschau`,
			},
		]);
		const event = await db.auditEvent.findFirstOrThrow({
			where: { type: "files.file.attached" },
			orderBy: { position: "desc" },
		});
		expect(event).toMatchObject({ ownerId, subjectId: subject.id });
		expect(JSON.stringify(event.facts)).not.toContain("platz");
	});
});

describe("who may open a file", () => {
	async function open(
		loader: typeof openFile | typeof openPreview,
		id: string,
		actor: Actor,
	): Promise<Response | number> {
		const context = new RouterContextProvider();
		context.set(worldContext, world(actor));
		const request = new Request(`https://kreis.example/datei/${id}`);
		try {
			return await loader({ request, params: { id }, context } as never);
		} catch (error) {
			return (error as { init: { status: number } }).init.status;
		}
	}

	test("is asked of the owner of its object; for strangers it is not there", async () => {
		const id = await attached();
		for (const loader of [openFile, openPreview]) {
			expect(await open(loader, id, guest)).toBe(404);
			const answer = await open(loader, id, reader);
			if (!(answer instanceof Response)) throw new Error(`answered ${answer}`);
			expect(answer.status).toBe(200);
			expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
			expect(answer.headers.get("Cache-Control")).toContain("private");
			await answer.body?.cancel();
		}
		expect(await filesOf(world(guest), subject)).toEqual([]);
	});

	test("a file of an unknown kind of object is nobody's", async () => {
		const id = await attached();
		await db.file.update({ where: { id }, data: { subjectKind: "unknown" } });
		expect(await open(openFile, id, reader)).toBe(404);
		expect(await open(openFile, "..%2fsecret", reader)).toBe(404);
		expect(await open(openFile, newId(now), reader)).toBe(404);
	});
});

describe("taking a file away", () => {
	test("is for those who may write: strangers do not find it, readers may not", async () => {
		const id = await attached();
		await expect(removeFile(world(guest), { id })).rejects.toThrow(NotFound);
		await expect(removeFile(world(reader), { id })).rejects.toThrow(Forbidden);
		expect(await filesOf(world(reader), subject)).toHaveLength(1);
	});

	test("two at once: one takes it away, once recorded; its bytes go after thirty days", async () => {
		const id = await attached();
		const results = await Promise.allSettled([removeFile(world(), { id }), removeFile(world(), { id })]);
		expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await filesOf(world(reader), subject)).toEqual([]);
		await manifest.personalData?.retain(world(house, days(29)));
		expect(await onDisk()).toEqual([id]);
		await manifest.personalData?.retain(world(house, days(31)));
		expect(await onDisk()).toEqual([]);
		expect(await db.file.count()).toBe(0);
	});

	test("what no row names goes after a day, what has a row stays", async () => {
		const kept = await attached();
		const form = await submit("Verwaist");
		expect(form.valid && (await onDisk())).toHaveLength(2);
		await manifest.personalData?.retain(world(house, now));
		await manifest.personalData?.retain(world(house, days(0.9)));
		expect(await onDisk()).toHaveLength(2);
		await manifest.personalData?.retain(world(house, days(1)));
		expect(await onDisk()).toEqual([kept]);
	});
});

test("erasing a person forgets who uploaded, not the file", async () => {
	const form = await submit("Dorfplatz");
	if (!form.valid) throw new Error("the form is not valid");
	await put(world(reader), { stored: form.files });
	const personId = reader.kind === "person" ? reader.personId : "";
	expect(JSON.stringify(await manifest.personalData?.export(db, personId))).toContain("platz.png");
	await manifest.personalData?.erase(world(), personId);
	expect(await db.file.findMany()).toMatchObject([{ uploadedById: null, name: "platz.png" }]);
});
