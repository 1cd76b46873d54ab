import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden } from "~/platform/outcome";
import { type GroupMade, meeting, workingGroup } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { human, personWith, worldOf } from "~tests/factories/participation";
import { type VotingHouse, votingHouse } from "~tests/support/voting-house";
import { manifest } from "../../manifest.server";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { ballotPage, votersOf } from "../queries/ballot-page.server";
import { castSecretVote, castVote } from "./cast-vote.server";
import { closeVote } from "./close-vote.server";
import { cancelDecision, certify } from "./votes.server";

const now = new Date("2026-11-22T10:00:00Z");
const benches = ["administration", "politics", "citizens"] as const;
let db: PrismaClient;
let owner: pg.Client;
let mayen: VotingHouse["mayen"];
let group: GroupMade;
let chair: Actor;
let members: { actor: Actor; seat: string }[];

const world = (actor: Actor = house, minute = 0) => worldOf(db, actor, new Date(now.getTime() + minute * 60_000));

beforeAll(async () => {
	const made = await votingHouse(now, 9);
	({ db, mayen, chair } = made);
	owner = new pg.Client({ connectionString: made.url });
	await owner.connect();
	group = await made.group({ benches });
	members = group.members.map(({ personId, membershipId }) => ({ actor: made.citizen(personId), seat: membershipId }));
});
afterAll(() => owner.end());

async function opened() {
	const made = await meeting(world(), { groupId: group.id, startsAt: new Date(now.getTime() - 3_600_000) });
	return {
		...made,
		...(await openedVote(world(), { ...made, responsiblePostId: mayen.postId, ballot: { mode: "secret" } })),
	};
}
const cast = (id: string, index: number, choice: string, minute = 0) => {
	const member = members[index];
	if (!member) throw new Error("no member");
	return castSecretVote(world(member.actor, minute), { id, membershipId: member.seat, choice });
};
/** The rows of a vote as whoever runs the database sees them, in the order in which they lie. */
async function rowsOf(table: "group_secret_ballot" | "group_secret_voter", id: string) {
	const { rows } = await owner.query<Record<string, unknown> & { place: string; writer: string }>(
		`SELECT ctid::text AS place, xmin::text AS writer, * FROM ${table} WHERE recommendation_id = $1 ORDER BY ctid`,
		[id],
	);
	return rows;
}

describe("a secret ballot", () => {
	it("after the closing leads back to nobody: ids, order of rows, xmin, times, events", async () => {
		const { id } = await opened();
		// one after the other, each a minute later: what an order could betray
		const said = ["yes", "no", "yes", "abstain", "yes", "no", "yes", "yes"];
		for (const [index, choice] of said.entries()) must(await cast(id, index, choice, index));
		const before = await rowsOf("group_secret_ballot", id);
		expect(before.map(({ choice }) => choice)).toEqual(said);
		const events = await db.auditEvent.findMany({ where: { subjectId: id }, select: { type: true, facts: true } });
		expect(events.map(({ type }) => type)).toEqual(["groups.recommendation.opened"]);

		must(await closeVote(world(house, 60), { id }));
		const ballots = await rowsOf("group_secret_ballot", id);
		const voters = await rowsOf("group_secret_voter", id);
		expect(ballots.map(({ choice }) => choice).sort()).toEqual(said.toSorted());
		// one transaction wrote all of them, voters as well
		expect(new Set([...ballots, ...voters].map(({ writer }) => writer)).size).toBe(1);
		expect(before.map(({ writer }) => writer)).not.toContain(ballots[0]?.writer);
		// new ids, of the random kind (a time stands in none), and nothing but bench and choice beside them
		expect(ballots.map((row) => row.id).filter((one) => before.some((row) => row.id === one))).toEqual([]);
		for (const row of ballots) {
			expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
			expect(Object.keys(row).sort()).toEqual(["bench_kind", "choice", "id", "place", "recommendation_id", "writer"]);
			expect(row.bench_kind).toBeNull();
		}
		for (const row of voters) {
			expect(Object.keys(row).sort()).toEqual([
				"has_voted",
				"membership_id",
				"on_paper",
				"place",
				"recommendation_id",
				"writer",
			]);
			expect(row.on_paper).toBe(false);
		}
		expect(voters.filter((row) => row.has_voted === true)).toHaveLength(8);
		const after = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { position: "asc" } });
		expect(after.map(({ type }) => type)).toEqual(["groups.recommendation.opened", "groups.vote.closed"]);
		expect(after.at(-1)?.facts).toMatchObject({ voted: 8 });
		expect(await db.groupVote.count({ where: { recommendationId: id } })).toBe(0);
	});

	it("lies in a random order afterwards, ballots and voters each in their own", async () => {
		const orders = new Set<string>();
		const seats = new Set<string>();
		for (let round = 0; round < 4; round += 1) {
			const { id } = await opened();
			for (let index = 0; index < 9; index += 1) must(await cast(id, index, index < 5 ? "yes" : "no"));
			must(await closeVote(world(), { id }));
			orders.add((await rowsOf("group_secret_ballot", id)).map(({ choice }) => choice).join());
			seats.add((await rowsOf("group_secret_voter", id)).map((row) => row.membership_id).join());
		}
		// 126 orders of ballots and 362,880 of voters: that four fall alike happens once in two million runs
		expect(orders.size).toBeGreaterThan(1);
		expect(seats.size).toBeGreaterThan(1);
	});

	it("is cast once, however many at once; and counted whole when it is closed meanwhile", async () => {
		const { id } = await opened();
		const same = await Promise.all(Array.from({ length: 6 }, (_, index) => cast(id, 1, index % 2 ? "yes" : "no")));
		expect(same.filter(({ done }) => done)).toHaveLength(1);
		// so many that it can be closed, whoever of the others is in time
		for (const index of [0, 8]) must(await cast(id, index, "no"));
		const [closed, ...others] = await Promise.all([
			closeVote(world(), { id }),
			...[2, 3, 4, 5, 6, 7].map((index) => cast(id, index, "yes")),
		]);
		const taken = others.filter(({ done }) => done).length;
		expect(must(closed).voted).toBe(3 + taken);
		expect(await rowsOf("group_secret_ballot", id)).toHaveLength(3 + taken);
		for (const one of others) if (!one.done) expect(one.refusals[0]?.code).toBe("voting-closed");
		expect(await cast(id, 2, "yes")).toMatchObject({ refusals: [{ code: "voting-closed" }] });
	});

	it("says neither who nor how many before enough have voted", async () => {
		const { id, code } = await opened();
		const at = { place: "mayen", group: group.slug, code };
		for (let index = 0; index < 4; index += 1) must(await cast(id, index, "yes"));
		expect(await votersOf(world(chair), id)).toMatchObject({ voted: null, people: null, shownFrom: 5 });
		const first = members[0]?.actor ?? house;
		expect(await ballotPage(world(first), at)).toMatchObject({
			turnout: { voted: null },
			seats: [{ hasVoted: true, vote: null }],
		});
		must(await cast(id, 4, "yes"));
		const shown = await votersOf(world(chair), id);
		expect(shown.voted).toBe(5);
		expect(shown.people?.filter(({ hasVoted }) => hasVoted)).toHaveLength(5);
	});

	it("is theirs who are entitled, and no vote by name", async () => {
		const { id } = await opened();
		const stranger = personWith([], mayen.organisationId, { personId: await human(db, now, "Fremd") });
		const seat = members[1]?.seat ?? "";
		await expect(castSecretVote(world(stranger), { id, membershipId: seat, choice: "yes" })).rejects.toThrow(Forbidden);
		await expect(
			castVote(world(members[1]?.actor ?? house), { id, membershipId: seat, choice: "yes", reason: "" }),
		).rejects.toThrow("");
		expect(await rowsOf("group_secret_ballot", id)).toHaveLength(0);
		expect(await db.groupSecretVoter.count({ where: { recommendationId: id, hasVoted: true } })).toBe(0);
	});

	it("cannot be changed, taken away or added to by the application", async () => {
		const { id } = await opened();
		must(await cast(id, 1, "yes"));
		for (const act of [
			db.groupSecretBallot.updateMany({ where: { recommendationId: id }, data: { choice: "no" } }),
			db.groupSecretBallot.deleteMany({ where: { recommendationId: id } }),
			db.groupSecretVoter.updateMany({ where: { recommendationId: id }, data: { hasVoted: false } }),
			db.groupSecretVoter.deleteMany({ where: { recommendationId: id } }),
			db.$executeRaw`TRUNCATE group_secret_ballot`,
			db.$queryRaw`SELECT discard_group_ballots(${id}::uuid)`,
		]) {
			await expect(act).rejects.toThrow();
		}
		for (const index of [2, 3]) must(await cast(id, index, "no"));
		must(await closeVote(world(), { id }));
		const extra = { id: crypto.randomUUID(), recommendationId: id, choice: "no" };
		await expect(db.groupSecretBallot.create({ data: extra })).rejects.toThrow();
		await expect(db.$queryRaw`SELECT shuffle_group_ballots(${id}::uuid)`).rejects.toThrow();
		expect(await rowsOf("group_secret_ballot", id)).toHaveLength(3);
	});

	it("is thrown away when the vote is cancelled; who had voted is told", async () => {
		const { id } = await opened();
		must(await cast(id, 1, "yes"));
		must(await cancelDecision(world(chair), { id }));
		expect(await rowsOf("group_secret_ballot", id)).toHaveLength(0);
		const event = await db.auditEvent.findFirstOrThrow({
			where: { type: "groups.recommendation.cancelled", subjectId: id },
		});
		const letters = await manifest.notices?.["groups.recommendation.cancelled"]?.(db, {
			id: event.id,
			type: event.type,
			subject: { kind: "recommendation", id },
			ownerId: event.ownerId,
			at: event.at,
			actorPersonId: event.actorId,
			facts: {},
		});
		expect(letters?.map(({ to }) => to)).toEqual([{ personId: group.members[1]?.personId }]);
	});

	it("is counted and certified like any other; no page says more than sums", async () => {
		const { id, code } = await opened();
		for (const [index, choice] of ["yes", "yes", "no", "abstain"].entries()) must(await cast(id, index, choice));
		must(await closeVote(world(), { id }));
		const { record, tallies } = await recommendationPage(world(chair), code);
		expect(record.votes).toEqual([]);
		expect(record.count).toMatchObject({
			result: "adopted",
			turnout: { electorate: 9, cast: 4 },
			count: { votes: { yes: 2, no: 1, abstain: 1 } },
			byBench: [],
		});
		expect(tallies.every(({ yes, no, abstain }) => yes === null && no === null && abstain === null)).toBe(true);
		expect(must(await certify(world(chair), { id, recordedAt: now })).result).toBe("adopted");
	});

	it("carries its bench only where the rule asks every bench", async () => {
		const strict = await workingGroup(world(), {
			organisationId: mayen.organisationId,
			name: "Arbeitskreis Gruppen",
			benches: benches.map((kind) => ({ kind, minSeats: 1, maxSeats: 4 })),
			members: group.members.map(({ personId, bench }) => ({ bench, person: { personId } })),
			rule: { threshold: "simple-majority", quorum: "none", eachBench: true },
		});
		const made = await meeting(world(), { groupId: strict.id, startsAt: new Date(now.getTime() - 3_600_000) });
		const { id, code } = await openedVote(world(), {
			...made,
			responsiblePostId: mayen.postId,
			ballot: { mode: "secret" },
		});
		for (const [index, { membershipId }] of strict.members.entries()) {
			const actor = members[index]?.actor ?? house;
			const choice = index % 3 === 0 ? "no" : "yes";
			must(await castSecretVote(world(actor), { id, membershipId, choice }));
		}
		must(await closeVote(world(), { id }));
		const { record } = await recommendationPage(world(), code);
		// six of nine said yes, but the administration none: it is not outvoted
		expect(record.count).toMatchObject({
			result: "rejected",
			count: { votes: { yes: 6, no: 3 }, threshold: { met: true } },
		});
	});
});
