import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { newToken } from "~/platform/tokens.server";
import { codeFor, comment, guestComment, letComment, rules } from "~tests/factories/discussion";
import { must } from "~tests/factories/outcome";
import { contribution, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { commentsPerPage } from "../comment";
import { discussionNotices } from "../discussion-notices.server";
import { commentAddress, commentVersions, ownCommentPage } from "../queries/comment-page.server";
import { commentThreads } from "../queries/comment-threads.server";
import { confirmGuestCode } from "./confirm-guest-code.server";
import { forgetGuestAddresses } from "./forget-what-is-over.server";
import { decideCommentReview, hideComment, publishComment } from "./moderate-comment.server";
import { askForCommentReview, changeComment, withdrawComment } from "./own-comment.server";
import { writeComment, writeCommentAsGuest } from "./write-comment.server";

const now = new Date("2026-06-15T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let second: Actor & { kind: "person" };
let ute: Actor & { kind: "person" };
let olga: Actor & { kind: "person" };
let processId: string;
let idea: { id: string; code: string };

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4220"); // Vite puts its own BASE_URL "/" there
	vi.stubEnv("SECRET_KEY", "test ".repeat(10));
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const person = async (name: string, roles: Parameters<typeof personWith>[0] = []) =>
		personWith(roles, mayen.organisationId, { personId: await human(db, now, name), displayName: name });
	manager = await person("Petra", ["participation-manager"]);
	second = await person("Selma", ["moderator"]);
	ute = await person("Ute");
	olga = await person("Olga");
});

beforeEach(async () => {
	({ id: processId } = await process(world(manager), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
		moderation: "after",
	}));
	await letComment(db, processId);
	await rules(world(manager), processId);
	idea = await contribution(world(ute), { processId });
});

const world = (actor: Actor = guest, at = now) => worldOf(db, actor, at);
const codeOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.done ? "done" : outcome.refusals?.[0]?.code;
const shown = async (actor: Actor = guest) => (await commentThreads(world(actor), idea.id, 1)).comments;
const given = (more: object = {}) => ({
	contributionId: idea.id,
	replyTo: null,
	text: "Das sehe ich auch so.",
	token: newToken(),
	withName: true,
	...more,
});

describe("comments", () => {
	it("stand in threads: replies below what they answer, each with its number", async () => {
		const first = await comment(world(olga), { contributionId: idea.id, text: "Eins" });
		await comment(world(ute), { contributionId: idea.id, text: "Zwei" });
		const reply = await comment(world(ute), { contributionId: idea.id, text: "Antwort", replyTo: first.code });
		await comment(world(olga), { contributionId: idea.id, text: "Antwort darauf", replyTo: reply.code });
		expect((await shown()).map((entry) => [entry.number, entry.thread, entry.shown === "text" && entry.text])).toEqual([
			[1, 1, "Eins"],
			[3, 1, "Antwort"],
			[4, 1, "Antwort darauf"],
			[2, 2, "Zwei"],
		]);
		expect((await shown()).map(({ replyTo }) => replyTo?.number ?? null)).toEqual([null, null, 3, null]);
	});

	it("are one when the page is sent twice at once, and numbered without gaps under parallel attempts", async () => {
		const same = given();
		const twice = await Promise.all([writeComment(world(olga), same), writeComment(world(olga), same)]);
		expect(twice.map(codeOf).sort()).toEqual(["already-handed-in", "done"]);
		await Promise.all(Array.from({ length: 10 }, () => writeComment(world(olga), given())));
		expect((await shown()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
	});

	it("have permanent addresses that find their page", async () => {
		for (let count = 0; count < commentsPerPage + 1; count++) await comment(world(olga), { contributionId: idea.id });
		const last = (await commentThreads(world(), idea.id, 2)).comments[0];
		expect(last?.number).toBe(commentsPerPage + 1);
		expect(await commentAddress(world(), last?.code ?? "")).toBe(`/b/${idea.code}?kommentare=2#comment-${last?.code}`);
		// an early reply moves everything behind it
		const first = (await shown())[0];
		await comment(world(ute), { contributionId: idea.id, replyTo: first?.code ?? null });
		expect((await commentThreads(world(), idea.id, 1)).comments[1]?.number).toBe(commentsPerPage + 2);
	});

	it.each([
		["x", "comment-too-short"],
		["x".repeat(3001), "comment-too-long"],
		["  \n ", "comment-too-short"],
	])("of %# are refused and leave no trace", async (text, refusal) => {
		expect(codeOf(await writeComment(world(olga), given({ text })))).toBe(refusal);
		expect(await db.comment.count({ where: { contributionId: idea.id } })).toBe(0);
		expect(
			await db.auditEvent.count({
				where: { type: "participation.comment.handed-in", facts: { path: ["contribution"], equals: idea.id } },
			}),
		).toBe(0);
	});

	it("need an open phase with comments", async () => {
		await db.phase.updateMany({ where: { processId }, data: { switches: ["contribute"] } });
		expect(codeOf(await writeComment(world(olga), given()))).toBe("comments-closed");
	});

	it("wait for a moderator where the process says so; of two moderators one decides", async () => {
		await rules(world(manager), processId, { commentsAppear: "before" });
		const { id, code } = await comment(world(olga), { contributionId: idea.id });
		expect(await shown()).toEqual([]);
		await expect(commentAddress(world(), code)).rejects.toThrow(NotFound);
		expect(await commentAddress(world(olga), code)).toBe(`/k/${code}/bearbeiten`);
		await expect(publishComment(world(olga), { id })).rejects.toThrow();
		const both = await Promise.all([publishComment(world(manager), { id }), publishComment(world(second), { id })]);
		expect(both.map(codeOf).sort()).toEqual(["already-decided", "done"]);
		expect(await shown()).toHaveLength(1);
	});

	it("with links of people without an account of a week wait", async () => {
		const made = must(await writeComment(world(olga), given({ text: "Mehr unter www.beispiel.example" })));
		expect(made.waits).toBe(true);
	});

	it("can be changed for an hour, and show what stood there before", async () => {
		const { id, code } = await comment(world(olga), { contributionId: idea.id, text: "Zuerst" });
		const key = { code };
		expect(must(await changeComment(world(olga, minutes(59)), { key, text: "Danach" }))).toEqual({ waits: false });
		expect((await commentVersions(world(), code)).versions.map(({ text }) => text)).toEqual(["Zuerst"]);
		expect(codeOf(await changeComment(world(olga, minutes(60)), { key, text: "Zu spät" }))).toBe("comment-fixed");
		await expect(changeComment(world(ute), { key, text: "Fremd" })).rejects.toThrow(NotFound);
		expect((await db.comment.findUniqueOrThrow({ where: { id } })).text).toBe("Danach");
	});

	it("leave a placeholder when taken back or hidden; replies stay", async () => {
		const first = await comment(world(olga), { contributionId: idea.id, text: "Weg damit" });
		const other = await comment(world(olga), { contributionId: idea.id, text: "Auch weg" });
		await comment(world(ute), { contributionId: idea.id, replyTo: first.code });
		must(await withdrawComment(world(olga), { key: { code: first.code } }));
		must(await hideComment(world(manager), { id: other.id, rule: "insult", reason: "Bitte ohne Schimpfwörter." }));
		expect((await shown()).map((entry) => entry.shown)).toEqual(["withdrawn", "text", "hidden"]);
		expect(JSON.stringify(await shown())).not.toMatch(/Weg damit|Auch weg/);
		await expect(commentVersions(world(), other.code)).rejects.toThrow(NotFound);
		expect(codeOf(await withdrawComment(world(olga), { key: { code: first.code } }))).toBe("not-to-withdraw");
	});

	it("that were hidden can be reviewed once, by a second person", async () => {
		const { id, code } = await comment(world(olga), { contributionId: idea.id });
		must(await hideComment(world(manager), { id, rule: "off-topic", reason: "Das gehört nicht hierher." }));
		const key = { code };
		must(await askForCommentReview(world(olga), { key, text: "Doch, es gehört dazu." }));
		expect(codeOf(await askForCommentReview(world(olga), { key, text: "Noch einmal." }))).toBe("review-asked-before");
		const moderation = await db.commentModeration.findFirstOrThrow({ where: { commentId: id } });
		const decision = { id: moderation.id, outcome: "reversed" as const, reason: "Es gehört zum Thema." };
		expect(codeOf(await decideCommentReview(world(manager), decision))).toBe("second-person-needed");
		must(await decideCommentReview(world(second), decision));
		expect((await shown()).map((entry) => entry.shown)).toEqual(["text"]);
	});
});

describe("a guest's comment", () => {
	it("appears with the code, once; its page knows it again", async () => {
		const email = "kommentar@example.org";
		const token = newToken();
		const typed = { contributionId: idea.id, replyTo: null, text: "Als Gast", token, name: "Ernst", email };
		must(await writeCommentAsGuest(world(), typed));
		expect(await shown()).toEqual([]);
		const code = await codeFor(world(), email);
		const wrong = code === "000000" ? "000001" : "000000";
		expect(must(await confirmGuestCode(world(), { pageToken: token, code: wrong }))).toMatchObject({ attemptsLeft: 4 });
		const both = await Promise.all([1, 2].map(() => confirmGuestCode(world(), { pageToken: token, code })));
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await shown()).toMatchObject([{ text: "Als Gast", author: { kind: "named", name: "Ernst" } }]);
		expect(await ownCommentPage(world(), { token })).toMatchObject({ state: "published", may: { change: true } });
	});

	it("is refused where the process wants accounts", async () => {
		await rules(world(manager), processId, { guestsComment: false });
		const typed = { contributionId: idea.id, replyTo: null, text: "Als Gast", token: newToken(), name: null };
		expect(codeOf(await writeCommentAsGuest(world(), { ...typed, email: "g@example.org" }))).toBe("guests-not-welcome");
		expect(await db.comment.count({ where: { contributionId: idea.id } })).toBe(0);
	});

	it("loses its address a month after it was taken back", async () => {
		const { id, token } = await guestComment(world(), { contributionId: idea.id, email: "weg@example.org" });
		must(await withdrawComment(world(), { key: { token } }));
		await forgetGuestAddresses(world(house, minutes(60 * 24 * 31)));
		expect((await db.comment.findUniqueOrThrow({ where: { id } })).guestEmail).toBeNull();
	});
});

describe("notices", () => {
	const event = (type: string, id: string, facts: object, actorPersonId: string | null) => ({
		id: "e",
		type,
		subject: { kind: "comment", id },
		facts: facts as Record<string, string | number | boolean | null>,
		ownerId: mayen.organisationId,
		at: now,
		actorPersonId,
	});
	it("tell author and thread by digest, never the one who wrote, never the officers", async () => {
		const first = await comment(world(olga), { contributionId: idea.id });
		const reply = await comment(world(second), { contributionId: idea.id, replyTo: first.code });
		const type = "participation.comment.published";
		const told = await discussionNotices[type]?.(db, event(type, reply.id, {}, second.personId));
		expect(told?.map(({ to, kind }) => [to, kind])).toEqual([
			[{ personId: ute.personId }, "digest"],
			[{ personId: olga.personId }, "digest"],
		]);
	});
});
