import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withPass } from "~/domains/accounts/index.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import { answer, holder, inquiry } from "~tests/factories/answers";
import { must } from "~tests/factories/outcome";
import {
	contribution,
	guestContribution,
	human,
	personWith,
	place,
	process,
	worldOf,
} from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { notices } from "../notices.server";
import { inquiryPurpose } from "../policy.server";
import { board } from "../queries/board.server";
import { inquiriesOf, inquiryByToken } from "../queries/inquiries.server";
import { placeBehindLink } from "../queries/place-behind-link.server";
import { askDepartment } from "./ask-department.server";
import { remindDepartments } from "./remind-departments.server";
import { replyToInquiry } from "./reply-to-inquiry.server";
import { withdrawInquiry } from "./withdraw-inquiry.server";

const now = new Date("2026-06-15T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let writer: Actor & { kind: "person" };
let colleague: Actor;
let stranger: Actor;
let citizen: Actor;
let made: { id: string; slug: string };
let contributionIds: string[];

const world = (actor: Actor = writer, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const bearer = (token: string, at = now) => withPass(world(guest, at), token, inquiryPurpose);
const filter = { state: null, words: "", page: 1 };
const states = async () =>
	(await board(world(), { place: town.slug, process: made.slug, filter })).rows.map(({ state }) => state);
const asked = (given: { dueInDays?: number } = {}) =>
	inquiry(world(), { processId: made.id, contributionIds, ...given });
const listed = async (id: string) =>
	(await inquiriesOf(world(), { place: town.slug, process: made.slug })).inquiries.find((row) => row.id === id);

beforeAll(async () => {
	({ db } = await freshDatabase());
	town = await place(db, now);
	const other = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	writer = await holder(db, now, { ...town, name: "Petra" });
	colleague = await holder(db, now, { ...town, name: "Karl", role: "moderator" });
	stranger = await holder(db, now, { ...other, name: "Knut" });
	citizen = personWith([], town.organisationId, {
		personId: await human(db, now, "Anna Auth"),
		displayName: "Anna Auth",
	});
});

beforeEach(async () => {
	made = await process(world(), { organisationId: town.organisationId, responsiblePostId: town.postId });
	const first = await contribution(world(citizen), {
		processId: made.id,
		title: "Mehr Bäume am Marktplatz",
		publishedBy: writer,
	});
	const second = await guestContribution(world(guest), {
		processId: made.id,
		title: "Schatten für den Markt",
		email: `geheim-${made.slug}@example.org`,
		publishedBy: writer,
	});
	contributionIds = [first.id, second.id];
});

describe("a question to a department", () => {
	it("goes out with the texts and a link, and comes back without an account", async () => {
		const { id, token } = await asked();
		const mail = await db.mail.findFirstOrThrow({ where: { key: `inquiry:${id}:asked` } });
		expect(mail.to).toBe("bauamt@mayen.example");
		for (const words of ["Ist der Platz für Bäume breit genug?", "Schatten für den Markt", "02651 88-0"]) {
			expect(mail.text).toContain(words);
		}
		expect(await placeBehindLink(world(guest), `/fachamt/${token}`)).toBe("mayen");
		expect(await placeBehindLink(world(guest), `/freigabe/${token}`)).toBeNull();
		expect(await placeBehindLink(world(guest), "/fachamt/unbekannt")).toBeNull();
		const page = await inquiryByToken(world(guest), token);
		for (const text of [mail.text, mail.html, JSON.stringify(page)]) {
			expect(text).not.toContain("geheim-");
			expect(text).not.toContain("Anna Auth");
		}
		expect(await states()).toEqual(["at-department", "at-department"]);
		const replied = must(
			await replyToInquiry(await bearer(token), {
				revision: 0,
				text: "Ja, sechs Bäume passen.",
				answeredBy: "Frau Bau",
			}),
		);
		expect(replied).toEqual({ conflict: false });
		expect(await states()).toEqual(["department-answered", "department-answered"]);
		expect(await listed(id)).toMatchObject({ state: "answered", answer: "Ja, sechs Bäume passen.", conflicts: [] });
		const event = await db.auditEvent.findFirstOrThrow({
			where: { type: "participation.inquiry.answered", subjectId: id },
		});
		expect(JSON.stringify(event.facts)).not.toContain("Bäume");
		const [told] =
			(await notices[event.type]?.(db, {
				...event,
				subject: { kind: "inquiry", id },
				facts: { revision: 1 },
				actorPersonId: null,
			})) ?? [];
		expect(told).toMatchObject({
			to: { personId: writer.personId },
			kind: "service",
			subject: "Bauamt hat geantwortet",
		});
	});

	it("can be answered anew until the answer is public", async () => {
		const { id, token } = await asked();
		must(await replyToInquiry(await bearer(token), { revision: 0, text: "Sechs Bäume.", answeredBy: "" }));
		must(await replyToInquiry(await bearer(token), { revision: 1, text: "Nein, nur fünf.", answeredBy: "" }));
		expect(await listed(id)).toMatchObject({ answer: "Nein, nur fünf.", answeredBy: null });
		await answer(world(), { processId: made.id, contributionIds, releasedBy: colleague });
		const late = await replyToInquiry(await bearer(token), { revision: 2, text: "Doch sechs.", answeredBy: "" });
		expect(codes(late)).toEqual(["inquiry-closed"]);
		expect(await inquiryByToken(world(guest), token)).toMatchObject({ open: true, mayReply: false });
	});

	it("takes one of two answers at once and keeps the other beside it", async () => {
		const { id, token } = await asked();
		const pass = await bearer(token);
		const both = await Promise.all(
			["Ja, das geht gut.", "Nein, das geht nicht."].map((text) =>
				replyToInquiry(pass, { revision: 0, text, answeredBy: "" }),
			),
		);
		expect(both.map((outcome) => outcome.done && outcome.value.conflict).toSorted()).toEqual([false, true]);
		const row = await listed(id);
		expect([row?.answer, row?.conflicts[0]?.text].toSorted()).toEqual(["Ja, das geht gut.", "Nein, das geht nicht."]);
	});

	it("is refused without a trace", async () => {
		const waiting = await contribution(world(citizen), { processId: made.id, title: "Wartet noch" });
		const before = [
			await db.auditEvent.count(),
			await db.inquiry.count(),
			await db.mail.count(),
			await db.onePurposeLink.count(),
		];
		const given = {
			processId: made.id,
			contributionIds,
			office: "Bauamt",
			email: "bauamt@mayen.example",
			question: "Geht das überhaupt?",
			dueOn: "2026-06-30",
		};
		const ask = async (change: object) => codes(await askDepartment(world(), { ...given, ...change }));
		expect(await ask({ contributionIds: [] })).toEqual(["no-contributions"]);
		expect(await ask({ contributionIds: [waiting.id] })).toEqual(["contribution-not-open"]);
		expect(await ask({ email: "a@b.example, c@d.example" })).toEqual(["email-unreadable"]);
		expect(await ask({ question: "Ja?" })).toEqual(["question-too-short"]);
		expect(await ask({ dueOn: "2026-06-15" })).toEqual(["due-day-passed"]);
		expect(await ask({ dueOn: "2026-02-31" })).toEqual(["due-day-unknown"]);
		expect(await ask({ dueOn: "2027-06-15" })).toEqual(["due-day-too-late"]);
		expect([
			await db.auditEvent.count(),
			await db.inquiry.count(),
			await db.mail.count(),
			await db.onePurposeLink.count(),
		]).toEqual(before);
	});

	it("is nothing for strangers, and its link does nothing else", async () => {
		const { id, token } = await asked();
		await expect(withdrawInquiry(world(stranger), { id })).rejects.toThrow(Forbidden);
		await expect(
			askDepartment(world(citizen), {
				processId: made.id,
				contributionIds,
				office: "Bauamt",
				email: "a@b.example",
				question: "Geht das denn?",
				dueOn: "2026-06-30",
			}),
		).rejects.toThrow(Forbidden);
		await expect(board(world(citizen), { place: town.slug, process: made.slug, filter })).rejects.toThrow(Forbidden);
		await expect(
			replyToInquiry(world(guest), { revision: 0, text: "Ohne Link geht es nicht.", answeredBy: "" }),
		).rejects.toThrow(NotFound);
		await expect(withPass(world(guest), token, "participation.release-answer")).rejects.toThrow(NotFound);
		await expect(bearer(`${token.slice(0, -1)}_`)).rejects.toThrow(NotFound);
	});

	it("ends 14 days after its day, and then says whom to call", async () => {
		const { token } = await asked({ dueInDays: 10 });
		expect(await inquiryByToken(world(guest, days(24)), token)).toMatchObject({ open: true });
		const asker = { name: "Stadt Mayen", post: "Bauamt", phone: "02651 88-100" };
		expect(await inquiryByToken(world(guest, days(25)), token)).toMatchObject({ open: false, asker });
		expect(await inquiryByToken(world(guest), "unknown")).toEqual({ open: false, asker: null });
		// a link that ends between the page and the act
		const opened = await bearer(token);
		const late = { ...opened, now: days(25) };
		await expect(replyToInquiry(late, { revision: 0, text: "Zu spät gekommen.", answeredBy: "" })).rejects.toThrow(
			NotFound,
		);
	});

	it("is taken back with its link", async () => {
		const { id, token } = await asked();
		const opened = await bearer(token);
		must(await withdrawInquiry(world(colleague), { id }));
		expect(codes(await withdrawInquiry(world(), { id }))).toEqual(["inquiry-closed"]);
		await expect(bearer(token)).rejects.toThrow(NotFound);
		await expect(replyToInquiry(opened, { revision: 0, text: "Doch noch etwas.", answeredBy: "" })).rejects.toThrow(
			NotFound,
		);
		expect(await states()).toEqual(["unanswered", "unanswered"]);
	});

	it("is reminded two days before and on the day, once each, with a link that works", async () => {
		const { id } = await asked({ dueInDays: 10 });
		const sweep = (day: number) => remindDepartments(world(house, days(day)));
		const mails = async () =>
			(await db.mail.findMany({ where: { key: { startsWith: `inquiry:${id}:` } }, orderBy: { id: "asc" } })).map(
				({ key }) => key.split(":").at(-1),
			);
		await sweep(7);
		expect(await mails()).toEqual(["asked"]);
		await Promise.all([sweep(8), sweep(8)]);
		await sweep(9);
		expect(await mails()).toEqual(["asked", "before"]);
		await sweep(13);
		await sweep(14);
		expect(await mails()).toEqual(["asked", "before", "on-the-day"]);
		const mail = await db.mail.findFirstOrThrow({ where: { key: `inquiry:${id}:on-the-day` } });
		const token = /\/fachamt\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
		must(await replyToInquiry(await bearer(token, days(13)), { revision: 0, text: "Jetzt aber: ja.", answeredBy: "" }));
	});
});
