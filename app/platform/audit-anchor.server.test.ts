import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "~tests/support/database";
import { command } from "./act.server";
import { house } from "./actor";
import { brokenChains } from "./audit.server";
import { anchorChains, brokenAnchors, latestAnchors } from "./audit-anchor.server";
import type { PrismaClient } from "./database/generated/client";
import { env } from "./env.server";
import { done } from "./outcome";
import type { World } from "./world.server";

const owner = "00000000-0000-7000-8000-0000000000aa";
let db: PrismaClient;
let owned: pg.Client;
const at = (day: number): World => ({ db, actor: house, now: new Date(Date.UTC(2026, 10, day, 12)), locale: "de" });
const happen = command("test.happen", async (world, times: number) => {
	for (let n = 0; n < times; n++) {
		world.record({ type: "test.thing.happened", subject: { kind: "thing", id: owner }, ownerId: owner, facts: { n } });
	}
	return done(null);
});

beforeAll(async () => {
	const fresh = await freshDatabase();
	db = fresh.db;
	owned = new pg.Client({ connectionString: fresh.url });
	await owned.connect();
	return () => owned.end();
});

/** What somebody does who has the whole database in hand: triggers off, rows changed, chain and head made to fit again. */
async function directly(sql: string): Promise<void> {
	await owned.query("ALTER TABLE audit_event DISABLE TRIGGER USER; ALTER TABLE audit_anchor DISABLE TRIGGER USER");
	await owned.query(sql);
	await owned.query("ALTER TABLE audit_event ENABLE TRIGGER USER; ALTER TABLE audit_anchor ENABLE TRIGGER USER");
}

test("one anchor a day, mailed to who is named, shown to everybody, refused to change", async () => {
	env().AUDIT_ANCHOR_MAIL = ["revision@beispiel.example", "rat@beispiel.example"];
	await happen(at(1), 3);
	expect(await anchorChains(at(1))).toBe(1);
	expect(await anchorChains(at(1))).toBe(0);
	await happen(at(2), 2);
	expect(await Promise.all([anchorChains(at(2)), anchorChains(at(2))])).toEqual(expect.arrayContaining([0, 1]));
	const shown = await latestAnchors(at(2));
	expect(shown.map(({ day, events }) => [day, events])).toEqual([
		["2026-11-02", 5],
		["2026-11-01", 3],
	]);
	const mails = await db.mail.findMany({ orderBy: { key: "asc" } });
	expect(mails.map(({ to }) => to).sort()).toEqual([
		"rat@beispiel.example",
		"rat@beispiel.example",
		"revision@beispiel.example",
		"revision@beispiel.example",
	]);
	expect(mails.filter(({ text }) => text.replace(/\s/g, "").includes(shown[0]?.digest ?? "x"))).toHaveLength(2);
	await expect(db.auditAnchor.updateMany({ data: { events: 1n } })).rejects.toThrow();
	await expect(db.auditAnchor.deleteMany()).rejects.toThrow();
	const [first] = shown;
	expect(await brokenAnchors(db, [first?.digest ?? ""])).toEqual({ anchors: 2, broken: [], unknown: [] });
});

test("removed newest rows are found by the anchor, also when the chain's head was set back to fit", async () => {
	await directly(`DELETE FROM audit_event WHERE owner_id = '${owner}' AND position > 4`);
	await owned.query(`UPDATE audit_chain SET position = 4, head =
		(SELECT hash FROM audit_event WHERE owner_id = '${owner}' AND position = 4) WHERE owner_id = '${owner}'`);
	// The chain alone holds: that is why there are anchors.
	expect((await brokenChains(db)).broken).toEqual([]);
	expect((await brokenAnchors(db)).broken).toEqual([{ day: "2026-11-02", reason: "missing" }]);
});

test("another event in the place of a removed one is found", async () => {
	await happen(at(3), 1);
	expect((await brokenChains(db)).broken).toEqual([]);
	expect((await brokenAnchors(db)).broken).toEqual([{ day: "2026-11-02", reason: "changed" }]);
});

test("a changed row is found by the chain, with its number", async () => {
	await directly(`UPDATE audit_event SET facts = '{"n": 7}' WHERE owner_id = '${owner}' AND position = 2`);
	expect((await brokenChains(db)).broken).toEqual([{ ownerId: owner, position: 2n, reason: "hash" }]);
});

test("a changed anchor does not fit its digest; one that was removed is unknown to who kept its digest", async () => {
	const { digest } = await db.auditAnchor.findFirstOrThrow({ orderBy: { day: "asc" } });
	await directly("UPDATE audit_anchor SET chains = '[]' WHERE day = '2026-11-02'");
	expect((await brokenAnchors(db)).broken).toEqual([{ day: "2026-11-02", reason: "digest" }]);
	await directly("DELETE FROM audit_anchor WHERE day = '2026-11-01'");
	expect(await brokenAnchors(db, [digest])).toMatchObject({ anchors: 1, unknown: [digest] });
});
