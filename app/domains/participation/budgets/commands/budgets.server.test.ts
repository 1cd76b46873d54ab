import { beforeAll, describe, expect, it, test } from "vitest";
import { recount } from "~/domains/counting";
import { type Actor, guest, house } from "~/platform/actor";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { budget, vote, withVoting } from "~tests/factories/budgets";
import { must } from "~tests/factories/outcome";
import { codeIn, contribution, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { beginDueCounts } from "../../ballots/commands/count-ballots.server";
import { importLetterCodes } from "../../ballots/commands/letter-codes.server";
import { askForPaper, openPaper, openPaperByCode, openPaperByLetter } from "../../ballots/commands/open-paper.server";
import { tellResult } from "../../ballots/commands/tell-result.server";
import { fingerprint } from "../../ballots/lot.server";
import { personalData } from "../../ballots/personal-data.server";
import { ballotsFile } from "../queries/ballots-file.server";
import { ballotPaper, castBallotBy } from "../queries/paper.server";
import { loadBudgetsPart, missingForBudgets, waitingInBudgets } from "../queries/part.server";
import { resultPage } from "../queries/result-page.server";
import { countBudgetJob } from "./count.server";
import { freezeBudget } from "./freeze.server";
import { addProject, changeProject, checkProject, takeUpContributions } from "./projects.server";
import { changeBudget } from "./set-up.server";
import { castBallot, saveDraft } from "./vote.server";

const now = new Date("2026-11-21T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
/** Voting is from the first to the tenth day from now. */
const [during, after] = [days(3), days(12)];
const abcd = [
	{ title: "Aula", euros: 28_000 },
	{ title: "Brunnen", euros: 20_000, running: 500 },
	{ title: "Chorraum", euros: 15_000 },
	{ title: "Dachbegrünung", euros: 10_000 },
];

let db: TestDatabase;
let at: { organisationId: string; slug: string; postId: string };
let staff: World;
let voters: World[];

async function account(name: string): Promise<World> {
	const personId = await human(db.db, now, name);
	const accountId = newId(now);
	await db.db.account.create({
		data: {
			id: accountId,
			personId,
			email: `${name.toLowerCase()}@example.org`,
			emailConfirmedAt: now,
			createdAt: now,
		},
	});
	const actor = personWith([], at.organisationId, { personId, displayName: name });
	return worldOf(db.db, { ...actor, accountId }, during);
}

const as = (actor: Actor, moment: Date) => worldOf(db.db, actor, moment);

async function newProcess(): Promise<{ id: string; slug: string }> {
	const made = await process(staff, {
		organisationId: at.organisationId,
		responsiblePostId: at.postId,
		days: { first: 1, last: 10, answered: 40 },
	});
	await withVoting(staff, made.id);
	return made;
}

async function newBudget(wanted: Partial<Parameters<typeof budget>[1]> = {}) {
	const made = await newProcess();
	const given = await budget(staff, { processId: made.id, projects: abcd, ...wanted });
	return {
		...given,
		processId: made.id,
		address: { place: at.slug, process: made.slug, budget: String(given.position) },
	};
}

beforeAll(async () => {
	db = await freshDatabase();
	at = await place(db.db, now);
	const personId = await human(db.db, now, "Verwaltung");
	staff = as(personWith(["participation-manager"], at.organisationId, { personId }), now);
	voters = [];
	for (const name of ["Anna", "Bert", "Cora", "Dirk", "Eva", "Fritz"]) voters.push(await account(name));
});

const traces = async (id: string) => ({
	events: await db.db.auditEvent.count(),
	ballots: await db.db.castBallot.count({ where: { boxId: id } }),
	voted: await db.db.ballotVoter.count({ where: { boxId: id, hasVoted: true } }),
});

describe("setting up", () => {
	it("is the manager's alone", async () => {
		const { id } = await newBudget({ frozen: false });
		const [stranger] = voters;
		if (!stranger) throw new Error("nobody");
		const project = { title: "Neu", summary: "Etwas Neues.", costCents: 1n, runningCents: null };
		await expect(
			addProject(stranger, { ...project, budgetId: id, exclusionGroup: null, part: null, postId: null }),
		).rejects.toThrow();
		await expect(freezeBudget(stranger, { id })).rejects.toThrow();
		await expect(importLetterCodes(stranger, { boxId: id, text: "ABCDEFGH" })).rejects.toThrow();
	});

	it("takes contributions up once, and what was not checked keeps the rule from being frozen", async () => {
		const { id, processId } = await newBudget({ frozen: false, projects: [] });
		await db.db.phase.updateMany({
			where: { processId, position: 0 },
			data: { switches: ["contribute", "vote"], opensAt: days(-1) },
		});
		const author = voters[0];
		if (!author) throw new Error("nobody");
		const idea = await contribution(
			{ ...author, now },
			{
				processId,
				title: "Bänke am See",
				publishedBy: personWith(["moderator"], at.organisationId, { personId: newId(now) }),
			},
		);
		const chosen = { budgetId: id, contributionIds: [idea.id] };
		expect(await takeUpContributions(staff, chosen)).toMatchObject({ done: true, value: 1 });
		expect(await takeUpContributions(staff, chosen)).toMatchObject({ refusals: [{ code: "nothing-chosen" }] });
		expect(await freezeBudget(staff, { id })).toMatchObject({ refusals: [{ code: "checks-open" }] });
		const { id: projectId } = await db.db.budgetProject.findFirstOrThrow({ where: { budgetId: id } });
		const verdict = { id: projectId, reason: "Passt in den Park.", runningCents: null };
		expect(await checkProject(staff, { ...verdict, feasibility: "feasible", costCents: null })).toMatchObject({
			refusals: [{ code: "cost-missing" }],
		});
		must(await checkProject(staff, { ...verdict, feasibility: "not-feasible", costCents: null }));
		expect(await freezeBudget(staff, { id })).toMatchObject({ refusals: [{ code: "no-projects" }] });
		must(await checkProject(staff, { ...verdict, feasibility: "feasible", costCents: 500n }));
		expect(await freezeBudget(staff, { id })).toMatchObject({ refusals: [{ code: "voting-began" }] });
	});

	it("a project is checked by whoever holds the post that was asked", async () => {
		const { id } = await newBudget({ frozen: false, projects: [] });
		const input = {
			title: "Radweg",
			summary: "Ein Weg für Räder.",
			runningCents: null,
			exclusionGroup: null,
			part: null,
		};
		const made = must(await addProject(staff, { ...input, budgetId: id, costCents: null, postId: at.postId }));
		const holder = personWith(["staff"], at.organisationId, { personId: newId(now) });
		const verdict = {
			id: made.id,
			feasibility: "feasible" as const,
			reason: "Geht.",
			costCents: 1n,
			runningCents: null,
		};
		await expect(checkProject(as(holder, now), verdict)).rejects.toThrow();
		const posted = { ...holder, grants: holder.grants.map((grant) => ({ ...grant, postId: at.postId })) };
		expect((await checkProject(as(posted, now), verdict)).done).toBe(true);
	});

	it("what is frozen nobody changes, the database neither", async () => {
		const { id } = await newBudget();
		const frozen = await db.db.ballotBox.findUniqueOrThrow({ where: { id } });
		expect(frozen.ruleHash).toMatch(/^[0-9a-f]{64}$/);
		const settings = {
			id,
			title: "Anders",
			amountCents: 1n,
			ballot: "approval" as const,
			pointsPerVoter: null,
			mostProjects: null,
			withinAmount: true,
			electorate: "mail" as const,
			paperDays: 0,
			rule: { method: "greedy" as const, stop: "exhaustive" as const, leastVotes: 0 },
		};
		expect(await changeBudget(staff, settings)).toMatchObject({ refusals: [{ code: "frozen" }] });
		const { id: projectId, title, summary } = await db.db.budgetProject.findFirstOrThrow({ where: { budgetId: id } });
		const project = { title, summary, runningCents: null, exclusionGroup: null, part: null, postId: null };
		expect(await changeProject(staff, { ...project, id: projectId, costCents: 1n })).toMatchObject({
			refusals: [{ code: "frozen" }],
		});
		await expect(db.db.budget.update({ where: { id }, data: { amountCents: 1n } })).rejects.toThrow(/frozen/);
		await expect(db.db.ballotBox.update({ where: { id }, data: { title: "Anders" } })).rejects.toThrow(/frozen/);
		await expect(db.db.budgetProject.update({ where: { id: projectId }, data: { costCents: 1n } })).rejects.toThrow(
			/frozen/,
		);
		await expect(db.db.budgetProject.delete({ where: { id: projectId } })).rejects.toThrow(/frozen/);
	});

	it("tells the process what is missing and what it waits for", async () => {
		const { id: processId } = await newProcess();
		expect(await loadBudgetsPart(staff, { id: processId })).toBeNull();
		const made = await newBudget();
		expect(await missingForBudgets(staff, made.processId)).toEqual([]);
		expect(await waitingInBudgets(staff, made.processId)).toBe(0);
		expect(await waitingInBudgets({ ...staff, now: during }, made.processId)).toBe(1);
	});
});

describe("voting", () => {
	it("100 parallel attempts of one person make one ballot, and the log says nothing", async () => {
		const { id } = await newBudget();
		const [voter] = voters;
		if (!voter) throw new Error("nobody");
		const before = await traces(id);
		const { token } = must(await openPaper(voter, { boxId: id }));
		must(await saveDraft(voter, { token, points: { 1: 1, 2: 1 } }));
		const attempts = await Promise.all(
			Array.from({ length: 100 }, () => castBallot(voter, { token, seen: { 1: 1, 2: 1 } })),
		);
		expect(attempts.filter((attempt) => attempt.done)).toHaveLength(1);
		const refusals = attempts.flatMap((attempt) => (attempt.done ? [] : attempt.refusals.map(({ code }) => code)));
		expect(new Set(refusals)).toEqual(new Set(["already-voted"]));
		expect(await traces(id)).toEqual({ events: before.events, ballots: 1, voted: 1 });
		expect(await saveDraft(voter, { token, points: { 3: 1 } })).toMatchObject({
			refusals: [{ code: "already-voted" }],
		});
	}, 60_000);

	it("one voter with account and as a guest with the same address has one ballot", async () => {
		const { id } = await newBudget();
		const voter = voters[1];
		if (!voter) throw new Error("nobody");
		await vote(voter, { budgetId: id, points: { 1: 1 } });
		const visitor = as(guest, during);
		const { voterId } = must(await askForPaper(visitor, { boxId: id, email: "Bert@Example.org " }));
		const mail = await db.db.mail.findFirstOrThrow({
			where: { to: "bert@example.org", key: { startsWith: "ballot-paper:" } },
			orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		});
		const wrong = codeIn(mail.subject) === "000000" ? "000001" : "000000";
		expect(await openPaperByCode(visitor, { voterId, code: wrong })).toMatchObject({
			value: { opened: false, attemptsLeft: 4 },
		});
		const opened = must(await openPaperByCode(visitor, { voterId, code: codeIn(mail.subject) }));
		if (!opened.opened) throw new Error("the code was refused");
		expect((await ballotPaper(visitor, opened.token)).hasVoted).toBe(true);
		expect(await castBallot(visitor, { token: opened.token, seen: {} })).toMatchObject({
			refusals: [{ code: "already-voted" }],
		});
		expect(await traces(id)).toMatchObject({ ballots: 1, voted: 1 });
	});

	it("five wrong codes lock", async () => {
		const { id } = await newBudget();
		const visitor = as(guest, during);
		const { voterId } = must(await askForPaper(visitor, { boxId: id, email: "gast@example.org" }));
		const tries = await Promise.all(Array.from({ length: 9 }, () => openPaperByCode(visitor, { voterId, code: "12" })));
		expect(tries.filter((one) => one.done)).toHaveLength(5);
		expect(await openPaperByCode(visitor, { voterId, code: "12" })).toMatchObject({
			refusals: [{ code: "code-locked" }],
		});
	});

	it("letter codes: all or none imported, one ballot each, unknown ones refused", async () => {
		const { id } = await newBudget({ settings: { electorate: "letter" }, frozen: false });
		expect(await freezeBudget(staff, { id })).toMatchObject({ refusals: [{ code: "no-letters" }] });
		expect(await importLetterCodes(staff, { boxId: id, text: "ABCD-EFGH-2345\nkurz" })).toMatchObject({
			refusals: [{ code: "code-too-short", values: { line: 2 } }],
		});
		expect(await db.db.ballotLetterCode.count({ where: { boxId: id } })).toBe(0);
		const text = "ABCD-EFGH-2345\n\nJKLM NPQR 6789\r\n";
		expect(must(await importLetterCodes(staff, { boxId: id, text }))).toEqual({ added: 2, total: 2 });
		expect(must(await importLetterCodes(staff, { boxId: id, text }))).toEqual({ added: 0, total: 2 });
		must(await freezeBudget(staff, { id }));
		const visitor = as(guest, during);
		expect(await openPaperByLetter(visitor, { boxId: id, code: "XXXXXXXX" })).toMatchObject({
			refusals: [{ code: "letter-unknown" }],
		});
		const first = must(await openPaperByLetter(visitor, { boxId: id, code: "abcdefgh2345" }));
		const again = must(await openPaperByLetter(visitor, { boxId: id, code: "ABCD EFGH 2345" }));
		expect(again.token).toBe(first.token);
		expect(await openPaper(voters[0] ?? visitor, { boxId: id })).toMatchObject({
			refusals: [{ code: "not-this-way" }],
		});
		expect(await importLetterCodes(as(staff.actor, during), { boxId: id, text })).toMatchObject({
			refusals: [{ code: "voting-began" }],
		});
	});

	test.each([
		["before it opens", days(0)],
		["after it closed", after],
	])("%s nothing is taken", async (_, moment) => {
		const { id } = await newBudget();
		const voter = voters[2];
		if (!voter) throw new Error("nobody");
		const { token } = must(await openPaper(voter, { boxId: id }));
		must(await saveDraft(voter, { token, points: { 1: 1 } }));
		const then = { ...voter, now: moment };
		for (const outcome of [
			await openPaper(then, { boxId: id }),
			await saveDraft(then, { token, points: { 2: 1 } }),
			await castBallot(then, { token, seen: { 1: 1 } }),
		]) {
			expect(outcome).toMatchObject({ done: false, refusals: [{ code: "voting-closed" }] });
		}
		expect(await traces(id)).toMatchObject({ ballots: 0, voted: 0 });
	});

	it("what was not seen, or may not be, is not cast", async () => {
		const { id } = await newBudget({ settings: { withinAmount: true, mostProjects: 2 } });
		const voter = voters[3];
		if (!voter) throw new Error("nobody");
		const { token } = must(await openPaper(voter, { boxId: id }));
		expect(await saveDraft(voter, { token, points: { 9: 1 } })).toMatchObject({
			refusals: [{ code: "project-unknown" }],
		});
		must(await saveDraft(voter, { token, points: { 1: 1, 2: 1, 3: 1 } }));
		expect(await castBallot(voter, { token, seen: { 1: 1 } })).toMatchObject({
			refusals: [{ code: "ballot-changed" }],
		});
		const refused = await castBallot(voter, { token, seen: { 1: 1, 2: 1, 3: 1 } });
		expect(refused).toMatchObject({ refusals: [{ code: "too-many-projects" }, { code: "ballot-too-expensive" }] });
		expect(refused.done || refused.refusals[1]?.values?.over).toMatch(/^3\.000,00/);
		expect(await traces(id)).toMatchObject({ ballots: 0, voted: 0 });
	});

	it("nothing leads from a voter to a ballot", async () => {
		const columns = await db.db.$queryRaw<{ column_name: string }[]>`
			SELECT column_name::text FROM information_schema.columns WHERE table_name = 'cast_ballot' ORDER BY 1`;
		expect(columns.map(({ column_name }) => column_name)).toEqual(["box_id", "choice", "id", "receipt"]);
	});
});

describe("counting", () => {
	it("worked example 1, from ballots to a published file that everybody can recount", async () => {
		const { id, address, processId } = await newBudget();
		const ballots: Record<string, number>[] = [
			{ 1: 1, 2: 1 },
			{ 1: 1, 2: 1 },
			{ 1: 1, 2: 1, 4: 1 },
			{ 1: 1, 2: 1, 4: 1 },
			{ 3: 1, 4: 1 },
			{ 3: 1, 4: 1 },
		];
		const receipts: string[] = [];
		for (const [index, points] of ballots.entries()) {
			const voter = voters[index];
			if (voter) receipts.push(await vote(voter, { budgetId: id, points }));
		}
		const world = as(house, after);
		await expect(resultPage(world, address)).rejects.toThrow();
		await expect(ballotsFile(world, address, "pb")).rejects.toThrow();
		expect(await beginDueCounts(as(house, during))).toBe(0);
		expect(await beginDueCounts(world)).toBeGreaterThan(0);
		expect(await beginDueCounts(world)).toBe(0);
		await countBudgetJob(world, { id });
		await countBudgetJob(world, { id });
		expect(await db.db.auditEvent.count({ where: { type: "participation.budget.counted", subjectId: id } })).toBe(1);

		const result = await resultPage(world, address);
		expect(result.count.funded).toEqual(["4", "2", "3"]);
		expect(result.other.count.funded).toEqual(["4", "2", "1"]);
		expect(result.other.reached).toEqual({ byRule: 6, byOther: 6 });
		expect(await waitingInBudgets(world, processId)).toBe(1);
		must(await tellResult({ ...staff, now: after }, { id, note: "Der Rat beschließt am 3. März." }));
		expect(await waitingInBudgets(world, processId)).toBe(0);
		for (const format of ["pb", "csv", "json"] as const) {
			const text = await ballotsFile(world, address, format);
			for (const receipt of receipts) expect(text).toContain(receipt);
			expect(text).not.toContain("example.org");
		}
		const { ballots: listed } = JSON.parse(await ballotsFile(world, address, "json"));
		expect(fingerprint(listed)).toBe(result.ballotsHash);
		const again = recount(await ballotsFile(world, address, "pb"), null);
		expect(again.count.funded).toEqual(result.count.funded);
		// the file is in whole euros
		expect(again.count.spent).toBe("45000");
		expect(again.file.selected.toSorted()).toEqual(["2", "3", "4"]);
		const mine = await castBallotBy(world, { ...address, receipt: (receipts[4] ?? "").toLowerCase() });
		expect(mine.chosen.map(({ number }) => number)).toEqual([3, 4]);

		expect(await personalData.retain({ ...world, now: days(30) })).toBe(0);
		expect(await personalData.retain({ ...world, now: days(60) })).toBeGreaterThanOrEqual(6);
		await expect(db.db.castBallot.deleteMany({ where: { boxId: id } })).rejects.toThrow();
	}, 60_000);

	it("partial budgets are spent each for itself, and recounted the same from the file", async () => {
		const amounts = [
			{ part: "Nord", amount: "3000000" },
			{ part: "Süd", amount: "1500000" },
		];
		const rule = {
			method: "greedy",
			stop: "exhaustive",
			leastVotes: 1,
			parts: { amounts, leftover: "unspent" },
		} as const;
		const projects = [
			{ title: "Aula", euros: 28_000, part: "Nord" },
			{ title: "Brunnen", euros: 20_000, part: "Nord" },
			{ title: "Chorraum", euros: 15_000, part: "Süd" },
		];
		const { id, address } = await newBudget({ settings: { rule }, projects, frozen: false });
		const stray = { title: "Irgendwo", summary: "Gehört nirgends hin.", costCents: 1n, runningCents: null };
		const added = { ...stray, budgetId: id, exclusionGroup: null, part: "West", postId: null };
		expect(await addProject(staff, added)).toMatchObject({ refusals: [{ code: "part-unknown" }] });
		const { id: strayId } = must(await addProject(staff, { ...added, part: null }));
		const verdict = { id: strayId, reason: "Geht.", costCents: 1n, runningCents: null };
		must(await checkProject(staff, { ...verdict, feasibility: "feasible" }));
		expect(await freezeBudget(staff, { id })).toMatchObject({ refusals: [{ code: "parts-missing" }] });
		must(await checkProject(staff, { ...verdict, feasibility: "not-feasible" }));
		must(await freezeBudget(staff, { id }));
		const ballots: Record<string, number>[] = [{ 1: 1 }, { 1: 1 }, { 1: 1, 2: 1 }, { 2: 1, 3: 1 }, { 3: 1 }];
		for (const [index, points] of ballots.entries()) {
			const voter = voters[index];
			if (voter) await vote(voter, { budgetId: id, points });
		}
		const world = as(house, after);
		await beginDueCounts(world);
		await countBudgetJob(world, { id });
		const result = await resultPage(world, address);
		// the north has 2,000 left, the south nothing; what is left stays
		expect(result.count.funded).toEqual(["1", "3"]);
		expect(recount(await ballotsFile(world, address, "pb"), null).count.funded).toEqual(["1", "3"]);
	}, 60_000);

	it("a ballot that meets the count is refused, not lost", async () => {
		const { id } = await newBudget();
		const voter = voters[5];
		if (!voter) throw new Error("nobody");
		const { token } = must(await openPaper(voter, { boxId: id }));
		must(await saveDraft(voter, { token, points: { 1: 1 } }));
		await beginDueCounts(as(house, after));
		expect(await castBallot(voter, { token, seen: { 1: 1 } })).toMatchObject({ refusals: [{ code: "voting-closed" }] });
		expect(await traces(id)).toMatchObject({ ballots: 0, voted: 0 });
	});

	it("fewer than five ballots are not published", async () => {
		const { id, address } = await newBudget();
		const [voter] = voters;
		if (!voter) throw new Error("nobody");
		await vote(voter, { budgetId: id, points: { 4: 1 } });
		const world = as(house, after);
		await beginDueCounts(world);
		await countBudgetJob(world, { id });
		expect((await resultPage(world, address)).ballotsArePublished).toBe(false);
		await expect(ballotsFile(world, address, "csv")).rejects.toThrow();
	});

	it("a person who leaves takes what is known of them along, but not their vote", async () => {
		const { id } = await newBudget();
		const leaver = await account("Gerda");
		await vote(leaver, { budgetId: id, points: { 4: 1 } });
		const { personId } = leaver.actor as Actor & { kind: "person" };
		expect(await personalData.export(db.db, personId)).toMatchObject({
			votes: [{ hasVoted: true, draft: null }],
		});
		await personalData.erase({ ...staff, now: during }, personId);
		expect(await traces(id)).toMatchObject({ ballots: 1, voted: 1 });
	});
});
