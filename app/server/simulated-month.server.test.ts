import { beforeAll, expect, test, vi } from "vitest";
import { changePreference } from "~/domains/notifications/commands/change-preference.server";
import { sendDigests } from "~/domains/notifications/commands/send-digests.server";
import { sendWaiting } from "~/domains/notifications/commands/send-mail.server";
import { messagesOf } from "~/domains/notifications/queries/messages.server";
import { addUpdate } from "~/domains/participation/answers/commands/add-update.server";
import { remindAnswerers } from "~/domains/participation/answers/commands/remind-of-answers.server";
import { hideComment } from "~/domains/participation/contributions/commands/moderate-comment.server";
import { support } from "~/domains/participation/contributions/commands/support.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { Postman } from "~/platform/mail/transport.server";
import type { World } from "~/platform/world.server";
import { answer, holder } from "~tests/factories/answers";
import { comment, letComment } from "~tests/factories/discussion";
import { recipient } from "~tests/factories/notifications";
import { must } from "~tests/factories/outcome";
import { contribution, guestContribution, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { handleEvent, handleForgottenEvents } from "./events.server";
import { introduceDomains } from "./manifests.server";

// A Monday. The month has four Mondays after it; the answers are promised for Friday, 26 June.
const monday = new Date("2026-06-01T08:00:00Z");
const hour = 3_600_000;

type Arrived = { to: string; subject: string; text: string; at: Date };
type Someone = { email: string; actor: Actor & { kind: "person" } };

let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
const arrived: Arrived[] = [];
let clock = monday;
let isAway = false;

const world = (actor: Actor = house): World => worldOf(db, actor, clock);
const postman: Postman = {
	async send({ to, subject, text }) {
		if (isAway) return { retry: "the mail server is away" };
		arrived.push({ to, subject: subject.replace(/ \(\w{8}\)$/, ""), text, at: clock });
		return { sent: true };
	},
	close() {},
};

/** What the worker does all the time: tell what happened, remind, collect, send. */
async function work(): Promise<void> {
	await remindAnswerers(world());
	const waiting = await db.outboxEntry.findMany({
		where: { handledAt: null },
		orderBy: [{ createdAt: "asc" }, { eventId: "asc" }],
	});
	for (const { eventId } of waiting) await handleEvent(world(), eventId);
	await sendDigests(world());
	await sendWaiting(world(), postman);
}

/** Lets the house work every hour up to this moment. */
async function until(moment: string): Promise<void> {
	const end = new Date(moment);
	while (clock < end) {
		clock = new Date(Math.min(clock.getTime() + hour, end.getTime()));
		await work();
	}
}

async function someone(email: string): Promise<Someone> {
	const { actor } = await recipient(db, { email, now: clock });
	return { email, actor };
}

const mailsTo = (email: string) => arrived.filter(({ to }) => to === email);
const briefly = (email: string) =>
	mailsTo(email).map(({ subject, at }) => `${at.toISOString().slice(5, 13).replace("T", " ")} ${subject}`);

beforeAll(async () => {
	vi.stubEnv("SECRET_KEY", "test ".repeat(10));
	vi.stubEnv("BASE_URL", "https://kreis.example");
	({ db } = await freshDatabase());
	introduceDomains();
	town = await place(db, monday);
});

test("a month of a busy process: who got which mail when", async () => {
	const officer = await holder(db, clock, { ...town, name: "Petra" });
	const colleague = await holder(db, clock, { ...town, name: "Karl", role: "moderator" });
	const officerMail = (await db.account.findFirstOrThrow({ where: { personId: officer.personId } })).email;
	const since = new Date("2026-01-01T00:00:00Z");
	await db.postHolding.create({
		data: { postId: town.postId, singleSeat: true, personId: officer.personId, validFrom: since },
	});
	await db.post.update({ where: { id: town.deputyPostId }, data: { mailbox: "vertretung@mayen.example" } });
	const made = await process(world(officer), {
		organisationId: town.organisationId,
		responsiblePostId: town.postId,
		deputyPostId: town.deputyPostId,
		moderation: "after",
		days: { first: -1, last: 20, answered: 25 },
	});
	await letComment(db, made.id);
	const [anna, bert, dora] = [await someone("anna@x.de"), await someone("bert@x.de"), await someone("dora@x.de")];
	must(
		await changePreference(world(dora.actor), {
			personId: dora.actor.personId,
			news: "never",
			discussion: "never",
			work: "never",
		}),
	);

	// First week: an idea of Anna's, one of a guest's; Bert comments every day, Anna's page is busy.
	const idea = await contribution(world(anna.actor), { processId: made.id, title: "Bäume" });
	const guests = await guestContribution(world(guest), { processId: made.id, title: "Bänke", email: "gast@x.de" });
	for (const person of [bert, dora]) must(await support(world(person.actor), { id: idea.id }));
	await comment(world(dora.actor), { contributionId: idea.id, text: "Doras erstes Wort." });
	const rude = await comment(world(bert.actor), { contributionId: idea.id, text: "Ein böses Wort." });
	for (const day of ["02", "03", "04", "05"]) {
		await until(`2026-06-${day}T10:00:00Z`);
		await comment(world(bert.actor), { contributionId: idea.id, text: `Berts Wort vom ${day}.` });
	}
	// Sunday evening a moderator hides one; on Monday at seven Anna gets one letter for the week.
	await until("2026-06-07T20:00:00Z");
	must(await hideComment(world(colleague), { id: rude.id, rule: "insult", reason: "Bitte ohne Beleidigung." }));
	const inbox = JSON.stringify((await messagesOf(world(anna.actor), 1)).messages);
	expect(inbox).toContain("Berts Wort vom 02.");
	expect(inbox).not.toContain("böses");
	await until("2026-06-08T09:00:00Z");
	const [letter] = mailsTo(anna.email).filter(({ subject }) => subject.includes("Neuigkeiten"));
	expect(letter?.at.toISOString()).toBe("2026-06-08T05:00:00.000Z");
	expect(letter?.text).toContain("Berts Wort vom 02.");
	expect(letter?.text).toContain("Berts Wort vom 05.");
	expect(letter?.text).not.toContain("böses");

	// Second week: the answer is released while the mail server is away for an hour.
	await until("2026-06-10T09:00:00Z");
	isAway = true;
	const { id } = await answer(world(officer), {
		processId: made.id,
		contributionIds: [idea.id, guests.id],
		reason: "Zu Beitrag {nummer}: Wir pflanzen im Herbst sechs Linden.",
		releasedBy: colleague,
	});
	clock = new Date("2026-06-10T09:10:00Z");
	await work();
	expect(mailsTo("gast@x.de").filter(({ subject }) => subject.includes("Antwort auf"))).toEqual([]);
	clock = new Date("2026-06-10T10:00:00Z");
	await work();
	isAway = false;
	await until("2026-06-11T12:00:00Z");
	// Third week: nothing but one more idea; the promised day comes near. Fourth week: it passes.
	await contribution(world(bert.actor), { processId: made.id, title: "Brunnen" });
	await until("2026-06-24T09:00:00Z");
	must(await addUpdate(world(colleague), { answerId: id, state: "begun", text: "Die ersten zwei Linden stehen." }));
	await until("2026-07-01T09:00:00Z");

	const service = (email: string) => briefly(email).filter((line) => !line.includes("Neuigkeit"));
	expect(service(anna.email)).toEqual([
		"06-01 09 Ihr Beitrag „Bäume“ ist eingereicht",
		"06-10 11 Antwort auf Ihren Beitrag „Bäume“",
		"06-24 10 begonnen: „Bäume“",
	]);
	// the guest is told too, by mail alone
	expect(service("gast@x.de").filter((line) => line.includes("Antwort auf"))).toEqual([
		"06-10 11 Antwort auf Ihren Beitrag „Bänke“",
	]);
	expect(mailsTo("gast@x.de").at(-2)?.text).toContain("Zu Beitrag 2");
	expect(mailsTo("gast@x.de").filter(({ subject }) => subject.includes("begonnen"))).toHaveLength(1);
	// Bert supports: the news of the implementation come on the Monday after
	expect(mailsTo(bert.email).filter(({ text }) => text.includes("Die ersten zwei Linden stehen."))).toMatchObject([
		{ at: new Date("2026-06-29T05:00:00Z") },
	]);
	// Dora wants no collected mail, and gets none; her messages stand in the house
	expect(mailsTo(dora.email)).toEqual([]);
	expect(await db.notification.count({ where: { personId: dora.actor.personId } })).toBeGreaterThan(0);
	// who owes the answer: five working days before, on the day, after it; one letter a day, at seven
	const workLetters = briefly(officerMail).filter((line) => line.includes("Neuigkeit"));
	expect(workLetters).toEqual([
		"06-19 05 Eine Neuigkeit für Sie",
		"06-26 05 Eine Neuigkeit für Sie",
		"06-29 05 Eine Neuigkeit für Sie",
	]);
	expect(briefly("vertretung@mayen.example")).toEqual([
		"06-26 03 Eine Antwort fehlt: Stadt Mayen",
		"06-29 03 Eine Antwort fehlt: Stadt Mayen",
	]);

	// nothing twice, nothing lost
	const keys = arrived.map(({ to, subject, at }) => `${to} ${subject} ${at.toISOString()}`);
	expect(new Set(keys).size).toBe(keys.length);
	expect(await db.mail.count({ where: { sentAt: null } })).toBe(0);
	expect(await handleForgottenEvents(world())).toBe(0);
	const days = Map.groupBy(
		arrived.filter(({ subject }) => subject.includes("Neuigkeit")),
		({ to, at }) => `${to} ${at.toISOString().slice(0, 10)}`,
	);
	expect([...days.values()].filter((letters) => letters.length > 1)).toEqual([]);
	// everybody's letters of collected news offer one click (RFC 8058), answers do not
	const headed = await db.mail.findMany({ select: { subject: true, headers: true } });
	for (const { subject, headers } of headed) {
		expect("List-Unsubscribe-Post" in Object(headers), subject).toBe(subject.includes("Neuigkeit"));
	}
});
