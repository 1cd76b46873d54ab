import { beforeAll, describe, expect, it } from "vitest";
import { house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden } from "~/platform/outcome";
import { circular } from "~tests/factories/group-meetings";
import { meeting, workingGroup } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { human, personWith, worldOf } from "~tests/factories/participation";
import { firstCode, type VotingHouse, votingHouse } from "~tests/support/voting-house";
import { manifest } from "../../manifest.server";
import { answerInWriting } from "../../meetings/circular/commands/answer-in-writing.server";
import { decideInWriting, finishCircular } from "../../meetings/circular/commands/finish-circular.server";
import { runningPage } from "../../meetings/running/queries/running-page.server";
import { addSeat } from "../../seats/commands/seats.server";
import { openVotesFor } from "../queries/ballot-page.server";
import { castVote } from "./cast-vote.server";

const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let mayen: VotingHouse["mayen"];
let world: VotingHouse["world"];
let citizen: VotingHouse["citizen"];
let group: { id: string; slug: string };
/** Two seats of the same body, one of another; whom the first body sent as substitute. */
let seats: { membershipId: string; personId: string }[];
let standIn: { membershipId: string; personId: string };
const actorOf = ({ personId }: { personId: string }) => citizen(personId);

beforeAll(async () => {
	const made = await votingHouse(now, 0);
	({ db, mayen, world, citizen } = made);
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		benches: [{ kind: "advisory", minSeats: 1, maxSeats: 4 }],
		members: [],
		rule: { threshold: "simple-majority", quorum: "none", eachBench: false },
	});
	const seat = async (name: string, onBehalfOf: string, held: "member" | "substitute") =>
		must(
			await addSeat(world(), {
				groupId: group.id,
				benchKind: held === "member" ? "advisory" : null,
				holder: { personId: await human(db, now, name) },
				function: held,
				substituteForId: null,
				onBehalfOf,
				nameIsPublic: true,
				validFrom: daysFrom(today(now), -100),
				validUntil: null,
			}),
		);
	seats = [
		await seat("Erste", "Seniorenbeirat", "member"),
		await seat("Zweite", "Seniorenbeirat", "member"),
		await seat("Dritte", "Jugendbeirat", "member"),
	];
	standIn = await seat("Ersatz", "Seniorenbeirat", "substitute");
});

async function opened() {
	const made = await meeting(world(), { groupId: group.id, startsAt: new Date(now.getTime() - 3_600_000) });
	return { ...made, ...(await openedVote(world(), { ...made, responsiblePostId: mayen.postId })) };
}
const castFor = (id: string, seat: number, choice = "yes") =>
	castVote(world(actorOf(standIn)), { id, membershipId: seats[seat]?.membershipId ?? "", choice, reason: "" });

describe("whom a body sent as substitute", () => {
	it("votes for one of its seats, never for two and never for another body's", async () => {
		const { id } = await opened();
		expect(firstCode(await castFor(id, 0))).toBe("done");
		expect(firstCode(await castFor(id, 1))).toBe("substitute-elsewhere");
		// their own vote may still be changed, and the member's own goes before it
		expect(firstCode(await castFor(id, 0, "no"))).toBe("done");
		await expect(castFor(id, 2)).rejects.toThrow(Forbidden);
		const [first] = seats;
		if (!first) throw new Error("no seat");
		const own = { id, membershipId: first.membershipId, choice: "yes", reason: "" };
		must(await castVote(world(actorOf(first)), own));
		expect(firstCode(await castFor(id, 0))).toBe("member-has-voted");
		expect(firstCode(await castFor(id, 1))).toBe("done");
		expect(await db.groupVote.count({ where: { recommendationId: id } })).toBe(2);
	});

	it("has one vote also when two are cast at the same moment, whichever", async () => {
		const { id } = await opened();
		const both = await Promise.all([castFor(id, 0), castFor(id, 1)]);
		expect(both.map(firstCode).sort()).toEqual(["done", "substitute-elsewhere"]);
		expect(await db.groupVote.count({ where: { recommendationId: id } })).toBe(1);
	});

	it("answers in writing for one of its seats, and stands for it in the vote that follows", async () => {
		const { meetingId, itemId, endsAt } = await circular(world(), {
			groupId: group.id,
			title: "Logo beschaffen",
			proposal: "Der Arbeitskreis empfiehlt das Logo.",
		});
		const give = (by: { personId: string }, seat: number) =>
			answerInWriting(world(actorOf(by)), {
				itemId,
				membershipId: seats[seat]?.membershipId ?? "",
				answer: "yes",
				reason: "",
				witnessId: "",
			});
		expect(firstCode(await give(standIn, 0))).toBe("done");
		expect(firstCode(await give(standIn, 1))).toBe("substitute-elsewhere");
		await expect(give(standIn, 2)).rejects.toThrow(Forbidden);
		const after = new Date(endsAt.getTime() + 3_600_000);
		must(await finishCircular(worldOf(db, house, after), { meetingId }));
		const reviewOn = daysFrom(today(after), 90);
		const input = { meetingId, itemId, responsiblePostId: mayen.postId, reviewOn };
		const { code } = must(await decideInWriting(worldOf(db, house, after), input));
		const list = await db.electorateEntry.findMany({
			where: { recommendation: { code }, present: true },
			select: { membershipId: true, substituteId: true },
		});
		expect(list).toEqual([{ membershipId: seats[0]?.membershipId, substituteId: standIn.membershipId }]);
	});

	it("is told of the vote, finds it, and can be written down as acting", async () => {
		const { id, code, meetingId } = await opened();
		const event = await db.auditEvent.findFirstOrThrow({
			where: { type: "groups.recommendation.opened", subjectId: id },
		});
		const letters = await manifest.notices?.["groups.recommendation.opened"]?.(db, {
			id: event.id,
			type: event.type,
			subject: { kind: "recommendation", id },
			ownerId: event.ownerId,
			at: event.at,
			actorPersonId: event.actorId,
			facts: {},
		});
		const told = letters?.map(({ to }) => ("personId" in to ? to.personId : null)) ?? [];
		expect(told.toSorted()).toEqual([...seats, standIn].map(({ personId }) => personId).toSorted());
		const open = await openVotesFor(world(actorOf(standIn)), group.id);
		expect(open.map((vote) => vote.code)).toContain(code);
		const manager = personWith(["participation-manager"], mayen.organisationId, {
			personId: await human(db, now, `Amt ${code}`),
		});
		const page = await runningPage(world(manager), { place: "mayen", group: group.slug, meeting: meetingId });
		const offered = new Map(page.seats.map((seat) => [seat.id, seat.substitutes.map((one) => one.id)]));
		expect(seats.map(({ membershipId }) => offered.get(membershipId))).toEqual([
			[standIn.membershipId],
			[standIn.membershipId],
			[],
		]);
	});
});
