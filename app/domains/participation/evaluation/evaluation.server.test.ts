import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { answer, holder } from "~tests/factories/answers";
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
import { closeProcess } from "../commands/close-process.server";
import { assess } from "./commands/assess.server";
import { writeReport } from "./commands/write-report.server";
import { personalData } from "./personal-data.server";
import { evaluationPage } from "./queries/evaluation-page.server";
import { yearPage } from "./queries/year-page.server";
import { evaluationPaper } from "./rendering/paper.server";

const now = new Date("2026-06-15T10:00:00Z");
const later = new Date("2026-06-18T10:00:00Z");
const closed = new Date("2026-08-01T10:00:00Z");
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let colleague: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };
let at: { place: string; process: string };
let processId: string;

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "https://mitmachen.example");
	({ db } = await freshDatabase());
	town = await place(db, now);
	const other = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	manager = await holder(db, now, { ...town, name: "Petra" });
	colleague = await holder(db, now, { ...town, name: "Karl", role: "moderator" });
	stranger = await holder(db, now, { ...other, name: "Knut" });
	const made = await process(worldOf(db, manager, now), {
		organisationId: town.organisationId,
		responsiblePostId: town.postId,
	});
	processId = made.id;
	at = { place: "mayen", process: made.slug };
	const ids: string[] = [];
	for (let index = 0; index < 6; index++) {
		const person = personWith([], town.organisationId, { personId: await human(db, now, `Mensch ${index}`) });
		ids.push(
			(await contribution(worldOf(db, person, now), { processId, title: `Idee ${index}`, publishedBy: manager })).id,
		);
	}
	ids.push(
		(await guestContribution(worldOf(db, guest, now), { processId, email: "gast@example.org", publishedBy: manager }))
			.id,
	);
	const then = worldOf(db, manager, later);
	await answer(then, {
		processId,
		contributionIds: ids.slice(0, 2),
		disposition: "acknowledged",
		releasedBy: colleague,
	});
	for (const id of ids.slice(2)) await answer(then, { processId, contributionIds: [id], releasedBy: colleague });
});

const page = (actor: Actor, when = closed) => evaluationPage(worldOf(db, actor, when), at);

describe("the evaluation of a process", () => {
	test("is the staff's before it is closed, and everybody's afterwards", async () => {
		await expect(page(guest)).rejects.toThrow(NotFound);
		await expect(page(stranger)).rejects.toThrow(NotFound);
		expect((await page(manager)).isPublic).toBe(false);
		expect((await page(colleague)).may.evaluate).toBe(false);
		must(await closeProcess(worldOf(db, manager, closed), { id: processId }));
		expect((await page(guest)).isPublic).toBe(true);
	});

	test("counts people, contributions and answers; small groups are withheld", async () => {
		const { figures } = await page(guest);
		expect(figures.people).toMatchObject({ accounts: 6, guests: null, newcomers: 6, least: null });
		expect(figures.contributions).toMatchObject({ total: 7, comments: 0, supports: 0 });
		expect(figures.contributions.channels).toEqual([{ key: "online", count: 7 }]);
		expect(figures.answers).toMatchObject({ published: 7, answered: 7, acknowledged: 2, adopted: 5, together: 2 });
		expect(figures.answers.medianDays).toBe(3);
		expect(figures.moderation).toMatchObject({ received: 7, hidden: 0 });
	});

	test("a channel of few takes others along, so that it cannot be worked out", async () => {
		await db.$executeRaw`UPDATE contribution SET channel = 'paper' WHERE process_id = ${processId}::uuid AND number = 1`;
		const { figures } = await page(guest);
		expect(figures.contributions.channels.map(({ count }) => count)).not.toContain(1);
		expect(figures.contributions.channels.map(({ count }) => count)).not.toContain(6);
		await db.$executeRaw`UPDATE contribution SET channel = 'online' WHERE process_id = ${processId}::uuid`;
	});

	test("guests whose address has gone may be one or many", async () => {
		await db.$executeRaw`UPDATE contribution SET author_id = NULL, guest_email = NULL WHERE process_id = ${processId}::uuid`;
		const { figures } = await page(guest);
		expect(figures.people).toMatchObject({ accounts: 0, guests: { least: 1, most: 7 } });
	});

	test("stands on the page of its year, and on paper", async () => {
		const year = await yearPage(worldOf(db, guest, closed), { place: "mayen", year: "2026" });
		expect(year.rows).toMatchObject([{ slug: at.process, figures: { contributions: 7, answered: 7 } }]);
		expect(year.total).toMatchObject({ contributions: 7, acknowledged: 2 });
		expect((await yearPage(worldOf(db, guest, closed), { place: "mayen", year: "2025" })).rows).toEqual([]);
		await expect(yearPage(worldOf(db, guest, closed), { place: "mayen", year: "26" })).rejects.toThrow(NotFound);
		const pdf = await evaluationPaper(await page(guest), "de");
		expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
		expect(await evaluationPaper(await page(guest), "de")).toBe(pdf);
	});
});

describe("report and self-evaluation", () => {
	const text = richTextFromMarkdown("Wir haben viel gelernt.");

	test("are written by those who run the process, and by nobody else", async () => {
		const given = { processId, text, publish: true };
		await expect(writeReport(worldOf(db, guest, closed), given)).rejects.toThrow(SignInNeeded);
		await expect(writeReport(worldOf(db, stranger, closed), given)).rejects.toThrow(Forbidden);
		await expect(writeReport(worldOf(db, colleague, closed), given)).rejects.toThrow(Forbidden);
		await expect(assess(worldOf(db, stranger, closed), { processId, assessments: [] })).rejects.toThrow(Forbidden);
	});

	test("a report is read when it is published, and can be taken back", async () => {
		await writeReport(worldOf(db, manager, closed), { processId, text, publish: false });
		expect((await page(guest)).report).toBeNull();
		await writeReport(worldOf(db, manager, closed), { processId, text, publish: true });
		expect((await page(guest)).report?.html).toContain("viel gelernt");
	});

	test("what was not quite kept needs a sentence; a refusal leaves no trace", async () => {
		const given = (remark: string) => ({
			processId,
			assessments: [{ principle: "early" as const, grade: "missed" as const, remark }],
		});
		const before = await db.auditEvent.count();
		expect(await assess(worldOf(db, manager, closed), given(""))).toEqual({
			done: false,
			refusals: [{ code: "remark-missing", field: "remark-early" }],
		});
		expect([await db.processAssessment.count(), await db.auditEvent.count()]).toEqual([0, before]);
		must(await assess(worldOf(db, manager, closed), given("Zu spät begonnen.")));
		expect((await page(guest)).assessments).toEqual([
			{ principle: "early", grade: "missed", remark: "Zu spät begonnen." },
		]);
	});

	test("stay without their author when that person is erased", async () => {
		expect((await personalData.export(db, manager.personId)).finalReports).toHaveLength(1);
		await personalData.erase(worldOf(db, manager, closed), manager.personId);
		expect(await db.processReport.count({ where: { changedById: manager.personId } })).toBe(0);
		expect(await db.processReport.count()).toBe(1);
	});
});
