import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "~/domains/agreements/drafting/commands/present.server";
import { loadFormRules } from "~/domains/agreements/form-rules/commands/import-form-rules.server";
import { sealDue } from "~/domains/agreements/sealing/commands/seal.server";
import { freeze } from "~/domains/agreements/signing/commands/freeze.server";
import { contentOf } from "~/domains/files/index.server";
import { type Actor, house } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { ownCertificate } from "~/platform/sealing/own-certificate.server";
import { sealFile } from "~/platform/sealing/seal.server";
import type { World } from "~/platform/world.server";
import { between, completeDraft, concludedAgreement, type Partners, partners } from "../factories/agreements";
import { must } from "../factories/outcome";
import { freshDatabase } from "../support/database";
import { inOwnProcess } from "../support/killed";

/** The processes are killed after so many milliseconds: at once, while the paper is set, while it is kept, perhaps too late. */
const moments = [1, 150, 400, 800];

/** Each process loads the house for itself. */
const now = new Date("2026-11-21T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let db: PrismaClient;
let url: string;
let folder: string;
let scene: Partners;
const world = (actor: Actor = house, at = later(1)): World => ({ db, actor, now: at, locale: "de" });

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), "killed-signing-"));
	process.env.DATA_DIR = folder;
	await writeFile(path.join(folder, sealFile), `${ownCertificate("Gemeinwerk Test", new Date("2026-01-01"), 10)}\n`);
	({ db, appUrl: url } = await freshDatabase());
	await loadFormRules(world());
	scene = await partners(db, now);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("killed between the last signature and the seal: both papers or none, and the sweep seals once", async () => {
	const versions: string[] = [];
	for (const turn of moments.keys())
		versions.push((await concludedAgreement(db, scene, later(-60 * (turn + 1)))).versionId);
	for (const [turn, versionId] of versions.entries()) {
		const given = { url, now: later(1).toISOString(), actor: house, versionId };
		const sealing = await inOwnProcess("/tests/faults/signing.ts", "seal", given);
		await sealing.killAfter(moments[turn] ?? 0);
		expect([0, 2]).toContain(await db.agreementSealedDocument.count({ where: { versionId } }));
	}
	await sealDue(world());
	for (const versionId of versions) {
		const papers = await db.agreementSealedDocument.findMany({ where: { versionId } });
		expect(papers).toHaveLength(2);
		for (const paper of papers) expect(sha256(await contentOf(paper.fileId))).toBe(paper.sha256);
		const { agreementId } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
		const told = { subjectId: agreementId, type: "agreements.version.sealed" };
		expect(await db.auditEvent.count({ where: told })).toBe(1);
	}
	expect(await sealDue(world())).toBe(0);
	expect((await brokenChains(db)).broken).toEqual([]);
});

test("killed while the paper is set: a whole version or none, and freezing goes on from there", async () => {
	const actor = scene.clerk.actor;
	for (const [turn, moment] of moments.entries()) {
		const at = later(-60 * (turn + 10));
		const clerk = world(actor, at);
		const { id, code } = await completeDraft(clerk, between(scene));
		must(await present(clerk, { code }));
		const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
		const given = { url, now: at.toISOString(), actor, code, changes };
		const freezing = await inOwnProcess("/tests/faults/signing.ts", "freezeDraft", given);
		await freezing.killAfter(moment);
		const { state } = await db.agreement.findUniqueOrThrow({ where: { code } });
		const kept = await db.agreementVersion.count({ where: { agreementId: id } });
		expect([state === "frozen", kept]).toEqual(kept === 1 ? [true, 1] : [false, 0]);
		if (kept === 0) must(await freeze(clerk, { code, changes, origin: "http://localhost:3000" }));
		const version = await db.agreementVersion.findFirstOrThrow({
			where: { agreementId: id },
			include: { round: true },
		});
		expect([version.number, version.round?.state]).toEqual([1, "open"]);
		expect(sha256(await contentOf(version.pdfFileId))).toBe(version.pdfSha256);
	}
	expect((await brokenChains(db)).broken).toEqual([]);
});
