import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { hashToken, newToken } from "~/platform/tokens.server";
import { answer, holder } from "~tests/factories/answers";
import { must } from "~tests/factories/outcome";
import { card, emptyCard, letterTo } from "~tests/factories/paper";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { authorPage } from "../../contributions/queries/author-page.server";
import { ownCommentPage } from "../../contributions/queries/comment-page.server";
import { manifest } from "../manifest.server";
import { batchOfLetters, lettersPage } from "../queries/letters.server";
import { pageBehindSlip, slipPage } from "../queries/slip-page.server";
import { slipCode } from "../slip-code.server";
import { enterCard } from "./enter-card.server";
import { enterPaperComment } from "./enter-comment.server";
import { forgetPaperAddresses } from "./forget-addresses.server";
import { changeReach, forgetReach, markSent, noteCall, printLetters } from "./tell.server";

const now = new Date("2026-06-15T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let colleague: Actor;
let clerk: Actor;
let stranger: Actor;
let citizen: Actor;
let processId: string;
let at: { place: string; process: string };

const world = (actor: Actor = manager, moment = now) => worldOf(db, actor, moment);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const input = (given: object = {}) => ({ ...emptyCard, processId, entry: newToken(), ...given });
const traces = async () => [
	await db.auditEvent.count(),
	await db.contribution.count(),
	await db.paperEntry.count(),
	await db.paperReply.count(),
];
const answered = (contributionIds: string[]) => answer(world(), { processId, contributionIds, releasedBy: colleague });

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4221");
	({ db } = await freshDatabase());
	town = await place(db, now);
	const other = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	manager = await holder(db, now, { ...town, name: "Petra" });
	colleague = await holder(db, now, { ...town, name: "Karl", role: "moderator" });
	clerk = await holder(db, now, { ...town, name: "Gudrun", role: "guide" });
	stranger = await holder(db, now, { ...other, name: "Knut" });
	citizen = personWith([], town.organisationId, { personId: await human(db, now, "Anna") });
});

beforeEach(async () => {
	const made = await process(world(), { organisationId: town.organisationId, responsiblePostId: town.postId });
	processId = made.id;
	at = { place: town.slug, process: made.slug };
});

describe("a card", () => {
	it("becomes a contribution that says how it came, logged, with a slip for its author", async () => {
		const { id, number } = await card(world(), { processId, ...letterTo, place: "Marktplatz", channel: "counter" });
		expect(number).toBe(1);
		expect(await db.contribution.findUniqueOrThrow({ where: { id } })).toMatchObject({
			title: "Am Markt fehlen Bänke im Schatten.",
			channel: "counter",
			place: "Marktplatz",
			authorName: null,
			publishedAt: now,
			statusHash: hashToken(slipCode(id)),
		});
		expect(await db.paperEntry.findUniqueOrThrow({ where: { contributionId: id } })).toMatchObject({
			...letterTo,
			enteredById: manager.personId,
		});
		const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { position: "asc" } });
		expect(events.map(({ type }) => type)).toEqual([
			"participation.contribution.handed-in",
			"participation.contribution.published",
			"participation.paper.entered",
		]);
		expect(JSON.stringify(events.map(({ facts }) => facts))).not.toContain("Erika");
		expect((await authorPage(world(guest), { token: slipCode(id) })).may.withdraw).toBe(true);
		const [entered] = await db.contribution.findMany({ where: { id }, select: { code: true } });
		expect(await slipPage(world(clerk), { ...at, code: entered?.code ?? "" })).toMatchObject({
			number: 1,
			wish: "letter",
		});
	});

	it("shows the name only where it may be shown; who wants no answer leaves no address", async () => {
		const { id } = await card(world(), { processId, ...letterTo, wish: "none", nameIsPublic: true });
		expect(await db.contribution.findUniqueOrThrow({ where: { id } })).toMatchObject({ authorName: "Erika Muster" });
		expect(await db.paperEntry.findUniqueOrThrow({ where: { contributionId: id } })).toMatchObject({
			name: null,
			street: null,
			town: null,
		});
	});

	it("typed in by somebody who does not moderate waits as the process says", async () => {
		const { id } = await card(world(clerk), { processId });
		expect(await db.contribution.findUniqueOrThrow({ where: { id } })).toMatchObject({ publishedAt: null });
	});

	it.each([
		"<script>alert(1)</script>",
		`${">".repeat(40)} tief`,
		`${"- ".repeat(40)}tief`,
		"[hier](javascript:alert(1))",
	])("is words and nothing else: %s", async (text) => {
		const { id } = await card(world(), { processId, text });
		expect((await authorPage(world(guest), { token: slipCode(id) })).html).not.toMatch(/<script|href=/);
	});

	it("sent twice, also at once, is one", async () => {
		const twice = input();
		const outcomes = await Promise.all([1, 2, 3].map(() => enterCard(world(), twice)));
		expect(new Set(outcomes.map((outcome) => must(outcome).id)).size).toBe(1);
		expect(must(await enterCard(world(), twice)).number).toBe(1);
		expect(await db.contribution.count({ where: { processId } })).toBe(1);
	});

	it("typed in by twenty at once has twenty numbers without a gap", async () => {
		const entered = await Promise.all(Array.from({ length: 20 }, () => card(world(), { processId })));
		expect(entered.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
			Array.from({ length: 20 }, (_, i) => i + 1),
		);
	});

	it("that is refused leaves no trace", async () => {
		const before = await traces();
		expect(codes(await enterCard(world(), input({ text: " ", wish: "call" })))).toEqual([
			"text-missing",
			"phone-missing",
		]);
		expect(codes(await enterCard(world(), input({ category: "Mond" })))).toEqual(["category-unknown"]);
		expect(codes(await enterCard(world(manager, days(-10)), input()))).toEqual(["paper-closed"]);
		expect(codes(await enterCard(world(), input({ textId: processId })))).toEqual(["paper-closed"]);
		expect(await traces()).toEqual(before);
	});

	it("is typed in after the last day too, until the process is closed", async () => {
		expect((await enterCard(world(manager, days(40)), input())).done).toBe(true);
		await db.process.update({ where: { id: processId }, data: { archivedAt: days(50) } });
		expect(codes(await enterCard(world(manager, days(51)), input()))).toEqual(["paper-closed"]);
	});

	it("is typed in by those who work for the place", async () => {
		await expect(enterCard(world(guest), input())).rejects.toThrow(SignInNeeded);
		for (const actor of [citizen, stranger]) await expect(enterCard(world(actor), input())).rejects.toThrow(Forbidden);
	});
});

const comment = (given: object = {}) => ({
	processId,
	onNumber: 1,
	text: "Das finde ich auch.",
	isQuestion: false,
	nameIsPublic: false,
	...{ wish: "none" as const, name: null, street: null, town: null, phone: null },
	channel: "paper" as const,
	entry: newToken(),
	...given,
});

describe("a comment on paper", () => {
	it("stands below its contribution, once, however often it is sent", async () => {
		const { id } = await card(world(), { processId });
		const twice = comment();
		const outcomes = await Promise.all([1, 2].map(() => enterPaperComment(world(), twice)));
		expect(outcomes.map((outcome) => must(outcome).number)).toEqual([1, 1]);
		expect(await db.comment.findMany({ where: { contributionId: id } })).toMatchObject([
			{ number: 1, thread: 1, text: "Das finde ich auch.", publishedAt: now, authorId: null },
		]);
	});

	it("that is refused leaves no trace", async () => {
		await card(world(), { processId });
		const before = [...(await traces()), await db.comment.count()];
		expect(codes(await enterPaperComment(world(), comment({ onNumber: 7 })))).toEqual(["contribution-unknown"]);
		expect(codes(await enterPaperComment(world(), comment({ text: " " })))).toEqual(["comment-too-short"]);
		await expect(enterPaperComment(world(stranger), comment())).rejects.toThrow(Forbidden);
		expect([...(await traces()), await db.comment.count()]).toEqual(before);
	});
});

describe("an answer by letter", () => {
	it("is printed once, sent, and then its address is forgotten", async () => {
		const { id } = await card(world(), { processId, ...letterTo });
		expect(codes(await printLetters(world(), { processId }))).toEqual(["no-letters"]);
		await answered([id]);
		expect((await lettersPage(world(), at)).letters).toMatchObject([{ name: "Erika Muster", number: 1 }]);
		expect(await manifest.waiting?.(world())).toMatchObject([{ label: "Briefe drucken", count: 1 }]);
		const [first, second] = await Promise.all([1, 2].map(() => printLetters(world(), { processId })));
		const batches = [first, second].flatMap((outcome) => (outcome?.done ? [outcome.value] : []));
		expect(batches).toMatchObject([{ letters: 1 }]);
		const batchId = batches[0]?.batchId ?? "";
		expect((await lettersPage(world(), at)).counts).toEqual({ letters: 0, calls: 0, unsent: 1 });
		must(await markSent(world(), { batchId }));
		expect(codes(await markSent(world(), { batchId }))).toEqual(["sent-already"]);
		expect(await forgetPaperAddresses(world(house, days(29)))).toBe(0);
		expect(await forgetPaperAddresses(world(house, days(30)))).toBe(1);
		expect(await forgetPaperAddresses(world(house, days(31)))).toBe(0);
		expect(await db.paperEntry.findUniqueOrThrow({ where: { contributionId: id } })).toMatchObject({
			name: null,
			street: null,
			town: null,
			forgottenAt: days(30),
		});
	});

	it("goes to nobody who took the contribution back, or whose address is deleted at their wish", async () => {
		const gone = await card(world(), { processId, ...letterTo });
		const forgotten = await card(world(), { processId, ...letterTo });
		const told = await card(world(), { processId, ...letterTo });
		await answered([gone.id, forgotten.id, told.id]);
		await db.contribution.update({ where: { id: gone.id }, data: { withdrawnAt: now } });
		must(await forgetReach(world(), { entryId: forgotten.id }));
		expect((await lettersPage(world(), at)).letters.map(({ number }) => number)).toEqual([told.number]);
	});

	it("can have its address corrected by those who answer", async () => {
		const { id: entryId } = await card(world(), { processId });
		const before = await traces();
		expect(codes(await changeReach(world(), { entryId, ...letterTo, street: null, phone: null }))).toEqual([
			"street-missing",
		]);
		await expect(changeReach(world(clerk), { entryId, ...letterTo, phone: null })).rejects.toThrow(Forbidden);
		await expect(forgetReach(world(stranger), { entryId })).rejects.toThrow(Forbidden);
		expect(await traces()).toEqual(before);
		must(await changeReach(world(), { entryId, ...letterTo, phone: null }));
		expect(await db.paperEntry.findUniqueOrThrow({ where: { id: entryId } })).toMatchObject(letterTo);
	});

	it("is printed and read by nobody else", async () => {
		for (const actor of [clerk, citizen, stranger]) {
			await expect(printLetters(world(actor), { processId })).rejects.toThrow(Forbidden);
			await expect(lettersPage(world(actor), at)).rejects.toThrow(Forbidden);
		}
		await expect(markSent(world(), { batchId: processId })).rejects.toThrow(NotFound);
	});
});

it("a call is ticked off once, and its number is forgotten thirty days later", async () => {
	const { id: contributionId } = await card(world(), { processId, wish: "call", name: "Uli", phone: "02651 1234" });
	await answered([contributionId]);
	expect((await lettersPage(world(), at)).calls).toMatchObject([{ phone: "02651 1234", disposition: "adopted" }]);
	const outcomes = await Promise.all([1, 2].map(() => noteCall(world(), { processId, entryId: contributionId })));
	expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
	expect((await lettersPage(world(), at)).calls).toEqual([]);
	await forgetPaperAddresses(world(house, days(29)));
	expect(await db.paperEntry.count({ where: { phone: { not: null }, contributionId } })).toBe(1);
	await forgetPaperAddresses(world(house, days(30)));
	expect(await db.paperEntry.count({ where: { phone: { not: null }, contributionId } })).toBe(0);
});

describe("a question in a comment on paper", () => {
	const question = (given: object = {}) => ({
		...comment({ isQuestion: true, text: "Wann kommen die Bänke?", ...letterTo, phone: null }),
		...given,
	});

	it("is answered by a letter of its own, once; its address is forgotten; the slip opens its page", async () => {
		await card(world(), { processId });
		const { code } = must(await enterPaperComment(world(), question()));
		const { id } = await db.comment.findUniqueOrThrow({ where: { code } });
		expect((await lettersPage(world(), at)).letters).toEqual([]);
		await answer(world(), { processId, contributionIds: [id], releasedBy: colleague });
		expect((await lettersPage(world(), at)).letters).toMatchObject([
			{ kind: "comment", name: "Erika Muster", number: 1, commentNumber: 1, code },
		]);
		const { batchId } = must(await printLetters(world(), { processId }));
		const batch = await batchOfLetters(world(), { ...at, batch: batchId });
		expect(batch.letters).toMatchObject([{ commentNumber: 1, excerpt: "Wann kommen die Bänke?" }]);
		expect(batch.letters[0]?.url).toContain(`/kommentar/${slipCode(id)}`);
		expect(codes(await printLetters(world(), { processId }))).toEqual(["no-letters"]);
		expect(await pageBehindSlip(world(guest), slipCode(id))).toBe(`/kommentar/${slipCode(id)}`);
		expect((await ownCommentPage(world(guest), { token: slipCode(id) })).code).toBe(code);
		must(await markSent(world(), { batchId }));
		const named = () => db.paperEntry.count({ where: { id, name: { not: null } } });
		await forgetPaperAddresses(world(house, days(29)));
		expect(await named()).toBe(1);
		await forgetPaperAddresses(world(house, days(30)));
		expect(await named()).toBe(0);
	});

	it("gets no letter when it is taken back; a call is ticked off", async () => {
		await card(world(), { processId });
		const byPhone = { wish: "call", phone: "02651 1234" };
		const [gone, called] = await Promise.all(
			[question(), question(byPhone)].map(async (one) => {
				const { code } = must(await enterPaperComment(world(), one));
				return db.comment.findUniqueOrThrow({ where: { code } });
			}),
		);
		if (!gone || !called) throw new Error("two were entered");
		await answer(world(), { processId, contributionIds: [gone.id, called.id], releasedBy: colleague });
		await db.comment.update({ where: { id: gone.id }, data: { withdrawnAt: now } });
		expect((await lettersPage(world(), at)).letters).toEqual([]);
		expect((await lettersPage(world(), at)).calls).toMatchObject([{ kind: "comment", phone: "02651 1234" }]);
		must(await noteCall(world(), { processId, entryId: called.id }));
		expect((await lettersPage(world(), at)).calls).toEqual([]);
	});

	it("needs the tick and the address; refused it leaves no trace", async () => {
		await card(world(), { processId });
		const before = [...(await traces()), await db.comment.count()];
		expect(codes(await enterPaperComment(world(), question({ isQuestion: false })))).toEqual(["comment-unanswered"]);
		expect(codes(await enterPaperComment(world(), question({ street: null })))).toEqual(["street-missing"]);
		expect([...(await traces()), await db.comment.count()]).toEqual(before);
	});
});

it("who typed in reads it in the export of the own data, and is forgotten with the account", async () => {
	const typist = await holder(db, now, { ...town, name: "Tine" });
	await card(world(typist), { processId });
	expect(await manifest.personalData?.export(db, typist.personId)).toMatchObject({
		paperEntered: [{ enteredAt: now }],
	});
	await manifest.personalData?.erase(world(house), typist.personId);
	expect(await db.paperEntry.count({ where: { enteredById: typist.personId } })).toBe(0);
	expect((await brokenChains(db)).broken).toEqual([]);
});
