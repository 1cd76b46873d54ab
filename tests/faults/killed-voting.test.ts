import { beforeAll, expect, test } from "vitest";
import { castSecretVote, castVote } from "~/domains/groups/deciding/commands/cast-vote.server";
import { closeVote } from "~/domains/groups/deciding/commands/close-vote.server";
import { type Actor, house } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { meeting, workingGroup } from "../factories/groups";
import { openedVote } from "../factories/groups-deciding";
import { must } from "../factories/outcome";
import { human, personWith, place, worldOf } from "../factories/participation";
import { freshDatabase } from "../support/database";
import { inOwnProcess } from "../support/killed";

const now = new Date("2026-11-22T10:00:00Z");
const earlier = new Date(now.getTime() - 3_600_000);
let db: PrismaClient;
let url: string;
let town: Awaited<ReturnType<typeof place>>;
let voters: { actor: Actor; membershipId: string }[];
let groupId: string;
const world = (actor: Actor = house) => worldOf(db, actor, now);

beforeAll(async () => {
	({ db, appUrl: url } = await freshDatabase());
	town = await place(db, now);
	const people = [];
	for (const name of ["Ada", "Bob", "Cem", "Dora", "Emil", "Fee", "Gesa", "Hugo"])
		people.push(await human(db, now, name));
	const group = await workingGroup(world(), {
		organisationId: town.organisationId,
		members: people.map((personId) => ({ bench: "citizens", person: { personId } })),
		benches: [{ kind: "citizens", minSeats: 1, maxSeats: 9 }],
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
	});
	groupId = group.id;
	voters = group.members.map(({ membershipId, personId }) => ({
		actor: personWith([], town.organisationId, { personId }),
		membershipId,
	}));
});

/** Seats of which the database says that they have voted. */
async function votedIn(id: string, secret: boolean): Promise<string[]> {
	if (!secret) return (await db.groupVote.findMany({ where: { recommendationId: id } })).map((one) => one.membershipId);
	const listed = await db.groupSecretVoter.findMany({ where: { recommendationId: id, hasVoted: true } });
	return listed.map(({ membershipId }) => membershipId);
}

test.each([
	["by name", false, 100],
	["by name", false, 250],
	["in secret", true, 100],
	["in secret", true, 250],
])("killed during a ballot %s: nothing acknowledged is lost, nothing counts twice", async (_, secret, milliseconds) => {
	const item = await meeting(world(), { groupId, startsAt: earlier, item: `Punkt ${secret} ${milliseconds}` });
	const ballot = { mode: secret ? ("secret" as const) : ("named" as const) };
	const { id } = await openedVote(world(), { ...item, responsiblePostId: town.postId, ballot });
	const given = { url, now: now.toISOString(), id, secret, voters };
	const voting = await inOwnProcess("/tests/faults/voting.ts", "voteAll", given);
	const told = await voting.killAfter(milliseconds);
	const voted = await votedIn(id, secret);
	expect(voted).toEqual(expect.arrayContaining(told));
	if (secret) expect(await db.groupSecretBallot.count({ where: { recommendationId: id } })).toBe(voted.length);
	for (const { actor, membershipId } of voters) {
		if (voted.includes(membershipId)) continue;
		must(await (secret ? castSecretVote : castVote)(world(actor), { id, membershipId, choice: "yes", reason: "" }));
	}
	expect(must(await closeVote(world(), { id }))).toEqual({ voted: voters.length });
	expect((await brokenChains(db)).broken).toEqual([]);
});
