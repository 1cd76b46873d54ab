import { beforeAll, expect, test } from "vitest";
import { command } from "~/platform/act.server";
import { house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type Manifest } from "~/platform/manifest.server";
import { done } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { recipient } from "~tests/factories/notifications";
import { freshDatabase } from "~tests/support/database";
import { handleEvent, handleForgottenEvents } from "./events.server";

const now = new Date("2026-11-21T10:00:00Z");
let db: PrismaClient;
let personId: string;

const world = (at = now) => ({ db, actor: house, now: at, locale: "de" }) as const;

const telling = (domain: string, subject: string): Manifest => ({
	domain,
	notices: {
		"test.happened": async () => [
			{ to: { personId }, kind: "service", subject, paragraphs: ["Neu."], action: null, because: "Weil." },
		],
	},
});

const happen = command("test.happen", async (acting, _input: null) => {
	acting.record({ type: "test.happened", subject: { kind: "test", id: newId(now) }, ownerId: null });
	return done(null);
});

beforeAll(async () => {
	process.env.BASE_URL = "https://kreis.example";
	({ db } = await freshDatabase());
	({ personId } = await recipient(db, { email: "anna@example.org", now }));
	introduce([telling("left", "Von links"), telling("right", "Von rechts")]);
});

test("an event that concerns a person in two domains is told by both, each once, however often it is handled", async () => {
	await happen(world(), null);
	const { id } = await db.auditEvent.findFirstOrThrow();
	await Promise.all([handleEvent(world(), id), handleEvent(world(), id)]);
	await handleEvent(world(), id);
	const told = await db.notification.findMany({ orderBy: { key: "asc" } });
	expect(told.map(({ subject }) => subject)).toEqual(["Von links", "Von rechts"]);
	expect(await db.mail.count()).toBe(2);
});

test("an event whose job was lost is handled by the sweep, once", async () => {
	await happen(world(), null);
	expect(await handleForgottenEvents(world(new Date(now.getTime() + 59_000)))).toBe(0);
	expect(await handleForgottenEvents(world(new Date(now.getTime() + 61_000)))).toBe(1);
	expect(await handleForgottenEvents(world(new Date(now.getTime() + 120_000)))).toBe(0);
	expect(await db.notification.count()).toBe(4);
});
