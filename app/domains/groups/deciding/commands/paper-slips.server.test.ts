import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { type GroupMade, meeting } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { human, personWith } from "~tests/factories/participation";
import { firstCode, type VotingHouse, votingHouse } from "~tests/support/voting-house";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { ballotPage } from "../queries/ballot-page.server";
import { slipsPage } from "../queries/slips-page.server";
import { castSecretVote } from "./cast-vote.server";
import { closeDueVotes, closeVote } from "./close-vote.server";
import type { BallotWanted } from "./open-decision.server";
import { countSlips, handOutSlip, takeBackSlip } from "./paper-slips.server";
import { cancelDecision } from "./votes.server";

const now = new Date("2026-11-22T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const benches = ["politics", "citizens"] as const;
let db: PrismaClient;
let place: VotingHouse;
let world: VotingHouse["world"];
let group: GroupMade;
let chair: Actor;
let manager: Actor;
let members: { actor: Actor; seat: string }[];

const memberAt = (index: number) => {
	const member = members[index];
	if (!member) throw new Error("no member");
	return member;
};
beforeAll(async () => {
	place = await votingHouse(now, 8);
	({ db, chair, manager, world } = place);
	group = await place.group({ name: "Arbeitskreis Zettel", benches });
	members = group.members.map(({ personId, membershipId }) => ({ actor: place.citizen(personId), seat: membershipId }));
});

async function opened(ballot: Partial<BallotWanted> = {}, groupId = group.id) {
	const { meetingId, agendaItemId } = await meeting(world(), { groupId, startsAt: hours(-1) });
	return openedVote(world(), {
		meetingId,
		agendaItemId,
		responsiblePostId: place.mayen.postId,
		ballot: { mode: "secret", ...ballot },
	});
}
const hand = (id: string, index: number, at = now) =>
	handOutSlip(world(manager, at), { id, membershipId: memberAt(index).seat });
const cast = (id: string, index: number, choice = "yes") =>
	castSecretVote(world(memberAt(index).actor), { id, membershipId: memberAt(index).seat, choice });
const count = (actor: Actor, id: string, yes: number, no: number, abstain = 0, at = now) =>
	countSlips(world(actor, at), { id, sums: [{ bench: null, yes, no, abstain }] });
const ballotsIn = (id: string) => db.groupSecretBallot.count({ where: { recommendationId: id } });

describe("paper slips of a secret vote", () => {
	it("are mixed with electronic ballots when two people have counted the same; afterwards nothing tells them apart", async () => {
		const { id, code } = await opened();
		for (const index of [0, 1, 6]) must(await cast(id, index, "no"));
		for (const index of [2, 3, 4]) must(await hand(id, index));
		expect(must(await count(manager, id, 2, 0, 1))).toEqual({ entered: false });
		expect(await ballotsIn(id)).toBe(3);
		// nobody who counts second reads what the first counted
		const page = await slipsPage(world(memberAt(5).actor), { place: "mayen", group: group.slug, code });
		expect(page).toMatchObject({ counted: "once", may: { run: false, count: true }, seats: [] });
		expect(JSON.stringify(page)).not.toContain("sums");
		expect(firstCode(await count(memberAt(5).actor, id, 3, 0))).toBe("counts-differ");
		expect(must(await count(memberAt(5).actor, id, 2, 0, 1))).toEqual({ entered: true });
		expect(await ballotsIn(id)).toBe(6);
		expect(await db.groupSlipCount.count({ where: { recommendationId: id } })).toBe(0);
		must(await closeVote(world(chair), { id }));
		const { record } = await recommendationPage(world(chair), code);
		expect(record.count).toMatchObject({ turnout: { cast: 6 }, count: { votes: { yes: 2, no: 3, abstain: 1 } } });
		expect(await db.groupSecretVoter.count({ where: { recommendationId: id, onPaper: true } })).toBe(0);
		const events = await db.auditEvent.findMany({ where: { subjectId: id }, select: { facts: true } });
		for (const { membershipId } of group.members) expect(JSON.stringify(events)).not.toContain(membershipId);
	});

	it("one seat votes once, on paper or on a screen, whichever comes first", async () => {
		const { id, code } = await opened();
		must(await cast(id, 1));
		expect(firstCode(await hand(id, 1))).toBe("already-cast");
		must(await hand(id, 2));
		expect(firstCode(await cast(id, 2))).toBe("votes-on-paper");
		const at = { place: "mayen", group: group.slug, code };
		expect((await ballotPage(world(memberAt(2).actor), at)).seats).toMatchObject([{ hasVoted: false, onPaper: true }]);
		must(await takeBackSlip(world(manager), { id, membershipId: memberAt(2).seat }));
		must(await cast(id, 2));
		expect(firstCode(await takeBackSlip(world(manager), { id, membershipId: memberAt(2).seat }))).toBe("not-now");
		// both at the same moment: exactly one of them, whichever
		const [slip, ballot] = await Promise.all([hand(id, 3), cast(id, 3)]);
		expect([slip.done, ballot.done].filter(Boolean)).toHaveLength(1);
		expect([firstCode(slip), firstCode(ballot)]).toContain(slip.done ? "votes-on-paper" : "already-cast");
		expect(await ballotsIn(id)).toBe(slip.done ? 2 : 3);
	});

	it("are counted as they were handed out, and never so few that their sum tells who", async () => {
		const { id } = await opened();
		expect(firstCode(await count(manager, id, 0, 0))).toBe("no-slips");
		for (const index of [1, 2]) must(await hand(id, index));
		expect(firstCode(await count(manager, id, 1, 1))).toBe("too-few-slips");
		must(await hand(id, 3));
		expect(firstCode(await count(manager, id, 1, 1))).toBe("slips-not-as-handed");
		must(await count(manager, id, 1, 1, 1));
		// the first may correct it; a slip more or less makes the count void
		must(await count(manager, id, 3, 0));
		expect(firstCode(await count(chair, id, 1, 1, 1))).toBe("counts-differ");
		must(await hand(id, 4));
		expect(must(await count(chair, id, 4, 0))).toEqual({ entered: false });
		expect(await ballotsIn(id)).toBe(0);
	});

	it("hold the closing until they are counted, also when its time has come", async () => {
		const { id } = await opened({ closesAt: hours(1) });
		for (const index of [1, 2, 3]) must(await hand(id, index));
		expect(firstCode(await closeVote(world(chair), { id }))).toBe("slips-uncounted");
		await closeDueVotes(world(house, hours(2)));
		expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ votesRecordedAt: null });
		expect(firstCode(await hand(id, 4, hours(2)))).toBe("voting-closed");
		must(await count(manager, id, 3, 0, 0, hours(2)));
		must(await count(chair, id, 3, 0, 0, hours(2)));
		await closeDueVotes(world(house, hours(3)));
		expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ votesRecordedAt: hours(3) });
		expect(firstCode(await count(chair, id, 3, 0, 0, hours(3)))).toBe("not-now");
	});

	it("carry their bench where the rule asks every bench, and then three of each", async () => {
		const strict = await place.group({ name: "Arbeitskreis Zettel nach Gruppen", benches, eachBench: true });
		const { id, code } = await opened({}, strict.id);
		const seats = strict.members.map(({ membershipId }) => membershipId);
		for (const membershipId of seats.slice(0, 6)) must(await handOutSlip(world(manager), { id, membershipId }));
		const sums = [
			{ bench: "politics", yes: 3, no: 0, abstain: 0 },
			{ bench: "citizens", yes: 1, no: 2, abstain: 0 },
		];
		for (const actor of [manager, chair]) must(await countSlips(world(actor), { id, sums }));
		must(await closeVote(world(chair), { id }));
		const { record } = await recommendationPage(world(chair), code);
		expect(record.count).toMatchObject({ result: "rejected", count: { votes: { yes: 4, no: 2 } } });
	});

	it("are nobody's but theirs who run the group or vote; a cancelled vote keeps no count", async () => {
		const { id, code } = await opened();
		const stranger = personWith([], place.mayen.organisationId, { personId: await human(db, now, "Fremd") });
		const at = { place: "mayen", group: group.slug, code };
		await expect(hand(id, 1)).resolves.toMatchObject({ done: true });
		await expect(handOutSlip(world(memberAt(2).actor), { id, membershipId: memberAt(2).seat })).rejects.toThrow(
			Forbidden,
		);
		await expect(count(memberAt(2).actor, id, 1, 0)).rejects.toThrow(Forbidden);
		await expect(count(stranger, id, 1, 0)).rejects.toThrow(Forbidden);
		await expect(slipsPage(world(stranger), at)).rejects.toThrow(NotFound);
		await expect(slipsPage(world(guest), at)).rejects.toThrow(SignInNeeded);
		for (const index of [2, 3]) must(await hand(id, index));
		must(await count(manager, id, 1, 2));
		must(await cancelDecision(world(chair), { id }));
		expect(await db.groupSlipCount.count({ where: { recommendationId: id } })).toBe(0);
		expect(firstCode(await count(chair, id, 1, 2))).toBe("not-now");
	});

	it("are there for yes and no alone", async () => {
		const { id } = await opened({ method: { method: "score", highest: 5, passive: false }, options: ["Bus", "Rad"] });
		await expect(hand(id, 1)).rejects.toThrow(NotFound);
		const named = await opened({ mode: "named" });
		await expect(hand(named.id, 1)).rejects.toThrow(NotFound);
	});

	it("the database itself takes no slip back that was counted, and counts none of a closed vote", async () => {
		const { id } = await opened();
		for (const index of [1, 2, 3]) must(await hand(id, index));
		for (const actor of [manager, chair]) must(await count(actor, id, 3, 0));
		const voter = { where: { recommendationId: id, hasVoted: true } };
		await expect(db.groupSecretVoter.updateMany({ ...voter, data: { onPaper: false } })).rejects.toThrow();
		must(await closeVote(world(chair), { id }));
		const row = { recommendationId: id, sums: [], countedAt: now };
		await expect(db.groupSlipCount.create({ data: row })).rejects.toThrow();
	});
});
