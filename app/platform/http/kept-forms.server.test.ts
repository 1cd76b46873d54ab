import { beforeAll, expect, test } from "vitest";
import { personWith } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { type Actor, guest } from "../actor";
import type { PrismaClient } from "../database/generated/client";
import { newId } from "../tokens.server";
import type { World } from "../world.server";
import { guestForms, keepForm, keptForm } from "./kept-forms.server";

const now = new Date("2026-11-21T10:00:00Z");
const member = personWith([], newId(now), { personId: newId(now) });
let db: PrismaClient;

beforeAll(async () => {
	({ db } = await freshDatabase());
});

const world = (actor: Actor): World => ({ db, actor, now, locale: "de" });
const at = (path: string, cookie?: string | null) =>
	new Request(`http://house.test${path}`, { headers: cookie ? { Cookie: cookie.split(";")[0] ?? "" } : {} });
const large = { text: "x".repeat(guestForms.bytes) };

test("what a guest typed is found again by the same browser at the same address only", async () => {
	const cookie = await keepForm(world(guest), at("/a"), { title: "Bank" }, "192.0.2.1");
	expect(await keptForm(world(guest), at("/a", cookie))).toEqual({ title: "Bank" });
	expect(await keptForm(world(guest), at("/b", cookie))).toBeNull();
	expect(await keptForm(world(guest), at("/a"))).toBeNull();
});

test("no guest stores more than any form of ours needs; who is signed in may", async () => {
	const before = await db.keptForm.count();
	expect(await keepForm(world(guest), at("/a"), large, "192.0.2.2")).toBeNull();
	expect(await db.keptForm.count()).toBe(before);
	expect(await keepForm(world(member), at("/a"), large, "192.0.2.2")).not.toBeNull();
});

test("one network address has so much an hour, others are not touched by it", async () => {
	const almost = { text: "x".repeat(guestForms.bytes - 100) };
	const kept: boolean[] = [];
	for (let index = 0; index < 22; index += 1) {
		kept.push((await keepForm(world(guest), at(`/form/${index}`), almost, "192.0.2.3")) !== null);
	}
	expect(kept.filter(Boolean)).toHaveLength(guestForms.kilobytesAnHour / (guestForms.bytes / 1000));
	expect(kept.at(-1)).toBe(false);
	expect(await keepForm(world(guest), at("/a"), { title: "Bank" }, "192.0.2.4")).not.toBeNull();
});
