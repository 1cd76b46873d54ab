import { beforeAll, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { newToken } from "~/platform/tokens.server";
import { answer, holder } from "~tests/factories/answers";
import { budget, withVoting } from "~tests/factories/budgets";
import { letComment } from "~tests/factories/discussion";
import { event } from "~tests/factories/events";
import { must } from "~tests/factories/outcome";
import { contribution, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { announcedDisplay } from "~tests/factories/planning";
import { asked, survey } from "~tests/factories/surveys";
import { annotation, textProcess } from "~tests/factories/texts";
import { freshDatabase } from "~tests/support/database";
import { coverage } from "./answers/index.server";
import { outcomeTable } from "./answers/queries/outcome-table.server";
import { closeProcess } from "./commands/close-process.server";
import { writeComment } from "./contributions/commands/write-comment.server";
import { enterCard } from "./events/commands/on-the-spot.server";
import { makeStatement } from "./planning/commands/make-statement.server";

const now = new Date("2026-06-15T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let given: { organisationId: string; responsiblePostId: string; moderation: "after" };
let manager: Actor & { kind: "person" };
let colleague: Actor & { kind: "person" };
let citizen: Actor & { kind: "person" };

const staff = (at = now) => worldOf(db, manager, at);
const world = (at = now) => worldOf(db, citizen, at);

beforeAll(async () => {
	({ db } = await freshDatabase());
	const town = await place(db, now);
	given = { organisationId: town.organisationId, responsiblePostId: town.postId, moderation: "after" };
	manager = await holder(db, now, { ...town, name: "Petra" });
	colleague = await holder(db, now, { ...town, name: "Karl", role: "moderator" });
	const personId = await human(db, now, "Anna");
	await db.account.create({
		data: { personId, email: "anna@example.org", emailConfirmedAt: now, createdAt: now },
	});
	citizen = personWith([], town.organisationId, { personId, displayName: "Anna" });
});

/** Makes a process in which one thing waits. @returns the process, and what an official answer would answer */
type Waits = () => Promise<{ processId: string; answers?: string[] }>;

const parts: Record<string, Waits> = {
	async "an idea"() {
		const { id: processId } = await process(staff(), given);
		return { processId, answers: [(await contribution(world(), { processId })).id] };
	},
	async "a question in a comment"() {
		const { id: processId } = await process(staff(), given);
		await letComment(db, processId);
		const idea = await contribution(world(), { processId });
		await answer(staff(), { processId, contributionIds: [idea.id], releasedBy: colleague });
		const words = { text: "Wann ist es so weit?", token: newToken(), withName: true, isQuestion: true };
		const { id } = must(await writeComment(world(), { contributionId: idea.id, replyTo: null, ...words }));
		return { processId, answers: [id] };
	},
	async "an annotation"() {
		const { id: processId, textId } = await textProcess(staff(), given);
		return { processId, answers: [(await annotation(world(), { textId, quote: "acht Wochen" })).id] };
	},
	async "a card from an event"() {
		const { id: processId } = await process(staff(), given);
		const { id } = await event(staff(), { processId, startsAt: later(1) });
		must(await enterCard(staff(later(2)), { id, text: "Mehr Bänke, bitte.", category: null, token: newToken() }));
		const card = await db.contribution.findFirstOrThrow({ where: { processId } });
		return { processId, answers: [card.id] };
	},
	async "answers to a survey"() {
		const { processId, id } = await survey(staff(), { ...given, questions: [asked("text")] });
		await db.survey.update({ where: { id }, data: { firstAnswerAt: now } });
		return { processId };
	},
	async "a budget that is voted on"() {
		const { id: processId } = await process(staff(later(-10)), {
			...given,
			days: { first: 5, last: 40, answered: 90 },
		});
		await withVoting(staff(), processId);
		await budget(staff(later(-9)), { processId, projects: [{ title: "Bänke", euros: 100 }] });
		return { processId };
	},
	async "a statement on a plan"() {
		const { processId } = await announcedDisplay(staff(later(-20)), given);
		const author = { organisation: null, name: "Ute", email: "ute@example.org", address: "" };
		const statement = { ...author, processId, token: newToken(), text: "Der Bach braucht mehr Platz." };
		must(await makeStatement(worldOf(db, guest, now), statement));
		return { processId };
	},
};

it.each(Object.entries(parts))("a process is not closed while %s waits", async (_name, waits) => {
	const { processId, answers } = await waits();
	const close = () => closeProcess(staff(later(3)), { id: processId });
	expect(await close()).toMatchObject({ done: false, refusals: [{ code: "answers-missing", values: { count: 1 } }] });
	expect(await db.process.findUnique({ where: { id: processId } })).toMatchObject({ archivedAt: null });
	if (!answers) return;
	await answer(staff(later(2)), { processId, contributionIds: answers, releasedBy: colleague });
	must(await close());
});

it("what follows from surveys, votes and budgets stands in the overview, told or still to come, and nothing before the count", async () => {
	const { processId } = (await parts["a budget that is voted on"]?.()) ?? { processId: "" };
	const { slug } = await db.process.findUniqueOrThrow({ where: { id: processId }, select: { slug: true } });
	const { slug: place } = await db.space.findUniqueOrThrow({
		where: { organisationId: given.organisationId },
		select: { slug: true },
	});
	const notes = async () =>
		(await outcomeTable(worldOf(db, guest, later(60)), { place, process: slug, filter: null, page: 1 })).notes;
	expect(await notes()).toEqual([]);
	const box = await db.ballotBox.findFirstOrThrow({ where: { processId } });
	await db.ballotCounting.create({ data: { boxId: box.id, startedAt: later(41), finishedAt: later(41), voters: 0 } });
	expect(await notes()).toEqual([]);
	await db.ballotCounting.update({ where: { boxId: box.id }, data: { voters: 3 } });
	const href = `/o/${place}/beteiligung/${slug}/budget/1/ergebnis`;
	expect(await notes()).toMatchObject([{ id: box.id, href, note: null }]);
	const told = { resultNote: "Der Rat folgt dem Ergebnis.", resultToldAt: later(42) };
	await db.ballotBox.update({ where: { id: box.id }, data: told });
	expect(await notes()).toMatchObject([{ href, note: { text: told.resultNote, at: told.resultToldAt } }]);
});

it("the meter counts a statement once its display is over, and not before", async () => {
	const { processId } = (await parts["a statement on a plan"]?.()) ?? { processId: "" };
	expect(await coverage(staff(), processId)).toMatchObject({ published: 0 });
	expect(await coverage(staff(later(60)), processId)).toMatchObject({ published: 1, answered: 0 });
});
