import { beforeAll, describe, expect, it, test } from "vitest";
import { recountVote } from "~/domains/counting";
import { type Actor, guest, house } from "~/platform/actor";
import { Forbidden, NotFound } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { withVoting } from "~tests/factories/budgets";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { voteBetween, voteFor } from "~tests/factories/votes";
import { freshDatabase, type TestDatabase } from "~tests/support/database";
import { beginDueCounts } from "../../ballots/commands/count-ballots.server";
import { importLetterCodes } from "../../ballots/commands/letter-codes.server";
import { askForPaper, openPaper, openPaperByLetter } from "../../ballots/commands/open-paper.server";
import { tellResult } from "../../ballots/commands/tell-result.server";
import { fingerprint } from "../../ballots/lot.server";
import { notices } from "../../ballots/notices.server";
import { personalData } from "../../ballots/personal-data.server";
import { waiting } from "../../ballots/queries/waiting.server";
import { processById } from "../../processes/queries/find-process.server";
import { manifest } from "../manifest.server";
import { loadVotesPart, missingForVotes, waitingInVotes } from "../queries/part.server";
import { castVoteBy, voteBallotsFile, votePapers, voteResult, voteSheet } from "../queries/vote-pages.server";
import { castVote, saveVoteDraft, settleVotePaper, typeInVotePaper } from "./cast.server";
import { countVoteJob } from "./count.server";
import { freezeVote } from "./freeze.server";
import { addOption, changeOption, changeVote, removeOption } from "./set-up.server";

const now = new Date("2026-11-21T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
/** Voting is from the first to the tenth day from now. */
const [during, after] = [days(3), days(12)];
const variants = [{ title: "Bäume" }, { title: "Brunnen" }, { title: "Bühne" }];

let db: TestDatabase;
let at: { organisationId: string; slug: string; postId: string };
let staff: World;
let colleague: World;
let voters: World[];

const as = (actor: Actor, moment: Date) => worldOf(db.db, actor, moment);

async function account(name: string): Promise<World> {
	const personId = await human(db.db, now, name);
	const accountId = newId(now);
	const email = `${name.toLowerCase()}@example.org`;
	await db.db.account.create({ data: { id: accountId, personId, email, emailConfirmedAt: now, createdAt: now } });
	return as({ ...personWith([], at.organisationId, { personId, displayName: name }), accountId }, during);
}

beforeAll(async () => {
	db = await freshDatabase();
	at = await place(db.db, now);
	const manager = async (name: string) =>
		as(personWith(["participation-manager"], at.organisationId, { personId: await human(db.db, now, name) }), now);
	[staff, colleague] = [await manager("Petra"), await manager("Karl")];
	voters = [];
	for (const name of ["Anna", "Bert", "Cora", "Dirk", "Eva", "Fritz"]) voters.push(await account(name));
});

async function newVote(wanted: Partial<Parameters<typeof voteBetween>[1]> = {}) {
	const made = await process(staff, {
		organisationId: at.organisationId,
		responsiblePostId: at.postId,
		days: { first: 1, last: 10, answered: 40 },
	});
	await withVoting(staff, made.id);
	const given = await voteBetween(staff, { processId: made.id, options: variants, ...wanted });
	const address = { place: at.slug, process: made.slug, vote: String(given.position) };
	return { ...given, processId: made.id, address };
}

const codes = ["ABCD-EFGH-2345", "JKLM-NPQR-6789", "STUV-WXYZ-2222"];

/** A vote by letter codes, frozen, with ten days for paper after its end. */
async function byLetter(settings = {}) {
	const made = await newVote({ settings: { electorate: "letter", paperDays: 10, ...settings }, frozen: false });
	must(await importLetterCodes(staff, { boxId: made.id, text: codes.join("\n") }));
	must(await freezeVote(staff, { id: made.id }));
	return made;
}

async function count(id: string, moment = after) {
	const world = as(house, moment);
	await beginDueCounts(world);
	await countVoteJob(world, { id });
}

const ballotsIn = (boxId: string) => db.db.castBallot.count({ where: { boxId } });

describe("setting up", () => {
	it("is the manager's alone, and no draft of a stranger is read", async () => {
		const { id } = await newVote({ frozen: false });
		const [stranger] = voters;
		if (!stranger) throw new Error("nobody");
		await expect(addOption(stranger, { voteId: id, title: "Neu", text: "" })).rejects.toThrow(Forbidden);
		await expect(freezeVote(stranger, { id })).rejects.toThrow(Forbidden);
	});

	it("numbers have no gaps; resistance brings the passive solution, which stays", async () => {
		const { id } = await newVote({ frozen: false });
		const input = {
			id,
			title: "Wie soll der Platz werden?",
			intro: "",
			mostOptions: null,
			pointsPerVoter: null,
			unranked: "last" as const,
			electorate: "mail" as const,
			paperDays: 3,
		};
		expect(await changeVote(staff, { ...input, kind: "choose" })).toMatchObject({
			refusals: [{ code: "most-missing" }],
		});
		must(await changeVote(staff, { ...input, kind: "resistance" }));
		must(await removeOption(staff, { voteId: id, number: 2 }));
		const options = () =>
			db.db.voteOption.findMany({
				where: { voteId: id },
				orderBy: { number: "asc" },
				select: { number: true, passive: true, title: true },
			});
		expect(await options()).toEqual([
			{ number: 1, passive: false, title: "Bäume" },
			{ number: 2, passive: false, title: "Bühne" },
			{ number: 3, passive: true, title: "Alles bleibt, wie es ist" },
		]);
		expect(await removeOption(staff, { voteId: id, number: 3 })).toMatchObject({
			refusals: [{ code: "passive-stays" }],
		});
		must(await changeVote(staff, { ...input, kind: "ranking" }));
		expect((await options()).map(({ number }) => number)).toEqual([1, 2]);
		// paper needs codes
		expect(await db.db.ballotBox.findUniqueOrThrow({ where: { id } })).toMatchObject({ paperDays: 0 });
	});

	it("what is frozen nobody changes, the database neither", async () => {
		const { id } = await newVote();
		expect(await addOption(staff, { voteId: id, title: "Neu", text: "" })).toMatchObject({
			refusals: [{ code: "frozen" }],
		});
		expect(await changeOption(staff, { voteId: id, number: 1, title: "Anders", text: "" })).toMatchObject({
			refusals: [{ code: "frozen" }],
		});
		expect(await freezeVote(staff, { id })).toMatchObject({ refusals: [{ code: "frozen" }] });
		const tries = [
			() => db.db.ballotBox.update({ where: { id }, data: { title: "Anders" } }),
			() => db.db.ballotBox.update({ where: { id }, data: { electorate: "account" } }),
			() => db.db.vote.update({ where: { id }, data: { intro: "Anders" } }),
			() => db.db.voteOption.updateMany({ where: { voteId: id }, data: { title: "Anders" } }),
			() => db.db.voteOption.deleteMany({ where: { voteId: id } }),
			() => db.db.ballotBox.delete({ where: { id } }),
		];
		for (const attempt of tries) await expect(attempt()).rejects.toThrow();
	});

	it("is refused while something is missing, and once voting has begun", async () => {
		const { id, processId } = await newVote({ options: [{ title: "Allein" }], frozen: false });
		expect(await missingForVotes(staff, processId)).toEqual(["options"]);
		expect(await freezeVote(staff, { id })).toMatchObject({ refusals: [{ code: "too-few-options" }] });
		must(await addOption(staff, { voteId: id, title: "Zu zweit", text: "" }));
		expect(await freezeVote({ ...staff, now: during }, { id })).toMatchObject({ refusals: [{ code: "voting-began" }] });
		must(await freezeVote(staff, { id }));
	});

	it("a draft that leaves the bin takes its frozen vote along", async () => {
		const { id, processId } = await newVote();
		await db.db.phase.deleteMany({ where: { processId } });
		await db.db.process.delete({ where: { id: processId } });
		expect(await db.db.ballotBox.findUnique({ where: { id } })).toBeNull();
	});
});

describe("voting", () => {
	it("100 parallel attempts of one person make one ballot, and the log says nothing", async () => {
		const { id, processId } = await newVote();
		const [voter] = voters;
		if (!voter) throw new Error("nobody");
		const { token } = must(await openPaper(voter, { boxId: id }));
		must(await saveVoteDraft(voter, { token, choice: { 1: 1 } }));
		const events = await db.db.auditEvent.count();
		const attempts = await Promise.all(Array.from({ length: 100 }, () => castVote(voter, { token, seen: { 1: 1 } })));
		expect(attempts.filter(({ done }) => done)).toHaveLength(1);
		expect(await ballotsIn(id)).toBe(1);
		expect(await db.db.auditEvent.count()).toBe(events);
		expect((await processById(voter, processId)).firstVoteAt).toEqual(during);
	}, 60_000);

	it("what was not seen, or may not be, is not cast", async () => {
		const { id } = await newVote();
		const voter = voters[1];
		if (!voter) throw new Error("nobody");
		const { token } = must(await openPaper(voter, { boxId: id }));
		expect(await saveVoteDraft(voter, { token, choice: { 9: 1 } })).toMatchObject({
			refusals: [{ code: "option-unknown" }],
		});
		must(await saveVoteDraft(voter, { token, choice: { 1: 1, 2: 1 } }));
		expect(await castVote(voter, { token, seen: { 1: 1 } })).toMatchObject({ refusals: [{ code: "ballot-changed" }] });
		expect(await castVote(voter, { token, seen: { 1: 1, 2: 1 } })).toMatchObject({
			refusals: [{ code: "too-many-options", values: { most: 1, given: 2 } }],
		});
		expect(await ballotsIn(id)).toBe(0);
	});

	test.each([
		["before it opens", days(0)],
		["after it closed", after],
	])("%s nothing is taken", async (_, moment) => {
		const { id } = await newVote();
		const voter = voters[2];
		if (!voter) throw new Error("nobody");
		const { token } = must(await openPaper(voter, { boxId: id }));
		must(await saveVoteDraft(voter, { token, choice: { 1: 1 } }));
		const then = { ...voter, now: moment };
		for (const outcome of [
			await openPaper(then, { boxId: id }),
			await saveVoteDraft(then, { token, choice: { 2: 1 } }),
			await castVote(then, { token, seen: { 1: 1 } }),
		]) {
			expect(outcome).toMatchObject({ done: false, refusals: [{ code: "voting-closed" }] });
		}
	});
});

describe("paper, typed in twice", () => {
	const entry = (voteId: string, choice: Record<string, number>, code = "ABCDEFGH2345") => ({ voteId, code, choice });

	it("two equal entries by two people are one ballot; the choice does not stay beside the code", async () => {
		const { id } = await byLetter();
		const [one, other] = [
			{ ...staff, now: during },
			{ ...colleague, now: during },
		];
		expect(must(await typeInVotePaper(one, entry(id, { 2: 1 })))).toEqual({ state: "once" });
		expect(await typeInVotePaper(one, entry(id, { 2: 1 }))).toMatchObject({ refusals: [{ code: "same-person" }] });
		expect(await ballotsIn(id)).toBe(0);
		expect(must(await typeInVotePaper(other, entry(id, { 2: 1 }, "abcd efgh 2345")))).toEqual({ state: "taken" });
		expect(await typeInVotePaper(one, entry(id, { 2: 1 }))).toMatchObject({ refusals: [{ code: "already-voted" }] });
		expect(await db.db.paperBallot.findFirstOrThrow({ where: { boxId: id } })).toMatchObject({
			state: "taken",
			first: null,
			second: null,
		});
		const online = must(await openPaperByLetter(as(guest, during), { boxId: id, code: codes[0] ?? "" }));
		expect(await castVote(as(guest, during), { token: online.token, seen: {} })).toMatchObject({
			refusals: [{ code: "already-voted" }],
		});
		expect(await ballotsIn(id)).toBe(1);
	});

	it("entries that differ are shown and decided, or typed in again", async () => {
		const { id, address } = await byLetter();
		const [one, other] = [
			{ ...staff, now: during },
			{ ...colleague, now: during },
		];
		must(await typeInVotePaper(one, entry(id, { 1: 1 })));
		expect(must(await typeInVotePaper(other, entry(id, { 3: 1 })))).toEqual({ state: "different" });
		const shown = await votePapers(one, address);
		expect(shown.papers).toMatchObject({
			once: 0,
			different: 1,
			taken: 0,
			differing: [{ first: { 1: 1 }, second: { 3: 1 } }],
		});
		const paper = shown.papers.differing[0]?.id ?? "";
		must(await settleVotePaper(one, { voteId: id, id: paper, right: "neither" }));
		expect(await ballotsIn(id)).toBe(0);
		must(await typeInVotePaper(one, entry(id, { 1: 1 })));
		must(await typeInVotePaper(other, entry(id, { 3: 1 })));
		const again = (await votePapers(one, address)).papers.differing[0]?.id ?? "";
		const decisions = await Promise.all([
			settleVotePaper(one, { voteId: id, id: again, right: "second" }),
			settleVotePaper(other, { voteId: id, id: again, right: "first" }),
		]);
		expect(decisions.filter(({ done }) => done)).toHaveLength(1);
		expect(await ballotsIn(id)).toBe(1);
	});

	it("parallel entries of two people and a vote online make one ballot", async () => {
		const { id } = await byLetter();
		const visitor = as(guest, during);
		const { token } = must(await openPaperByLetter(visitor, { boxId: id, code: codes[0] ?? "" }));
		must(await saveVoteDraft(visitor, { token, choice: { 1: 1 } }));
		await Promise.all([
			typeInVotePaper({ ...staff, now: during }, entry(id, { 1: 1 })),
			typeInVotePaper({ ...colleague, now: during }, entry(id, { 1: 1 })),
			castVote(visitor, { token, seen: { 1: 1 } }),
		]);
		expect(await ballotsIn(id)).toBe(1);
	});

	it("has a ballot to print, where people have codes from letters only", async () => {
		const visitor = as(guest, during);
		const { address } = await byLetter();
		const sheet = await voteSheet(visitor, address);
		expect(sheet.options.map(({ title }) => title)).toEqual(variants.map(({ title }) => title));
		await expect(voteSheet(visitor, (await newVote()).address)).rejects.toThrow(NotFound);
	});

	it("is refused where there is none, for unknown codes, for strangers and for what is not valid", async () => {
		const plain = await newVote();
		const { id } = await byLetter();
		const world = { ...staff, now: during };
		expect(await typeInVotePaper(world, entry(plain.id, { 1: 1 }))).toMatchObject({ refusals: [{ code: "no-paper" }] });
		expect(await typeInVotePaper(staff, entry(id, { 1: 1 }))).toMatchObject({ refusals: [{ code: "paper-closed" }] });
		expect(await typeInVotePaper(world, entry(id, { 1: 1 }, "XXXXXXXX"))).toMatchObject({
			refusals: [{ code: "letter-unknown" }],
		});
		expect(await typeInVotePaper(world, entry(id, { 1: 1, 2: 1 }))).toMatchObject({
			refusals: [{ code: "too-many-options" }],
		});
		await expect(typeInVotePaper(voters[0] ?? world, entry(id, { 1: 1 }))).rejects.toThrow(Forbidden);
	});

	it("the count waits for the days of paper, and leaves out what is unsettled", async () => {
		const { id, address } = await byLetter();
		const [one, other] = [
			{ ...staff, now: days(15) },
			{ ...colleague, now: days(15) },
		];
		must(await typeInVotePaper(one, entry(id, { 1: 1 })));
		must(await typeInVotePaper(other, entry(id, { 1: 1 })));
		must(await typeInVotePaper(one, entry(id, { 1: 1 }, codes[1])));
		must(await typeInVotePaper(other, entry(id, { 2: 1 }, codes[1])));
		await beginDueCounts(as(house, days(16)));
		expect(await db.db.ballotCounting.count({ where: { boxId: id } })).toBe(0);
		await count(id, days(25));
		expect(await voteResult(as(guest, days(25)), address)).toMatchObject({ voters: 1, unsettled: 1 });
		expect(await typeInVotePaper({ ...one, now: days(25) }, entry(id, { 1: 1 }, codes[2]))).toMatchObject({
			refusals: [{ code: "paper-closed" }],
		});
	});
});

describe("counting", () => {
	it("from ballots to a published file that everybody can recount, and one answer for all", async () => {
		const { id, address, processId } = await newVote({ settings: { kind: "ranking", mostOptions: null } });
		const world = as(house, after);
		// 1 wins every comparison, so that the lot decides nothing
		const choices: Record<string, number>[] = [
			{ 1: 1, 2: 2 },
			{ 1: 1 },
			{ 2: 1, 3: 2 },
			{ 1: 1, 3: 2 },
			{ 3: 1, 2: 2, 1: 3 },
		];
		const receipts: string[] = [];
		for (const [index, choice] of choices.entries()) {
			const voter = voters[index];
			if (voter) receipts.push(await voteFor(voter, { voteId: id, choice }));
		}
		await expect(voteResult(world, address)).rejects.toThrow(NotFound);
		await expect(voteBallotsFile(world, address, "json")).rejects.toThrow(NotFound);
		expect(await waitingInVotes(world, processId)).toBe(1);
		await count(id);
		await countVoteJob(world, { id });
		expect(await db.db.auditEvent.count({ where: { type: "participation.vote.counted", subjectId: id } })).toBe(1);
		const result = await voteResult(world, address);
		expect(result).toMatchObject({
			voters: 5,
			count: { method: "ranking", winners: ["1"] },
			ballotsArePublished: true,
		});
		const text = await voteBallotsFile(world, address, "json");
		expect(recountVote(text).count).toEqual(result.count);
		expect(fingerprint(JSON.parse(text).ballots)).toBe(result.ballotsHash);
		expect(text).not.toContain("example.org");
		for (const receipt of receipts) expect(await voteBallotsFile(world, address, "csv")).toContain(receipt);
		expect((await castVoteBy(world, { ...address, receipt: receipts[4] ?? "" })).cast).toEqual(choices[4]);

		const note = "Der Rat entscheidet am 3. März.";
		const manager = { ...staff, now: after };
		await expect(tellResult(voters[0] ?? manager, { id, note })).rejects.toThrow(Forbidden);
		expect(await tellResult(manager, { id, note: "" })).toMatchObject({ refusals: [{ code: "note-missing" }] });
		const told = await Promise.all([tellResult(manager, { id, note }), tellResult(manager, { id, note })]);
		expect(told.filter(({ done }) => done)).toHaveLength(1);
		expect(await waitingInVotes(world, processId)).toBe(0);
		await expect(db.db.ballotBox.update({ where: { id }, data: { resultNote: "Anders" } })).rejects.toThrow(/told/);
	}, 60_000);

	it("the database tells nothing about the order of arrival afterwards", async () => {
		const { id } = await newVote();
		const arrived: string[] = [];
		for (let index = 0; index < 24; index += 1) {
			const email = `gast${index}@example.org`;
			await askForPaper(as(guest, during), { boxId: id, email });
			const choice = { [String((index % 3) + 1)]: 1 };
			const voter = await account(`Gast${id.slice(-6)}${index}`);
			arrived.push(await voteFor(voter, { voteId: id, choice }));
		}
		type Row = { id: string; receipt: string; choice: string; ctid: string; xmin: string };
		const rows = () => db.db.$queryRaw<Row[]>`
			SELECT id::text, receipt, choice::text, ctid::text, xmin::text FROM cast_ballot
			WHERE box_id = ${id}::uuid ORDER BY ctid`;
		const before = await rows();
		expect(before.map(({ receipt }) => receipt)).toEqual(arrived);
		expect(new Set(before.map(({ xmin }) => xmin)).size).toBe(24);
		await count(id);
		const shuffled = await rows();
		const content = (list: Row[]) => list.map(({ receipt, choice }) => `${receipt} ${choice}`).toSorted();
		expect(content(shuffled)).toEqual(content(before));
		// 24 ballots stay in order once in 24! times
		expect(shuffled.map(({ receipt }) => receipt)).not.toEqual(arrived);
		expect(new Set(shuffled.map(({ xmin }) => xmin)).size).toBe(1);
		const known = new Set(before.map((row) => row.id));
		expect(shuffled.filter((row) => known.has(row.id))).toEqual([]);
		const byId = shuffled.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ receipt }) => receipt);
		expect(byId).not.toEqual(arrived);
		// nobody shuffles, changes or takes ballots away by hand
		await expect(db.db.$queryRaw`SELECT shuffle_ballots(${id}::uuid)`).rejects.toThrow(/not being counted/);
		await expect(db.db.castBallot.deleteMany({ where: { boxId: id } })).rejects.toThrow();
		await expect(
			db.db.$transaction(async (tx) => {
				await tx.$executeRaw`SELECT set_config('gemeinwerk.shuffled_box', ${id}, true)`;
				await tx.castBallot.deleteMany({ where: { boxId: id } });
			}),
		).rejects.toThrow();
		expect(await ballotsIn(id)).toBe(24);
	}, 60_000);

	it("fewer than five ballots are not published", async () => {
		const { id, address } = await newVote();
		const [voter] = voters;
		if (!voter) throw new Error("nobody");
		await voteFor(voter, { voteId: id, choice: { 1: 1 } });
		await count(id);
		expect((await voteResult(as(house, after), address)).ballotsArePublished).toBe(false);
		await expect(voteBallotsFile(as(house, after), address, "csv")).rejects.toThrow(NotFound);
	});

	it("whoever asked is told the result and what follows; the rest goes after thirty days", async () => {
		const { id } = await newVote();
		const [anna] = voters;
		if (anna?.actor.kind !== "person") throw new Error("nobody");
		must(await openPaper(anna, { boxId: id, wantsResult: true }));
		must(await openPaper(anna, { boxId: id, wantsResult: true }));
		must(await askForPaper(as(guest, during), { boxId: id, email: "neugierig@example.org", wantsResult: true }));
		await count(id);
		must(await tellResult({ ...staff, now: after }, { id, note: "Gebaut wird 2028." }));
		const told = async (type: string) => {
			const event = await db.db.auditEvent.findFirstOrThrow({ where: { type, subjectId: id } });
			const given = {
				...event,
				id: String(event.id),
				subject: { kind: "vote", id },
				facts: {},
				ownerId: at.organisationId,
				at: after,
			};
			return (await notices[type]?.(db.db, { ...given, actorPersonId: null })) ?? [];
		};
		const counted = await told("participation.vote.counted");
		expect(counted.map(({ to }) => to)).toEqual(
			expect.arrayContaining([{ personId: anna.actor.personId }, { email: "neugierig@example.org", locale: "de" }]),
		);
		expect(counted).toHaveLength(2);
		expect((await told("participation.vote.result-told"))[0]?.paragraphs).toContain("Gebaut wird 2028.");
		expect(await personalData.export(db.db, anna.actor.personId)).toMatchObject({ voteResultsWanted: [{}] });
		await personalData.retain(as(house, days(20)));
		expect(await db.db.ballotListener.count({ where: { boxId: id } })).toBe(2);
		await personalData.retain(as(house, days(50)));
		expect(await db.db.ballotListener.count({ where: { boxId: id } })).toBe(0);
		expect(await db.db.ballotVoter.count({ where: { boxId: id } })).toBe(0);
	});
});

describe("the rest of the house", () => {
	it("reminds of the rule before voting begins, and of the answer after the count", async () => {
		const late = await newVote({ settings: { title: "Ohne Regel" }, frozen: false });
		const counted = await newVote({ settings: { title: "Ohne Antwort" } });
		const [voter] = voters;
		if (!voter) throw new Error("nobody");
		await voteFor(voter, { voteId: counted.id, choice: { 1: 1 } });
		const about = async (world: World, title: string) =>
			(await waiting(world)).find((one) => one.about === title)?.href;
		const path = (vote: typeof late) =>
			`/o/${vote.address.place}/verwaltung/beteiligung/${vote.address.process}/abstimmung/1`;
		expect(await about(staff, "Ohne Regel")).toBe(path(late));
		expect(await about({ ...staff, now: days(-20) }, "Ohne Regel")).toBeUndefined();
		expect(await about(staff, "Ohne Antwort")).toBeUndefined();
		await count(counted.id);
		expect(await about({ ...staff, now: after }, "Ohne Antwort")).toBe(`${path(counted)}/antwort`);
		expect(await waiting(voter)).toEqual([]);
	});

	it("finds a vote by its options once its process is public, and shows it to whom its process is shown", async () => {
		const { id, processId } = await newVote();
		const subject = manifest.subjects?.vote;
		const text = await subject?.searchText?.(db.db, id);
		expect(text).toMatchObject({ title: "Wie soll der Marktplatz werden?", isPublic: true });
		expect(text?.body).toContain("Brunnen");
		expect((await subject?.resolve(as(guest, during), [id]))?.get(id)).toMatchObject({ kindLabel: "Abstimmung" });
		expect(await loadVotesPart(as(guest, during), { id: processId })).toMatchObject([
			{ state: "voting", options: ["Bäume", "Brunnen", "Bühne"] },
		]);
		await db.db.process.update({ where: { id: processId }, data: { publishedAt: null } });
		expect(await subject?.searchText?.(db.db, id)).toBeNull();
		expect((await subject?.resolve(as(guest, during), [id]))?.size).toBe(0);
	});
});
