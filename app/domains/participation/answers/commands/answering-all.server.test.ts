import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withPass } from "~/domains/accounts/index.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { answer, holder, inquiry } from "~tests/factories/answers";
import { comment, letComment } from "~tests/factories/discussion";
import { must } from "~tests/factories/outcome";
import { contribution, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { mergeContribution } from "../../contributions/commands/merge.server";
import { support } from "../../contributions/commands/support.server";
import { writeComment } from "../../contributions/commands/write-comment.server";
import { notices } from "../notices.server";
import { inquiryPurpose } from "../policy.server";
import { answerPage } from "../queries/answer-page.server";
import { board } from "../queries/board.server";
import { coverage, waitingForAnswers } from "../queries/coverage.server";
import { inquiryByToken } from "../queries/inquiries.server";
import { outcomeNews } from "../queries/outcome-news.server";
import { outcomeTable } from "../queries/outcome-table.server";
import { ownQuestionAnswer } from "../queries/own-answer.server";
import { toPrepare } from "../queries/prepare-answer.server";
import { answerFor, answersToQuestions } from "../queries/public-answers.server";
import { addUpdate } from "./add-update.server";
import { changeTemplate, makeTemplate, removeTemplate } from "./change-template.server";
import { remindAnswerers } from "./remind-of-answers.server";
import { replyByList, replyToInquiry } from "./reply-to-inquiry.server";
import { sayQuestionNotAnswered } from "./say-not-answered.server";

const now = new Date("2026-06-15T10:00:00Z");
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let writer: Actor & { kind: "person" };
let colleague: Actor & { kind: "person" };
let stranger: Actor;
let citizen: Actor & { kind: "person" };
let made: { id: string; slug: string };
let ideas: Awaited<ReturnType<typeof contribution>>[];

const world = (actor: Actor = writer, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const at = () => ({ place: town.slug, process: made.slug });
const idOf = (index: number) => ideas[index]?.id ?? "";
const table = (actor: Actor = guest) => outcomeTable(world(actor), { ...at(), filter: null, page: 1 });
async function tell(type: string, subjectId: string, at?: Date) {
	const row = await db.auditEvent.findFirstOrThrow({
		where: { type, subjectId, at },
		orderBy: [{ at: "desc" }, { position: "desc" }],
	});
	const event: RecordedEvent = {
		id: row.id,
		type,
		ownerId: row.ownerId,
		at: row.at,
		subject: { kind: row.subjectKind, id: row.subjectId },
		facts: row.facts as RecordedEvent["facts"],
		actorPersonId: row.actorId,
	};
	return (await notices[type]?.(db, event)) ?? [];
}
async function question(contributionId: string, text = "Wann wird das entschieden?") {
	const token = crypto.randomUUID();
	const given = { contributionId, replyTo: null, text, token, withName: true, isQuestion: true };
	return must(await writeComment(world(citizen), given));
}

beforeAll(async () => {
	({ db } = await freshDatabase());
	town = await place(db, now);
	const other = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	writer = await holder(db, now, { ...town, name: "Petra" });
	colleague = await holder(db, now, { ...town, name: "Karl", role: "moderator" });
	stranger = await holder(db, now, { ...other, name: "Knut" });
	citizen = personWith([], town.organisationId, { personId: await human(db, now, "Anna"), displayName: "Anna" });
});

beforeEach(async () => {
	made = await process(world(), {
		organisationId: town.organisationId,
		responsiblePostId: town.postId,
		deputyPostId: town.deputyPostId,
		moderation: "after",
	});
	await letComment(db, made.id);
	ideas = [];
	for (const title of ["Bäume", "Bänke", "Brunnen"])
		ideas.push(await contribution(world(citizen), { processId: made.id, title }));
});

describe("a question in a comment", () => {
	it("wants an answer of its own, once, and hinders closing until it has one", async () => {
		await comment(world(citizen), { contributionId: idOf(0) });
		const asked = await question(idOf(0));
		expect(await coverage(world(guest), made.id)).toMatchObject({ published: 4, answered: 0 });
		await answer(world(), { processId: made.id, contributionIds: [0, 1, 2].map(idOf), releasedBy: colleague });
		expect(await waitingForAnswers(world(), made.id)).toBe(1);
		const { id } = await answer(world(), { processId: made.id, contributionIds: [asked.id], releasedBy: colleague });
		expect(await waitingForAnswers(world(), made.id)).toBe(0);
		expect(await coverage(world(guest), made.id)).toMatchObject({ published: 4, answered: 4 });
		expect(Object.keys(await answersToQuestions(world(guest), [asked.id]))).toEqual([asked.id]);
		const [told, ...more] = await tell("participation.answer.released", id);
		expect(more).toEqual([]);
		expect(told).toMatchObject({ kind: "service", subject: "Antwort auf Ihre Frage zu „Bäume“" });
		expect(told?.action?.path).toBe(`/k/${asked.code}`);
	});

	it("stands on the board with its state, and has one answer that counts", async () => {
		const asked = await question(idOf(1));
		const filter = { state: null, words: "", page: 1 };
		const states = async () =>
			(await board(world(), { ...at(), filter })).rows.map(({ number, comment: own, state }) => [number, own, state]);
		expect(await states()).toContainEqual([2, 1, "unanswered"]);
		await answer(world(), { processId: made.id, contributionIds: [idOf(1), asked.id] });
		expect(await states()).toContainEqual([2, 1, "preparing"]);
		await expect(answer(world(), { processId: made.id, contributionIds: [asked.id] })).rejects.toThrow(
			"answer-being-prepared",
		);
	});

	it("that was hidden wants none", async () => {
		const asked = await question(idOf(1));
		await db.comment.update({ where: { id: asked.id }, data: { hiddenAt: now } });
		expect(await waitingForAnswers(world(), made.id)).toBe(3);
		await expect(answer(world(), { processId: made.id, contributionIds: [asked.id] })).rejects.toThrow(
			"contribution-not-open",
		);
	});
});

describe("a question that its answer leaves open", () => {
	async function answered() {
		const asked = await question(idOf(0));
		const { id } = await answer(world(), { processId: made.id, contributionIds: [asked.id], releasedBy: colleague });
		return { ...asked, answerId: id };
	}
	const filter = { state: "objected" as const, words: "", page: 1 };
	const text = "Ich wollte wissen, wann, nicht ob.";
	const later = new Date(now.getTime() + 60_000);

	it("is said once by its author, is due again, and whoever prepared the answer is told", async () => {
		const { code, id, answerId } = await answered();
		const key = { code };
		expect(codes(await sayQuestionNotAnswered(world(citizen, later), { key, text: "Nein." }))).toEqual([
			"text-too-short",
		]);
		must(await sayQuestionNotAnswered(world(citizen, later), { key, text }));
		expect(codes(await sayQuestionNotAnswered(world(citizen, later), { key, text }))).toEqual(["said-before"]);
		expect((await board(world(), { ...at(), filter })).rows.map((row) => row.id)).toEqual([id]);
		const [told] = await tell("participation.answer.objected", answerId);
		expect(told).toMatchObject({ to: { personId: writer.personId } });
		expect(told?.paragraphs.join()).toContain(text);
		expect((await answerPage(world(), { ...at(), id: answerId })).objections).toMatchObject([{ text }]);
		expect(await ownQuestionAnswer(world(citizen), key)).toMatchObject({ saidAt: later });
	});

	it("is nobody else's to say, and not before there is an answer", async () => {
		const open = await question(idOf(1));
		expect(codes(await sayQuestionNotAnswered(world(citizen), { key: { code: open.code }, text }))).toEqual([
			"not-answered-yet",
		]);
		const { code } = await answered();
		const before = await db.auditEvent.count();
		await expect(sayQuestionNotAnswered(world(colleague), { key: { code }, text })).rejects.toThrow(NotFound);
		await expect(sayQuestionNotAnswered(world(guest), { key: { token: "unbekannt" }, text })).rejects.toThrow(NotFound);
		expect(await db.auditEvent.count()).toBe(before);
	});

	it("a hundred times at once is once", async () => {
		const { code } = await answered();
		const said = await Promise.all(
			Array.from({ length: 20 }, () => sayQuestionNotAnswered(world(citizen, later), { key: { code }, text })),
		);
		expect(said.filter(({ done }) => done)).toHaveLength(1);
	});
});

describe("a department is asked about a question in a comment", () => {
	const filter = { state: null, words: "", page: 1 };

	it("alone or with contributions, answers by its link, and what it wrote is read while answering", async () => {
		const asked = await question(idOf(0), "Wann wird das entschieden, und von wem?");
		const stands = async () =>
			(await board(world(), { ...at(), filter })).rows.find(({ id }) => id === asked.id)?.state;
		const { id, token } = await inquiry(world(), { processId: made.id, contributionIds: [asked.id] });
		expect(await stands()).toBe("at-department");
		const mail = await db.mail.findFirstOrThrow({ where: { key: `inquiry:${id}:asked` } });
		expect(mail.text).toContain("Wann wird das entschieden, und von wem?");
		const page = await inquiryByToken(world(guest), token);
		expect(page).toMatchObject({ open: true, mayReply: true, contributions: [{ html: null }] });
		must(
			await replyToInquiry(await withPass(world(guest), token, inquiryPurpose), {
				revision: 0,
				text: "Der Bauausschuss im Juli.",
				answeredBy: "",
			}),
		);
		expect(await stands()).toBe("department-answered");
		const { replies, questions } = await toPrepare(world(), { ...at(), contributionIds: [asked.id] });
		expect(questions.map((one) => one.id)).toEqual([asked.id]);
		expect(replies.map((reply) => reply.answer)).toEqual(["Der Bauausschuss im Juli."]);
		await answer(world(), { processId: made.id, contributionIds: [asked.id], releasedBy: colleague });
		expect(await inquiryByToken(world(guest), token)).toMatchObject({ mayReply: false });
	});

	it("by a list, each with words of its own", async () => {
		const asked = await question(idOf(0));
		const { id } = await inquiry(world(), { processId: made.id, contributionIds: [idOf(1), asked.id] });
		const rows = [
			{ id: idOf(1), text: "Bänke: ja." },
			{ id: asked.id, text: "Im Juli." },
		];
		must(await replyByList(world(), { inquiryId: id, revision: 0, rows, answeredBy: "" }));
		const { replies } = await toPrepare(world(), { ...at(), contributionIds: [asked.id] });
		expect(replies.map((reply) => reply.answer)).toEqual(["1. Im Juli."]);
	});

	it("a comment that is no question, or hidden, is not asked about", async () => {
		const plain = await comment(world(citizen), { contributionId: idOf(0) });
		const hidden = await question(idOf(0));
		await db.comment.update({ where: { id: hidden.id }, data: { hiddenAt: now } });
		for (const { id } of [plain, hidden]) {
			await expect(inquiry(world(), { processId: made.id, contributionIds: [id] })).rejects.toThrow(
				"contribution-not-open",
			);
		}
	});
});

describe("one answer for many", () => {
	it("is shown as such, fills its placeholders for each, and counts the acknowledgements", async () => {
		const reason = "Zu Beitrag {nummer} „{titel}“: Wir nehmen das zur Kenntnis.";
		await answer(world(), {
			processId: made.id,
			contributionIds: [idOf(0), idOf(2)],
			disposition: "acknowledged",
			reason,
			releasedBy: colleague,
		});
		const answers = await answerFor(world(guest), [idOf(0), idOf(2)]);
		expect(answers.get(idOf(0))?.reasonHtml).toContain("Beitrag 1 „Bäume“");
		expect(answers.get(idOf(2))?.reasonHtml).toContain("Beitrag 3 „Brunnen“");
		expect(answers.get(idOf(2))?.together).toBe(2);
		expect(await coverage(world(guest), made.id)).toMatchObject({ answered: 2, acknowledged: 2 });
	});

	it("reaches every author of what was merged", async () => {
		const bert = personWith([], town.organisationId, { personId: await human(db, now, "Bert") });
		const same = await contribution(world(bert), { processId: made.id, title: "Mehr Bäume" });
		must(await mergeContribution(world(colleague), { id: same.id, intoNumber: 1 }));
		const { id } = await answer(world(), { processId: made.id, contributionIds: [idOf(0)], releasedBy: colleague });
		const told = await tell("participation.answer.released", id);
		expect(told.map(({ to }) => to)).toEqual([{ personId: citizen.personId }, { personId: bert.personId }]);
	});

	it("refuses a placeholder that nobody can fill", async () => {
		const given = { processId: made.id, contributionIds: [idOf(0)], reason: "Guten Tag {name}, vielen Dank dafür." };
		await expect(answer(world(), given)).rejects.toThrow("placeholder-unknown");
	});
});

describe("text blocks", () => {
	const given = {
		name: "Weitergabe",
		disposition: "passed-on",
		reason: richTextFromMarkdown("Beitrag {nummer} geht an den Landesbetrieb."),
	};
	const make = (actor: Actor = writer) => makeTemplate(world(actor), { ...given, organisationId: town.organisationId });

	it("are written, offered, changed and deleted by those who answer", async () => {
		const { id } = must(await make());
		expect(codes(await make())).toEqual(["name-taken"]);
		const { textBlocks } = await toPrepare(world(colleague), { ...at(), contributionIds: [idOf(0)] });
		expect(textBlocks).toMatchObject([{ id, name: "Weitergabe", disposition: "passed-on" }]);
		const change = { ...given, id, revision: 1, name: "An das Land" };
		const both = await Promise.all([
			changeTemplate(world(), change),
			changeTemplate(world(colleague), { ...change, name: "An den Bund" }),
		]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(both.flatMap((outcome) => codes(outcome) ?? [])).toEqual(["changed-meanwhile"]);
		await expect(removeTemplate(world(stranger), { id })).rejects.toThrow(Forbidden);
		must(await removeTemplate(world(), { id }));
		expect(await db.answerTemplate.count()).toBe(0);
	});

	it.each([
		["no name", { name: " " }, "name-missing"],
		["no result", { disposition: "" }, "disposition-missing"],
		["a duplicate", { disposition: "duplicate" }, "disposition-missing"],
		["too short", { reason: richTextFromMarkdown("kurz") }, "reason-too-short"],
		[
			"a wrong word in braces",
			{ reason: richTextFromMarkdown("Guten Tag {name}, danke dafür!") },
			"placeholder-unknown",
		],
	])("are refused with %s", async (_name, change, code) => {
		const outcome = await makeTemplate(world(), { ...given, ...change, organisationId: town.organisationId });
		expect(codes(outcome)).toEqual([code]);
		expect(await db.answerTemplate.count()).toBe(0);
	});

	it("are nobody else's", async () => {
		await expect(make(stranger)).rejects.toThrow(Forbidden);
		await expect(make(guest)).rejects.toThrow(SignInNeeded);
	});
});

describe("the state of implementation", () => {
	const update = { state: "begun", text: "Die ersten zwei Linden sind gepflanzt." };

	it("is told to authors at once, to supporters with the news, each once, and stays", async () => {
		const dora = personWith([], town.organisationId, { personId: await human(db, now, "Dora") });
		for (const index of [0, 1]) must(await support(world(dora), { id: idOf(index) }));
		const { id } = await answer(world(), {
			processId: made.id,
			contributionIds: [idOf(0), idOf(1)],
			releasedBy: colleague,
		});
		const said = must(await addUpdate(world(), { ...update, answerId: id }));
		expect(codes(await addUpdate(world(), { ...update, answerId: id }))).toEqual(["said-before"]);
		const told = await tell("participation.answer.carried-on", id);
		expect(told.map(({ to, kind, topic }) => [to, kind, topic])).toEqual([
			[{ personId: citizen.personId }, "service", undefined],
			[{ personId: dora.personId }, "digest", undefined],
			[{ personId: citizen.personId }, "service", undefined],
		]);
		expect((await answerFor(world(guest), [idOf(0)])).get(idOf(0))?.updates).toMatchObject([update]);
		expect((await table()).rows[0]?.update).toMatchObject(update);
		await expect(db.answerUpdate.update({ where: { id: said.id }, data: { text: "anders" } })).rejects.toThrow();
		await expect(db.answerUpdate.delete({ where: { id: said.id } })).rejects.toThrow();
	});

	it("belongs to a released answer, and to those who answer", async () => {
		const { id } = await answer(world(), { processId: made.id, contributionIds: [idOf(0)] });
		expect(codes(await addUpdate(world(), { ...update, answerId: id }))).toEqual(["not-released"]);
		await expect(addUpdate(world(stranger), { ...update, answerId: id })).rejects.toThrow(Forbidden);
		await expect(addUpdate(world(citizen), { ...update, answerId: id })).rejects.toThrow(Forbidden);
		expect(codes(await addUpdate(world(), { ...update, state: "gone", answerId: id }))).toEqual(["state-missing"]);
		expect(await db.answerUpdate.count({ where: { answerId: id } })).toBe(0);
	});
});

describe("what was said and what became of it", () => {
	it("shows everything with its answer, and nothing of what is hidden or not released", async () => {
		await question(idOf(0));
		await answer(world(), { processId: made.id, contributionIds: [idOf(0)], releasedBy: colleague });
		await answer(world(), { processId: made.id, contributionIds: [idOf(1)], reason: "Noch geheim, noch nicht frei." });
		await db.contribution.update({ where: { id: idOf(2) }, data: { hiddenAt: now } });
		const { rows, counts, found } = await table();
		expect(rows.map(({ kind, number, disposition }) => [kind, number, disposition])).toEqual([
			["contribution", 1, "adopted"],
			["comment", 1, null],
			["contribution", 2, null],
		]);
		expect(JSON.stringify(rows)).not.toContain("geheim");
		expect([counts, found]).toEqual([{ adopted: 1, open: 2 }, 3]);
		const open = await outcomeTable(world(guest), { ...at(), filter: "open", page: 1 });
		expect(open.rows.map(({ number }) => number)).toEqual([1, 2]);
	});

	it("is told as news: each answer and each step once, nothing hidden or not released", async () => {
		const numbers = [0, 1].map(idOf);
		const { id } = await answer(world(), { processId: made.id, contributionIds: numbers, releasedBy: colleague });
		await answer(world(), { processId: made.id, contributionIds: [idOf(2)], reason: "Noch geheim, noch nicht frei." });
		const later = world(writer, new Date("2026-07-01T10:00:00Z"));
		must(await addUpdate(later, { answerId: id, state: "begun", text: "Der Auftrag ist erteilt." }));
		const told = async () => (await outcomeNews(world(guest), at())).news;
		expect((await told()).map(({ kind, result, number, together }) => [kind, result, number, together])).toEqual([
			["update", "begun", 1, 2],
			["answer", "adopted", 1, 2],
		]);
		await db.contribution.update({ where: { id: idOf(0) }, data: { hiddenAt: now } });
		expect((await told()).map(({ number, together }) => [number, together])).toEqual([
			[2, 1],
			[2, 1],
		]);
		await db.contribution.update({ where: { id: idOf(1) }, data: { hiddenAt: now } });
		expect(await told()).toEqual([]);
	});

	it("is not there for a draft", async () => {
		const draft = await process(world(), {
			organisationId: town.organisationId,
			responsiblePostId: town.postId,
			published: false,
		});
		const asked = outcomeTable(world(guest), { place: town.slug, process: draft.slug, filter: null, page: 1 });
		await expect(asked).rejects.toThrow(NotFound);
		const news = outcomeNews(world(guest), { place: town.slug, process: draft.slug });
		await expect(news).rejects.toThrow(NotFound);
	});
});

describe("a list from the department", () => {
	const rows = () => [
		{ id: idOf(0), text: "Ja, es ist Platz." },
		{ id: idOf(1), text: "" },
		{ id: idOf(2), text: "Nein, dort liegt eine Leitung." },
	];
	const asked = () => inquiry(world(), { processId: made.id, contributionIds: [0, 1, 2].map(idOf) });
	const bearer = (token: string) => withPass(world(guest), token, inquiryPurpose);

	it("is taken over one by one, and each contribution shows its own words", async () => {
		const { id, token } = await asked();
		const given = { inquiryId: "", revision: 0, rows: rows(), answeredBy: "B. Amt" };
		must(await replyByList(await bearer(token), given));
		const { answer: whole, answerRevision } = await db.inquiry.findUniqueOrThrow({ where: { id } });
		expect([whole, answerRevision]).toEqual(["1. Ja, es ist Platz.\n\n3. Nein, dort liegt eine Leitung.", 1]);
		const { replies } = await toPrepare(world(), { ...at(), contributionIds: [idOf(2)] });
		expect(replies.map((reply) => reply.answer)).toEqual(["3. Nein, dort liegt eine Leitung."]);
		must(await replyToInquiry(await bearer(token), { revision: 1, text: "Doch alles anders.", answeredBy: "" }));
		const after = await toPrepare(world(), { ...at(), contributionIds: [idOf(2)] });
		expect(after.replies.map((reply) => reply.answer)).toEqual(["Doch alles anders."]);
	});

	it("is refused whole when another answer arrived meanwhile; of two at once one counts", async () => {
		const { id, token } = await asked();
		const given = { inquiryId: id, revision: 0, rows: rows(), answeredBy: "" };
		const both = await Promise.all([replyByList(await bearer(token), given), replyByList(world(), given)]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(both.flatMap((outcome) => codes(outcome) ?? [])).toEqual(["version-moved"]);
		expect(await db.inquiryReply.count({ where: { inquiryId: id } })).toBe(1);
	});

	it.each([
		["a contribution of another question", () => [{ id: crypto.randomUUID(), text: "x" }]],
		["nothing filled in", () => rows().map((row) => ({ ...row, text: " " }))],
		["too long", () => rows().map((row) => ({ ...row, text: "x".repeat(4001) }))],
	])("is refused with %s, and leaves no trace", async (_name, wrong) => {
		const { id } = await asked();
		const outcome = await replyByList(world(), { inquiryId: id, revision: 0, rows: wrong(), answeredBy: "" });
		expect(codes(outcome)).toEqual(["sheet-wrong"]);
		expect(await db.inquiry.findUnique({ where: { id } })).toMatchObject({ answer: null, answerRevision: 0 });
	});

	it("comes from nobody else", async () => {
		const { id } = await asked();
		const given = { inquiryId: id, revision: 0, rows: rows(), answeredBy: "" };
		await expect(replyByList(world(stranger), given)).rejects.toThrow(Forbidden);
		await expect(replyByList(world(guest), given)).rejects.toThrow(SignInNeeded);
	});
});

describe("answers that become due", () => {
	// answered until 14 August 2026, a Friday
	const on = (day: string, time = "04:30") => world(house, new Date(`${day}T${time}:00Z`));
	const steps = async () =>
		(await db.answerEscalation.findMany({ where: { processId: made.id }, orderBy: { at: "asc" } })).map(
			({ step }) => step,
		);

	it("climb by working days, each step once, also when the house comes late", async () => {
		await db.process.updateMany({ where: { id: { not: made.id } }, data: { archivedAt: now } });
		for (const day of [
			"2026-08-06",
			"2026-08-07",
			"2026-08-08",
			"2026-08-10",
			"2026-08-14",
			"2026-08-15",
			"2026-08-17",
		])
			await remindAnswerers(on(day));
		expect(await steps()).toEqual(["soon", "due", "late"]);
		await Promise.all([remindAnswerers(on("2026-09-04")), remindAnswerers(on("2026-09-04"))]);
		expect(await steps()).toEqual(["soon", "due", "late", "very-late"]);
		expect(await remindAnswerers(on("2026-09-07"))).toBe(0);
	});

	it("are not spoken of before five, nor when everything is answered or closed", async () => {
		expect(await remindAnswerers(on("2026-08-14", "02:30"))).toBe(0);
		await answer(world(), { processId: made.id, contributionIds: [0, 1, 2].map(idOf), releasedBy: colleague });
		await remindAnswerers(on("2026-08-14"));
		expect(await steps()).toEqual([]);
	});

	it("reach whoever holds the post, or its mailbox, once with all that concerns them", async () => {
		await db.process.updateMany({ where: { id: { not: made.id } }, data: { archivedAt: now } });
		const second = await process(world(), {
			organisationId: town.organisationId,
			responsiblePostId: town.postId,
			moderation: "after",
			title: "Zweites Verfahren",
		});
		await contribution(world(citizen), { processId: second.id });
		await db.post.update({ where: { id: town.deputyPostId }, data: { mailbox: "amt@mayen.example" } });
		const since = new Date("2026-01-01T00:00:00Z");
		await db.postHolding.create({
			data: { postId: town.postId, singleSeat: true, personId: writer.personId, validFrom: since },
		});
		const friday = on("2026-08-14", "05:15");
		await remindAnswerers(friday);
		const told = await tell("participation.answers.due", town.organisationId, friday.now);
		expect(told.map(({ to, kind, topic }) => [to, kind, topic])).toEqual([
			[{ personId: writer.personId }, "digest", "work"],
			[{ email: "amt@mayen.example", locale: "de" }, "digest", "work"],
		]);
		expect(told[0]?.paragraphs).toHaveLength(2);
		expect(told[1]?.paragraphs).toHaveLength(1);
		expect(told[0]?.subject).toBe("4 Antworten fehlen: Stadt Mayen");
	});
});
