import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { placeOf } from "~/domains/organisations/index.server";
import { manifest as organisations } from "~/domains/organisations/manifest.server";
import { guest } from "~/platform/actor";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { municipality, openPlace } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { adminOf } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { fileToServe } from "../queries/files.server";
import { logoOf } from "../queries/logo.server";
import { storage } from "../storage.server";
import { readUploadForm } from "../upload-form.server";
import { removeLogo, setLogo } from "./logo.server";

let folder: string;
let world: World;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "logo-test-"));
	process.env.DATA_DIR = folder;
	introduce([organisations]);
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function sent(content: Buffer, name: string) {
	const form = new FormData();
	form.set("logo", new File([Uint8Array.from(content)], name));
	const request = new Request("http://localhost/x", { method: "POST", body: form });
	const limits = { files: 1, fileBytes: 5_000_000, totalBytes: 5_500_000, kinds: ["image"] as const };
	return readUploadForm(request, z.object({}), limits);
}

async function picture(width: number, height: number) {
	const png = await sharp({ create: { width, height, channels: 4, background: "#336699" } })
		.png()
		.toBuffer();
	const form = await sent(png, "wappen.png");
	const stored = form.valid ? form.files[0] : undefined;
	if (!stored) throw new Error("the picture is refused");
	return stored;
}

test("a place's logo is set by its administrators, seen by everybody, replaced, and taken away", async () => {
	const organisationId = await municipality(world, { name: "Mendig" });
	const slug = await openPlace(world, { organisationId, name: "Mendig" });
	const other = await municipality(world, { name: "Mayen" });
	const admin = { ...world, actor: adminOf(organisationId) };
	const description = "Wappen mit Basaltsäulen";
	const shown = async () => logoOf(world, (await placeOf(world, slug)).logoFileId);
	const wide = await picture(960, 480);

	const input = { organisationId, stored: wide, description };
	await expect(setLogo({ ...world, actor: adminOf(other) }, input)).rejects.toThrow(Forbidden);
	await expect(setLogo(world, input)).rejects.toThrow(SignInNeeded);
	await expect(setLogo({ ...world, actor: adminOf(other) }, { ...input, organisationId: other })).rejects.toThrow(
		NotFound,
	);
	expect(await shown()).toBeNull();
	expect(await world.db.file.count()).toBe(0);

	const { fileId } = must(await setLogo(admin, input));
	expect(await shown()).toEqual({ src: `/datei/${fileId}/vorschau`, width: 480, height: 240, alt: description });
	expect((await fileToServe(world, fileId)).hasThumbnail).toBe(true);

	const small = await picture(100, 50);
	must(await setLogo(admin, { ...input, stored: small }));
	expect(await shown()).toMatchObject({ src: `/datei/${small.id}/vorschau`, width: 100, height: 50 });
	await expect(fileToServe(world, fileId)).rejects.toThrow(NotFound);

	await expect(removeLogo({ ...world, actor: adminOf(other) }, { organisationId })).rejects.toThrow(Forbidden);
	must(await removeLogo(admin, { organisationId }));
	expect(await shown()).toBeNull();
	await expect(fileToServe(world, small.id)).rejects.toThrow(NotFound);
	await expect(removeLogo(admin, { organisationId })).rejects.toThrow(NotFound);
});

test("SVG and what is no picture are refused, and nothing stays on the disk", async () => {
	const before = await Array.fromAsync(storage().ids());
	for (const [name, text] of [
		["wappen.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
		["wappen.png", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
	] as const) {
		expect(await sent(Buffer.from(text), name)).toMatchObject({
			valid: false,
			refusals: [{ code: "file-type-refused", field: "logo" }],
		});
	}
	expect(await Array.fromAsync(storage().ids())).toEqual(before);
});
