import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { recipient } from "~tests/factories/notifications";
import { freshDatabase } from "~tests/support/database";
import type { Rhythm } from "../digest.server";
import { personalData } from "../personal-data.server";
import { messagesOf, unreadCount } from "../queries/messages.server";
import { unsubscribeToken } from "../unsubscribe-token.server";
import { changePreference, unsubscribe, unsubscriber } from "./change-preference.server";
import { deliver } from "./deliver.server";
import { markRead } from "./mark-read.server";
import { sendDigests } from "./send-digests.server";

// A Saturday; the next Monday at 7:00 in Germany is the 23rd, 6:00 UTC.
const saturday = new Date("2026-11-21T10:00:00Z");
const monday = new Date("2026-11-23T06:00:00Z");

let db: PrismaClient;
let person: Awaited<ReturnType<typeof recipient>>;
let number = 0;

const world = (now: Date, actor: Actor = house): World => ({ db, actor, now, locale: "de" });
const as = (actor: Actor, now = saturday) => world(now, actor);

beforeAll(async () => {
	process.env.SECRET_KEY = "test ".repeat(10);
	process.env.BASE_URL = "https://kreis.example";
	({ db } = await freshDatabase());
});

beforeEach(async () => {
	await db.mail.deleteMany();
	await db.notification.deleteMany();
	number += 1;
	person = await recipient(db, { email: `anna${number}@example.org`, now: saturday });
});

function happened(): RecordedEvent {
	const id = newId(saturday);
	return {
		id,
		ownerId: newId(saturday),
		at: saturday,
		type: "test.happened",
		subject: { kind: "test", id },
		facts: {},
		actorPersonId: null,
	};
}

function notice(kind: Notice["kind"], to: Notice["to"] = { personId: person.personId }, subject = "Neues"): Notice {
	return {
		to,
		kind,
		subject,
		paragraphs: ["Es ist etwas geschehen."],
		action: { path: "/x", label: "Ansehen" },
		because: "Weil.",
	};
}

const all = (rhythm: Rhythm) => ({ news: rhythm, discussion: rhythm, work: rhythm });
const mailsTo = (to: string) => db.mail.findMany({ where: { to }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

describe("delivery", () => {
	test("twice the same event tells nobody twice, also two at once", async () => {
		const event = happened();
		const notices = [
			notice("service"),
			notice("digest"),
			notice("service", { email: "gast@example.org", locale: "de" }),
		];
		await Promise.all([deliver(world(saturday), event, notices), deliver(world(saturday), event, notices)]);
		await deliver(world(saturday), event, notices);
		expect(await db.notification.count({ where: { personId: person.personId } })).toBe(2);
		expect(await mailsTo(`anna${number}@example.org`)).toHaveLength(1);
		expect(await mailsTo("gast@example.org")).toHaveLength(1);
	});

	test("a service message goes out at once with its button, a digest message waits", async () => {
		await deliver(world(saturday), happened(), [notice("service", undefined, "Antwort"), notice("digest")]);
		const [mail, ...more] = await mailsTo(`anna${number}@example.org`);
		expect(more).toEqual([]);
		expect(mail?.subject).toBe("Antwort");
		expect(mail?.text).toContain("/x");
		expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
	});

	test("whoever has no account or is erased gets no mail", async () => {
		await db.account.delete({ where: { personId: person.personId } });
		await deliver(world(saturday), happened(), [notice("service")]);
		await db.person.update({ where: { id: person.personId }, data: { erasedAt: saturday } });
		await deliver(world(saturday), happened(), [notice("service")]);
		expect(await db.mail.count()).toBe(0);
		expect(await db.notification.count({ where: { personId: person.personId } })).toBe(1);
	});
});

describe("messages", () => {
	test("are the recipient's alone, to count, to read and to mark", async () => {
		const other = await recipient(db, { email: `bert${number}@example.org`, now: saturday });
		await deliver(world(saturday), happened(), [notice("digest"), notice("digest")]);
		expect(await unreadCount(as(person.actor), person.personId)).toBe(2);
		expect(await unreadCount(as(other.actor), person.personId)).toBe(0);
		expect((await messagesOf(as(other.actor), 1)).total).toBe(0);
		const [first] = (await messagesOf(as(person.actor), 1)).messages;
		await expect(markRead(as(other.actor), { personId: person.personId, id: null })).rejects.toThrow();
		await markRead(as(other.actor), { personId: other.personId, id: first?.id ?? null });
		expect(await unreadCount(as(person.actor), person.personId)).toBe(2);
		await markRead(as(person.actor), { personId: person.personId, id: first?.id ?? null });
		expect(await unreadCount(as(person.actor), person.personId)).toBe(1);
		await expect(messagesOf(as(guest), 1)).rejects.toThrow("session");
	});
});

describe("digests", () => {
	const digests = () => mailsTo(`anna${number}@example.org`);

	test("one letter on Monday for all of the week, none when nothing is new", async () => {
		await deliver(world(saturday), happened(), [
			notice("digest", undefined, "Erstens"),
			notice("digest", undefined, "Zweitens"),
		]);
		expect(await sendDigests(world(new Date("2026-11-23T05:59:00Z")))).toBe(0);
		expect(await sendDigests(world(monday))).toBe(1);
		expect(await sendDigests(world(new Date("2026-11-23T06:01:00Z")))).toBe(0);
		expect(await sendDigests(world(new Date("2026-11-30T06:01:00Z")))).toBe(0);
		const [letter, ...more] = await digests();
		expect(more).toEqual([]);
		expect(letter?.subject).toBe("2 Neuigkeiten für Sie");
		expect(letter?.text).toMatch(/Erstens[\s\S]*Zweitens/);
		expect(letter?.headers).toHaveProperty("List-Unsubscribe");
	});

	test("once per period also when the house comes late, and two workers at once", async () => {
		await deliver(world(saturday), happened(), [notice("digest")]);
		const wednesday = new Date("2026-11-25T12:00:00Z");
		const written = await Promise.all(Array.from({ length: 4 }, () => sendDigests(world(wednesday))));
		expect(written.reduce((sum, count) => sum + count, 0)).toBe(1);
		await deliver(world(wednesday), happened(), [notice("digest")]);
		expect(await sendDigests(world(new Date("2026-11-27T12:00:00Z")))).toBe(0);
		expect(await sendDigests(world(new Date("2026-11-30T06:00:00Z")))).toBe(1);
		expect(await digests()).toHaveLength(2);
	});

	test("daily for those who want it so, never for others, not what was read in the house", async () => {
		await changePreference(as(person.actor), { personId: person.personId, ...all("daily") });
		await deliver(world(saturday), happened(), [notice("digest")]);
		expect(await sendDigests(world(new Date("2026-11-22T06:00:00Z")))).toBe(1);
		await deliver(world(monday), happened(), [notice("digest")]);
		await markRead(as(person.actor), { personId: person.personId, id: null });
		expect(await sendDigests(world(new Date("2026-11-24T06:00:00Z")))).toBe(0);
		await changePreference(as(person.actor), { personId: person.personId, ...all("never") });
		await deliver(world(monday), happened(), [notice("digest")]);
		expect(await sendDigests(world(new Date("2026-12-24T06:00:00Z")))).toBe(0);
	});
});

describe("unsubscribing", () => {
	const preference = () => db.notificationPreference.findUnique({ where: { personId: person.personId } });

	test("ends the digests by the token of the mail, as often as one likes, and records it once", async () => {
		const token = unsubscribeToken(person.personId);
		expect(token).toMatch(/^[\w-]+$/);
		expect(await unsubscriber(as(guest), token)).toBe(person.personId);
		expect(await preference()).toBeNull();
		expect(await unsubscribe(as(guest), token)).toBe(true);
		expect(await unsubscribe(as(guest), token)).toBe(true);
		expect(await preference()).toMatchObject({ digest: "never", discussion: "never", work: "never" });
		expect(await db.auditEvent.count({ where: { subjectId: person.personId } })).toBe(1);
	});

	test("a token is good for its person only, and for nothing when it was changed", async () => {
		const other = await recipient(db, { email: `carl${number}@example.org`, now: saturday });
		const [own, others] = [unsubscribeToken(person.personId), unsubscribeToken(other.personId)];
		const mixed = Buffer.concat([
			Buffer.from(own, "base64url").subarray(0, 16),
			Buffer.from(others, "base64url").subarray(16),
		]);
		for (const wrong of ["", "x", own.slice(1), mixed.toString("base64url"), person.personId]) {
			expect(await unsubscribe(as(guest), wrong)).toBe(false);
		}
		await unsubscribe(as(guest), others);
		expect(await preference()).toBeNull();
	});

	test("only oneself changes one's own preference", async () => {
		const other = await recipient(db, { email: `dora${number}@example.org`, now: saturday });
		await expect(changePreference(as(other.actor), { personId: person.personId, ...all("never") })).rejects.toThrow();
		await expect(changePreference(as(guest), { personId: person.personId, ...all("never") })).rejects.toThrow(
			"session",
		);
		expect(await preference()).toBeNull();
	});
});

describe("personal data", () => {
	test("is exported, erased, and kept no longer than it should", async () => {
		await deliver(world(saturday), happened(), [notice("service", undefined, "Für Anna")]);
		await db.mail.updateMany({ data: { sentAt: saturday } });
		const exported = JSON.stringify(await personalData.export(db, person.personId));
		expect(exported).toContain("Für Anna");

		expect(await personalData.retain(world(new Date("2026-12-20T00:00:00Z")))).toBe(0);
		await personalData.retain(world(new Date("2026-12-22T00:00:00Z")));
		expect(await db.mail.findFirst()).toMatchObject({ to: "", text: "", html: "", subject: "" });
		await personalData.retain(world(new Date("2027-11-22T00:00:00Z")));
		expect(await db.notification.count({ where: { personId: person.personId } })).toBe(0);
	});

	test("erasure also stops what has not left yet", async () => {
		await deliver(world(saturday), happened(), [notice("service"), notice("digest")]);
		await changePreference(as(person.actor), { personId: person.personId, ...all("daily") });
		await personalData.erase(world(saturday), person.personId);
		expect(await db.notification.count({ where: { personId: person.personId } })).toBe(0);
		expect(await db.notificationPreference.count({ where: { personId: person.personId } })).toBe(0);
		expect(await db.mail.findMany()).toMatchObject([{ to: "", text: "", failedAt: saturday }]);
	});
});
