import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { loadFormRules } from "~/domains/agreements/form-rules/commands/import-form-rules.server";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { Outcome } from "~/platform/outcome";
import { ownCertificate } from "~/platform/sealing/own-certificate.server";
import { sealFile } from "~/platform/sealing/seal.server";
import type { World } from "~/platform/world.server";
import { type Partners, partners } from "~tests/factories/agreements";
import { freshDatabase } from "./database";

export type AgreementHouse = {
	db: PrismaClient;
	/** Connection of the owner of the tables. */
	url: string;
	/** `DATA_DIR` of the test. */
	folder: string;
	scene: Partners;
	world(actor?: Actor, at?: Date): World;
};

/**
 * What a test of agreements needs: a database with the form rules, a place for files, two towns, an association and a
 * company. Call it once, in `beforeAll`; everything is removed after the file's tests.
 * @param now of the world, and of the scene
 * @param seal whether the house has a key to seal with; making one takes a moment
 */
export async function agreementHouse(now: Date, { seal = false } = {}): Promise<AgreementHouse> {
	const folder = await mkdtemp(path.join(os.tmpdir(), "agreements-test-"));
	process.env.DATA_DIR = folder;
	if (seal) {
		const key = ownCertificate("Gemeinwerk Test", new Date("2026-01-01T00:00:00Z"), 10);
		await writeFile(path.join(folder, sealFile), `${key}\n`);
	}
	afterAll(() => rm(folder, { recursive: true, force: true }));
	const { db, url } = await freshDatabase();
	const world = (actor: Actor = house, at = now): World => ({ db, actor, now: at, locale: "de" });
	await loadFormRules(world());
	return { db, url, folder, scene: await partners(db, now), world };
}

/** Towns, association and company once more, for a test that wants them untouched: they alone have the official keys then. */
export async function nextScene(db: PrismaClient, now: Date): Promise<Partners> {
	await db.organisation.updateMany({ data: { ars: null } });
	return partners(db, now);
}

/** "done", or the codes of the refusals. */
export const codesOf = (outcome: Outcome<unknown>): string =>
	outcome.done ? "done" : outcome.refusals.map(({ code }) => code).join(" ");
