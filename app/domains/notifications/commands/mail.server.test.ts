import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readUploadForm } from "~/domains/files/index.server";
import { house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { type Mailbox, type ReceivedMessage, startMailbox } from "~/platform/mail/mailbox.server";
import { queueMail } from "~/platform/mail/queue.server";
import { createPostman, type Postman } from "~/platform/mail/transport.server";
import type { World } from "~/platform/world.server";
import { recipient } from "~tests/factories/notifications";
import { freshDatabase } from "~tests/support/database";
import { outgoingMail } from "../queries/outgoing-mail.server";
import { retryMail } from "./retry-mail.server";
import { sendMail, sendWaiting } from "./send-mail.server";

const start = new Date("2026-11-21T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let db: PrismaClient;
let postmen: Postman[] = [];
let box: Mailbox | undefined;
const received: ReceivedMessage[] = [];

const at = (minutes: number): World => ({ db, actor: house, now: later(minutes), locale: "de" });

beforeAll(async () => {
	const folder = await mkdtemp(path.join(tmpdir(), "mail-test-"));
	process.env.DATA_DIR = folder;
	({ db } = await freshDatabase());
	return () => rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
	await db.mail.deleteMany();
	received.length = 0;
});

afterEach(async () => {
	for (const postman of postmen) postman.close();
	postmen = [];
	await box?.close();
	box = undefined;
});

async function openMailbox(port = 0, onMail: (message: ReceivedMessage) => void = (message) => received.push(message)) {
	box = await startMailbox({ port, onMail });
	return box.url;
}

function postmanFor(smtpUrl: string): Postman {
	const postman = createPostman({ smtpUrl, from: "Kreis <post@kreis.example>", patience: 2000 });
	postmen.push(postman);
	return postman;
}

async function queue(key: string, minutes = 0, to = `${key}@example.org`): Promise<string> {
	const letter = {
		locale: "de",
		subject: `Brief ${key}`,
		blocks: ["Guten Tag"],
		because: "Weil.",
		sender: { name: "Kreis" },
	} as const;
	await queueMail(at(minutes), { key, to, letter });
	return (await db.mail.findUniqueOrThrow({ where: { key } })).id;
}

describe("outgoing mail", () => {
	test("a key is one mail, and a rolled-back act leaves none", async () => {
		await queue("one");
		await queue("one");
		expect(await db.mail.count()).toBe(1);
		await expect(
			db.$transaction(async (tx) => {
				await queueMail(
					{ ...at(0), db: tx },
					{
						key: "two",
						to: "two@example.org",
						letter: { locale: "de", subject: "x", blocks: [], because: "x", sender: { name: "x" } },
					},
				);
				throw new Error("rolled back");
			}),
		).rejects.toThrow("rolled back");
		expect(await db.mail.count()).toBe(1);
		expect(
			await db.$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`,
		).toEqual([{ jobs: 1 }]);
	});

	test("files of the house go along; without one of them the letter does not go", async () => {
		const postman = postmanFor(await openMailbox());
		const form = new FormData();
		form.set("file", new File(["%PDF-1.7\n%%EOF\n"], "vereinbarung.pdf", { type: "application/pdf" }));
		const upload = await readUploadForm(
			new Request("http://own.invalid/", { method: "POST", body: form }),
			z.object({}),
		);
		const [stored] = upload.valid ? upload.files : [];
		const letter = { locale: "de", subject: "x", blocks: ["x"], because: "x", sender: { name: "x" } } as const;
		const send = async (key: string, fileId: string) => {
			const attachments = [{ fileId, name: "Vereinbarung.pdf", mediaType: "application/pdf" }];
			await queueMail(at(0), { key, to: "wer@example.org", letter, attachments });
			const { id } = await db.mail.findUniqueOrThrow({ where: { key } });
			return { result: await sendMail(at(0), postman, id), mail: await db.mail.findUniqueOrThrow({ where: { id } }) };
		};
		expect((await send("with", stored?.id ?? "")).result).toBe("sent");
		const [attachment] = received[0]?.attachments ?? [];
		expect(attachment).toMatchObject({ name: "Vereinbarung.pdf", mediaType: "application/pdf" });
		expect(attachment?.content.toString()).toBe("%PDF-1.7\n%%EOF\n");
		const lost = await send("lost", crypto.randomUUID());
		expect(lost.result).toBe("failed");
		expect(lost.mail.lastError).toBe("attachment");
		expect(received).toHaveLength(1);
	});

	test("two workers at once send one mail", async () => {
		const postman = postmanFor(await openMailbox());
		const id = await queue("once");
		const results = await Promise.all(Array.from({ length: 8 }, () => sendMail(at(0), postman, id)));
		expect(results.filter((result) => result === "sent")).toHaveLength(1);
		expect(results.filter((result) => result === "not-due")).toHaveLength(7);
		expect(received.map(({ subject }) => subject)).toEqual(["Brief once"]);
		expect(await sendMail(at(60), postman, id)).toBe("not-due");
	});

	test("the mail server is away for an hour: nothing lost, nothing twice", async () => {
		const url = await openMailbox();
		const port = Number(new URL(url).port);
		await box?.close();
		const postman = postmanFor(url);
		const keys = ["a", "b", "c", "d", "e", "f"];
		for (const [index, key] of keys.entries()) await sendMail(at(index), postman, await queue(key, index));
		for (let minute = keys.length; minute < 60; minute++) expect(await sendWaiting(at(minute), postman)).toBe(0);
		expect(await db.mail.count({ where: { failedAt: null, sentAt: null, lastError: { not: null } } })).toBe(
			keys.length,
		);
		await openMailbox(port);
		for (let minute = 60; minute < 140; minute++) await sendWaiting(at(minute), postman);
		expect(received.map(({ subject }) => subject).sort()).toEqual(keys.map((key) => `Brief ${key}`));
		expect(await db.mail.count({ where: { sentAt: { not: null }, lastError: null } })).toBe(keys.length);
	});

	test("a sender killed between the server's word and its own note repeats the mail under the same Message-ID", async () => {
		const postman = postmanFor(await openMailbox());
		const id = await queue("killed");
		const killed: Postman = {
			...postman,
			async send(mail) {
				await postman.send(mail);
				throw new Error("killed");
			},
		};
		await expect(sendMail(at(0), killed, id)).rejects.toThrow("killed");
		expect(await sendWaiting(at(9), postman)).toBe(0);
		expect(await sendWaiting(at(10), postman)).toBe(1);
		expect(received).toHaveLength(2);
		expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1);
	});

	test("what will never be taken is given up at once, what waits three days too; the operator sees why and tries again", async () => {
		const url = await openMailbox();
		const postman = postmanFor(url);
		const never = await queue("never", 0, "no address");
		expect(await sendMail(at(0), postman, never)).toBe("failed");
		await box?.close();
		const slow = await queue("slow");
		const days = 3 * 24 * 60;
		for (let minute = 0; minute <= days + 60; minute += 60) await sendMail(at(minute), postman, slow);
		const { actor } = await recipient(db, { email: "operator@example.org", now: start });
		const operator: World = {
			...at(days + 120),
			actor: {
				...actor,
				secondFactor: true,
				grants: [{ role: "operator", scope: { kind: "platform" }, postId: null, onBehalfOfId: null, deputy: false }],
			},
		};
		const { failed, failedCount } = await outgoingMail(operator);
		expect(failedCount).toBe(2);
		expect(failed.find(({ id }) => id === never)).toMatchObject({ attempts: 1, lastError: "address" });
		expect(failed.find(({ id }) => id === slow)?.lastError).toMatch(/ECONNREFUSED|ECONN/);

		await openMailbox(Number(new URL(url).port));
		expect(await retryMail(operator, { id: slow })).toMatchObject({ done: true });
		expect(await sendWaiting(at(days + 121), postman)).toBe(1);
		expect(received.map(({ subject }) => subject)).toEqual(["Brief slow"]);
		// Sent is sent: nobody can send it again.
		await expect(retryMail(operator, { id: slow })).rejects.toThrow();
	});

	test("strangers neither see the outgoing mail nor touch it", async () => {
		const id = await queue("theirs");
		const { actor } = await recipient(db, { email: "stranger@example.org", now: start });
		await expect(outgoingMail({ ...at(0), actor: { kind: "guest", pass: null } })).rejects.toThrow("session");
		await expect(outgoingMail({ ...at(0), actor: { ...actor, secondFactor: true } })).rejects.toThrow();
		await expect(retryMail({ ...at(0), actor: { ...actor, secondFactor: true } }, { id })).rejects.toThrow();
	});
});
