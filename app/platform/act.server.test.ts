import { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { command, isTaken } from "./act.server";
import { house } from "./actor";
import { brokenChains, houseChain } from "./audit.server";
import { done, refused } from "./outcome";
import type { World } from "./world.server";

let test_: TestDatabase;
let world: World;
const organisation = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";
const subject = { kind: "thing", id: organisation };

beforeAll(async () => {
	test_ = await freshDatabase();
	world = { db: test_.db, actor: house, now: new Date("2026-11-21T10:00:00Z"), locale: "de" };
});

const note = command("test.note", async (acting, input: { key: string; ownerId: string | null; fail?: boolean }) => {
	await acting.db.houseSetting.create({ data: { key: input.key, value: 1 } });
	acting.record({ type: "test.noted", subject, ownerId: input.ownerId, facts: { key: input.key } });
	if (input.fail) return refused("no-thanks", { field: "key" });
	return done(input.key);
});

const silent = command("test.silent", async (acting, key: string) => {
	await acting.db.houseSetting.create({ data: { key, value: 1 } });
	return done(key);
});

const both = command("test.both", async (acting, keys: [string, string]) => {
	const first = await note(acting, { key: keys[0], ownerId: organisation });
	if (!first.done) return first;
	return note(acting, { key: keys[1], ownerId: other, fail: true });
});

async function traces() {
	return {
		settings: await world.db.houseSetting.count(),
		events: await world.db.auditEvent.count(),
		outbox: await world.db.outboxEntry.count(),
		jobs: Number((await world.db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker.jobs`)[0]?.n),
	};
}

describe("an act", () => {
	test("writes its change, its event, its outbox row and its job together", async () => {
		const before = await traces();
		expect(await note(world, { key: "a", ownerId: organisation })).toEqual({ done: true, value: "a" });
		const after = await traces();
		expect(after).toEqual({
			settings: before.settings + 1,
			events: before.events + 1,
			outbox: before.outbox + 1,
			jobs: before.jobs + 1,
		});
	});

	test("that is refused leaves no trace", async () => {
		const before = await traces();
		expect(await note(world, { key: "b", ownerId: organisation, fail: true })).toEqual({
			done: false,
			refusals: [{ code: "no-thanks", field: "key" }],
		});
		expect(await traces()).toEqual(before);
	});

	test("that succeeds and records nothing is rolled back", async () => {
		const before = await traces();
		await expect(silent(world, "c")).rejects.toThrow("recorded nothing");
		expect(await traces()).toEqual(before);
	});

	test("inside another act shares its transaction: the outer refusal undoes both", async () => {
		const before = await traces();
		expect((await both(world, ["d", "e"])).done).toBe(false);
		expect(await traces()).toEqual(before);
	});

	test("that meets a taken unique key is rolled back whole", async () => {
		const before = await traces();
		const error = await note(world, { key: "a", ownerId: organisation }).catch((caught: unknown) => caught);
		expect(isTaken(error)).toBe(true);
		expect(await traces()).toEqual(before);
	});

	test("40 at once on two chains leave two chains without gap or fork", async () => {
		await Promise.all(
			Array.from({ length: 40 }, (_, index) =>
				note(world, { key: `p${index}`, ownerId: index % 2 ? organisation : other }),
			),
		);
		const rows = await world.db.auditEvent.findMany({ where: { ownerId: other }, orderBy: { position: "asc" } });
		expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => BigInt(index + 1)));
		expect((await brokenChains(world.db)).broken).toEqual([]);
	});
});

describe("the audit log", () => {
	test("takes no change from the application's role", async () => {
		await expect(world.db.auditEvent.updateMany({ data: { act: "forged" } })).rejects.toThrow("permission denied");
		await expect(world.db.auditEvent.deleteMany({})).rejects.toThrow("permission denied");
		await expect(world.db.$executeRaw`TRUNCATE audit_event`).rejects.toThrow("permission denied");
	});

	test("takes no change from the owner of the table either, as long as its trigger stands", async () => {
		await expect(asOwner("UPDATE audit_event SET act = 'forged'")).rejects.toThrow("only grows");
		await expect(asOwner("DELETE FROM audit_event")).rejects.toThrow("only grows");
		await expect(asOwner("TRUNCATE audit_event CASCADE")).rejects.toThrow("only grows");
	});

	const forgeries = [
		[
			"a changed fact",
			'UPDATE audit_event SET facts = \'{"key":"x"}\' WHERE owner_id = $1 AND position = 3',
			"hash",
			3n,
		],
		["a removed row", "DELETE FROM audit_event WHERE owner_id = $1 AND position = 3", "gap", 4n],
		[
			"a removed newest row",
			"DELETE FROM audit_event WHERE owner_id = $1 AND position = (SELECT max(position) FROM audit_event WHERE owner_id = $1)",
			"head",
			null,
		],
	] as const;
	test.each(forgeries)("shows %s with its number", async (_name, sql, reason, position) => {
		const broken = await forge(sql);
		expect(broken).toHaveLength(1);
		expect(broken[0]).toMatchObject({ ownerId: other, reason, ...(position && { position }) });
		expect((await brokenChains(world.db)).broken).toEqual([]);
	});

	test("the house's own events stand in a chain of their own", async () => {
		await note(world, { key: "own", ownerId: null });
		expect(await world.db.auditEvent.count({ where: { ownerId: houseChain } })).toBe(1);
	});
});

async function asOwner(sql: string, values: unknown[] = []): Promise<void> {
	const client = new Client({ connectionString: test_.url });
	await client.connect();
	try {
		await client.query(sql, values);
	} finally {
		await client.end();
	}
}

/** Changes the log as somebody with all rights would, looks at what the check finds, and puts everything back. */
async function forge(sql: string) {
	await asOwner("CREATE TABLE kept AS SELECT * FROM audit_event");
	await asOwner("ALTER TABLE audit_event DISABLE TRIGGER USER");
	try {
		await asOwner(sql, [other]);
		return (await brokenChains(world.db)).broken;
	} finally {
		await asOwner("DELETE FROM audit_event");
		await asOwner("INSERT INTO audit_event SELECT * FROM kept");
		await asOwner("DROP TABLE kept");
		await asOwner("ALTER TABLE audit_event ENABLE TRIGGER USER");
	}
}
