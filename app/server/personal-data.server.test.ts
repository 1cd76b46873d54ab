import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { manifest as accounts } from "~/domains/accounts/manifest.server";
import { manifest as files } from "~/domains/files/manifest.server";
import { manifest as notifications } from "~/domains/notifications/manifest.server";
import { manifest as trace } from "~/domains/trace/manifest.server";
import { type Actor, guest, house } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type Manifest } from "~/platform/manifest.server";
import { hashToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { recipient } from "~tests/factories/notifications";
import { freshDatabase } from "~tests/support/database";
import { eraseMyself, exportOfMyself, partsOfHouse, retainEverywhere } from "./personal-data.server";

const now = new Date("2026-11-21T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000);

let db: PrismaClient;
let anna: Awaited<ReturnType<typeof recipient>>;
let number = 0;
let erased: string[];
let retained: Date[];
let broken = false;

const world = (actor: Actor, at = now): World => ({ db, actor, now: at, locale: "de" });
const fresh = (): Actor => ({ ...anna.actor, steppedUpAt: now });

/** A domain to the right of all, which still needs the account while it forgets. */
const later: Manifest = {
	domain: "test-later",
	personalData: {
		export: async (_db, personId) => ({ amount: 12345678901234567890n, personId, text: 'ein "Zitat"\n' }),
		async erase(view, personId) {
			erased.push((await view.db.account.findUnique({ where: { personId } }))?.email ?? "");
			if (broken) throw new Error("broken");
		},
		async retain(view) {
			retained.push(view.now);
			if (broken) throw new Error("broken");
			return 3;
		},
	},
};

beforeAll(async () => {
	process.env.BASE_URL = "https://kreis.example";
	({ db } = await freshDatabase());
	introduce([accounts, files, notifications, trace, later]);
});

beforeEach(async () => {
	broken = false;
	erased = [];
	retained = [];
	number += 1;
	anna = await recipient(db, { email: `anna${number}@example.org`, now });
	await db.roleGrant.deleteMany();
	await db.notificationPreference.create({ data: { personId: anna.personId, digest: "daily" } });
	await db.session.create({
		data: {
			id: hashToken(`session-${number}`),
			accountId: anna.actor.accountId,
			createdAt: now,
			expiresAt: days(1),
			lastSeenAt: now,
			device: "Test",
		},
	});
});

async function exported(actor: Actor) {
	let text = "";
	for await (const piece of exportOfMyself(world(actor))) text += piece;
	return JSON.parse(text) as { teile: { bereich: string; beschreibung: string; daten: Record<string, unknown> }[] };
}

describe("the export", () => {
	test("is one JSON file with every domain's part, described in words", async () => {
		const { teile } = await exported(anna.actor);
		expect(teile.map(({ bereich }) => bereich)).toEqual(["accounts", "files", "notifications", "trace", "test-later"]);
		expect(teile[0]).toMatchObject({ daten: { account: { email: `anna${number}@example.org` } } });
		expect(teile[2]).toMatchObject({ daten: { preference: { digest: "daily" } } });
		expect(teile[4]?.daten).toEqual({ amount: "12345678901234567890", personId: anna.personId, text: 'ein "Zitat"\n' });
		expect(teile.slice(0, 4).every(({ beschreibung }) => beschreibung !== "")).toBe(true);
		expect(partsOfHouse()).toEqual(["accounts", "files", "notifications", "trace"]);
	});

	test("holds nothing of others and nothing that lets somebody in", async () => {
		await db.account.update({
			where: { personId: anna.personId },
			data: { passwordHash: "$argon2id$hash-of-a-password", totpSecret: "sealed-secret" },
		});
		const text = JSON.stringify(await exported(anna.actor));
		expect(text).not.toMatch(/hash-of-a-password|sealed-secret|[0-9a-f]{64}/);
		expect(text).not.toContain(`anna${number - 1}@example.org`);
	});

	test("is for oneself only", () => {
		expect(() => exportOfMyself(world(guest))).toThrow("session");
		expect(() => exportOfMyself(world(house))).toThrow();
	});
});

describe("erasure", () => {
	const account = () => db.account.findUnique({ where: { personId: anna.personId } });
	const events = () => db.auditEvent.findMany({ where: { type: "house.person.erased", subjectId: anna.personId } });

	test("wants password and second factor shown just now", async () => {
		await expect(eraseMyself(world(guest), null)).rejects.toThrow("session");
		await expect(eraseMyself(world(anna.actor), null)).rejects.toThrow("step-up");
		await expect(eraseMyself(world({ ...anna.actor, steppedUpAt: days(-1) }), null)).rejects.toThrow("step-up");
		expect(await account()).not.toBeNull();
	});

	test("forgets in all domains, later ones first, and is recorded with ids only", async () => {
		expect(await eraseMyself(world(fresh()), null)).toMatchObject({ done: true });
		expect(erased).toEqual([`anna${number}@example.org`]);
		expect(await account()).toBeNull();
		expect(await db.session.count({ where: { id: hashToken(`session-${number}`) } })).toBe(0);
		expect(await db.notificationPreference.count({ where: { personId: anna.personId } })).toBe(0);
		expect(await db.person.findUnique({ where: { id: anna.personId } })).toMatchObject({
			givenName: null,
			erasedAt: now,
		});
		expect(await events()).toMatchObject([{ facts: {}, actorId: anna.personId }]);
		expect(
			JSON.stringify(await events(), (_, value) => (typeof value === "bigint" ? Number(value) : value)),
		).not.toContain("example.org");
	});

	test("is done whole or not at all", async () => {
		broken = true;
		await expect(eraseMyself(world(fresh()), null)).rejects.toThrow("broken");
		expect(await account()).not.toBeNull();
		expect(await events()).toEqual([]);
		expect(await db.notificationPreference.count({ where: { personId: anna.personId } })).toBe(1);
	});

	test("two at once: once", async () => {
		const results = await Promise.allSettled([eraseMyself(world(fresh()), null), eraseMyself(world(fresh()), null)]);
		expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await account()).toBeNull();
		expect(await events()).toHaveLength(1);
	});

	test("is refused to the last operator and leaves everything", async () => {
		const operate = (personId: string) =>
			db.roleGrant.create({ data: { role: "operator", scopeKind: "platform", personId, validFrom: today(days(-1)) } });
		await operate(anna.personId);
		expect(await eraseMyself(world(fresh()), null)).toEqual({ done: false, refusals: [{ code: "last-operator" }] });
		expect(await account()).not.toBeNull();
		const other = await recipient(db, { email: `bert${number}@example.org`, now });
		await operate(other.personId);
		const both = await Promise.all(
			[fresh(), { ...other.actor, steppedUpAt: now }].map((actor) => eraseMyself(world(actor), null)),
		);
		expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
	});
});

describe("retention", () => {
	test("runs once a day for each domain, also late, and one that fails holds up no other", async () => {
		await db.houseSetting.deleteMany();
		const form = (path: string, keptUntil: Date) => ({ browserHash: "x", path, fields: {}, keptUntil });
		await db.keptForm.createMany({ data: [form("/a", days(-1)), form("/b", days(1))] });
		broken = true;
		expect(await retainEverywhere(world(house))).toBeGreaterThanOrEqual(1);
		expect((await db.keptForm.findMany()).map(({ path }) => path)).toEqual(["/b"]);
		broken = false;
		expect(await retainEverywhere(world(house))).toBe(3);
		expect(await retainEverywhere(world(house, new Date("2026-11-21T22:59:00Z")))).toBe(0);
		expect(await retainEverywhere(world(house, new Date("2026-11-21T23:01:00Z")))).toBe(3);
		expect(retained).toHaveLength(3);
	});
});
