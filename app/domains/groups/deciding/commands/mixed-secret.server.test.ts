import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { type GroupMade, meeting } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { worldOf } from "~tests/factories/participation";
import { firstCode, type VotingHouse, votingHouse } from "~tests/support/voting-house";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import { castSecretVote } from "./cast-vote.server";
import { closeDueVotes, closeVote } from "./close-vote.server";
import { countSlips, handOutSlip } from "./paper-slips.server";
import { cancelDecision } from "./votes.server";

const now = new Date("2026-11-22T10:00:00Z");
const benches = ["politics", "citizens"] as const;
let db: PrismaClient;
let owner: pg.Client;
let mayen: VotingHouse["mayen"];
let citizen: VotingHouse["citizen"];
let chair: Actor;
let manager: Actor;
let whole: GroupMade;
let byBench: GroupMade;
const world = (actor: Actor = house, minute = 0) => worldOf(db, actor, new Date(now.getTime() + minute * 60_000));

beforeAll(async () => {
	const made = await votingHouse(now, 14);
	({ db, mayen, chair, manager, citizen } = made);
	owner = new pg.Client({ connectionString: made.url });
	await owner.connect();
	// the even ones sit for politics, the odd ones for citizens
	whole = await made.group({ name: "Arbeitskreis Urne", benches });
	byBench = await made.group({ name: "Arbeitskreis zwei Urnen", benches, eachBench: true });
});
afterAll(() => owner.end());

async function opened(group: GroupMade, closesAt: Date | null = null) {
	const made = await meeting(world(), { groupId: group.id, startsAt: new Date(now.getTime() - 3_600_000) });
	return openedVote(world(), { ...made, responsiblePostId: mayen.postId, ballot: { mode: "secret", closesAt } });
}
const memberAt = (group: GroupMade, index: number) => {
	const member = group.members[index];
	if (!member) throw new Error("no member");
	return member;
};
async function cast(group: GroupMade, id: string, index: number, choice = "yes", minute = 0) {
	const { personId, membershipId } = memberAt(group, index);
	must(await castSecretVote(world(citizen(personId), minute), { id, membershipId, choice }));
}
async function onPaper(group: GroupMade, id: string, seats: readonly number[], minute = 0) {
	for (const index of seats) {
		must(await handOutSlip(world(manager, minute), { id, membershipId: memberAt(group, index).membershipId }));
	}
	const parts = group === whole ? [null] : benches.filter((_, bench) => seats.some((index) => index % 2 === bench));
	const sums = parts.map((bench) => {
		const slips = bench === null ? seats : seats.filter((index) => index % 2 === benches.indexOf(bench));
		return { bench, yes: slips.length - 1, no: 1, abstain: 0 };
	});
	for (const actor of [manager, chair]) must(await countSlips(world(actor, minute), { id, sums }));
}

describe("a secret vote with few ballots", () => {
	// who counted slips knows what all others said, so these are nobody or at least three
	test.each([
		[0, 3, "done"],
		[1, 3, "too-few-in-secret"],
		[2, 3, "too-few-in-secret"],
		[3, 3, "done"],
		[1, 0, "too-few-in-secret"],
		[3, 0, "done"],
	])("%i on the page beside %i slips: %s", async (onPage, slips, code) => {
		const { id } = await opened(whole);
		for (let index = 0; index < onPage; index += 1) await cast(whole, id, index);
		if (slips > 0) await onPaper(whole, id, [4, 5, 6].slice(0, slips));
		const before = await db.groupSecretVoter.findMany({
			where: { recommendationId: id },
			orderBy: { membershipId: "asc" },
		});
		expect(firstCode(await closeVote(world(chair), { id }))).toBe(code);
		if (code === "done") return;
		// still as it was: neither shuffled nor counted, and one more vote is taken
		expect(
			await db.groupSecretVoter.findMany({ where: { recommendationId: id }, orderBy: { membershipId: "asc" } }),
		).toEqual(before);
		expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ votesRecordedAt: null });
		for (let index = onPage; index < 3; index += 1) await cast(whole, id, index);
		expect(firstCode(await closeVote(world(chair), { id }))).toBe("done");
	});

	test.each([
		["three of each on the page", [0, 2, 4, 1, 3, 5], [], "done"],
		["one of the citizens on the page", [0, 2, 4, 1], [], "too-few-in-secret"],
		["nobody of the citizens", [0, 2, 4], [], "done"],
		["one of politics on the page, three on paper", [0, 1, 3, 5], [2, 4, 6], "too-few-in-secret"],
		["politics on paper, citizens on the page", [1, 3, 5], [2, 4, 6], "done"],
	])("by bench: %s", async (_, onPage, slips, code) => {
		const { id } = await opened(byBench);
		for (const index of onPage) await cast(byBench, id, index);
		if (slips.length > 0) await onPaper(byBench, id, slips);
		expect(firstCode(await closeVote(world(chair), { id }))).toBe(code);
	});

	it("stays in the box when its time is over, says so to who runs it, and can be cancelled", async () => {
		const { id, code } = await opened(whole, new Date(now.getTime() + 60_000));
		await cast(whole, id, 1);
		const at = { place: "mayen", group: whole.slug, code };
		expect((await managedRecommendation(world(manager), at)).hold).toBeNull();
		await closeDueVotes(world(house, 5));
		expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ votesRecordedAt: null });
		expect((await managedRecommendation(world(manager, 5), at)).hold).toBe("too-few-in-secret");
		must(await cancelDecision(world(chair, 5), { id }));
		expect(await db.groupSecretBallot.count({ where: { recommendationId: id } })).toBe(0);
	});
});

/** The rows of a vote as whoever runs the database sees them, in the order in which they lie. */
async function rowsOf(table: "group_secret_ballot" | "group_secret_voter", id: string) {
	const { rows } = await owner.query<Record<string, unknown> & { place: string; writer: string }>(
		`SELECT ctid::text AS place, xmin::text AS writer, * FROM ${table} WHERE recommendation_id = $1 ORDER BY ctid`,
		[id],
	);
	return rows;
}

describe("slips and ballots of one vote", () => {
	it("after the closing cannot be told apart: ids, order of rows, xmin, times, events", async () => {
		const { id, code } = await opened(whole);
		const [seven, slips] = [
			[0, 1, 2, 3, 7, 8, 9],
			[4, 5, 6, 10],
		];
		for (const [minute, index] of seven.entries())
			await cast(whole, id, index, minute % 3 === 0 ? "no" : "yes", minute);
		await onPaper(whole, id, slips, 20);
		await cast(whole, id, 11, "abstain", 30);
		const before = await rowsOf("group_secret_ballot", id);
		// until then they can: the slips came in one act (the page says so before anybody votes)
		expect(new Set(before.map(({ writer }) => writer)).size).toBe(9);

		must(await closeVote(world(chair, 60), { id }));
		const ballots = await rowsOf("group_secret_ballot", id);
		const voters = await rowsOf("group_secret_voter", id);
		expect(ballots).toHaveLength(12);
		expect(new Set([...ballots, ...voters].map(({ writer }) => writer)).size).toBe(1);
		const old = new Set(before.flatMap((row) => [row.id, row.writer]));
		for (const row of ballots) {
			expect(old.has(row.id) || old.has(row.writer)).toBe(false);
			expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
			expect(Object.keys(row).sort()).toEqual(["bench_kind", "choice", "id", "place", "recommendation_id", "writer"]);
			expect(row.bench_kind).toBeNull();
		}
		expect(voters.filter((row) => row.has_voted === true)).toHaveLength(12);
		expect(voters.some((row) => row.on_paper === true)).toBe(false);
		expect(await db.groupSlipCount.count({ where: { recommendationId: id } })).toBe(0);
		const events = await db.auditEvent.findMany({ where: { subjectId: id }, select: { type: true, facts: true } });
		for (const { membershipId } of whole.members) expect(JSON.stringify(events)).not.toContain(membershipId);
		for (const { facts } of events) expect(JSON.stringify(facts)).not.toMatch(/"(yes|no|abstain|sums)"/);
		// and what everybody reads is one sum
		const { record, tallies } = await recommendationPage(world(chair, 60), code);
		expect(record.count).toMatchObject({ count: { votes: { yes: 7, no: 4, abstain: 1 } }, byBench: [] });
		expect(tallies.every(({ yes, no, abstain }) => yes === null && no === null && abstain === null)).toBe(true);
	});

	it("lie in a random order, slips not beside each other", async () => {
		const orders = new Set<string>();
		for (let round = 0; round < 4; round += 1) {
			const { id } = await opened(whole);
			for (const index of [0, 1, 2, 3, 7]) await cast(whole, id, index, "abstain");
			await onPaper(whole, id, [4, 5, 6, 8, 9]);
			must(await closeVote(world(chair), { id }));
			orders.add((await rowsOf("group_secret_ballot", id)).map(({ choice }) => choice).join());
		}
		// 1,260 orders of five abstentions, four yes and a no: that four fall alike happens once in two thousand million runs
		expect(orders.size).toBeGreaterThan(1);
	});
});
