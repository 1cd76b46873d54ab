import { beforeAll, describe, expect, it } from "vitest";
import { house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { attendance, meeting, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { amendCharter } from "../../charter/commands/amend-charter.server";
import { ruleFrom } from "../../charter/rule-choice";
import { manifest } from "../../manifest.server";
import { standingAt } from "../../meetings/queries/standing.server";
import { groupById } from "../../queries/find-group.server";
import { addSeat } from "../../seats/commands/seats.server";
import { openDecision } from "./open-decision.server";

const now = new Date("2026-11-22T10:00:00Z");
const held = new Date("2026-11-12T10:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
const world = () => worldOf(db, house, now);

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
});

/** A group whose citizens have at least one seat, with a member of politics from the beginning and the given citizens. */
async function groupWith(name: string, citizens: readonly { validFrom: Date; validUntil: Date | null }[]) {
	const group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		name,
		benches: (["politics", "citizens"] as const).map((kind) => ({ kind, minSeats: 1, maxSeats: 3 })),
		members: [{ bench: "politics", person: { personId: await human(db, now, `Rat ${name}`) } }],
		rule: { threshold: "simple-majority", quorum: "none", eachBench: false },
	});
	const seats = group.members.map(({ membershipId }) => membershipId);
	for (const [index, period] of citizens.entries()) {
		const { membershipId } = must(
			await addSeat(world(), {
				groupId: group.id,
				benchKind: "citizens",
				holder: { personId: await human(db, now, `Bürgerin ${index} ${name}`) },
				function: "member",
				substituteForId: null,
				nameIsPublic: true,
				...period,
			}),
		);
		seats.push(membershipId);
	}
	return { id: group.id, seats };
}
const open = (made: { meetingId: string; agendaItemId: string }, at = world()) =>
	openDecision(at, {
		...made,
		title: "Rufbus erproben",
		wording: richTextFromMarkdown("Der Arbeitskreis empfiehlt einen Rufbus."),
		votedAt: held,
		biased: [],
		responsiblePostId: mayen.postId,
		reviewOn: daysFrom(today(now), 90),
	});

describe("a vote is opened for the day of its meeting", () => {
	it("not while a bench was under its minimum on that day, although it is filled today", async () => {
		const late = await groupWith("Spät", []);
		const made = await meeting(world(), { groupId: late.id, startsAt: held });
		must(
			await addSeat(world(), {
				groupId: late.id,
				benchKind: "citizens",
				holder: { personId: await human(db, now, "Später") },
				function: "member",
				substituteForId: null,
				nameIsPublic: true,
				validFrom: daysFrom(today(now), -3),
				validUntil: null,
			}),
		);
		await attendance(world(), made.meetingId, late.seats);
		expect(await open(made)).toMatchObject({
			done: false,
			refusals: [{ code: "bench-too-small", values: { bench: "citizens", seats: 0, limit: 1 } }],
		});
		expect(await db.recommendation.count({ where: { groupId: late.id } })).toBe(0);
	});

	it("with the voting list of that day: who left since is on it, who came since is not", async () => {
		const since = daysFrom(today(now), -3);
		const then = daysFrom(today(now), -100);
		const gone = await groupWith("Gegangen", [
			{ validFrom: then, validUntil: since },
			{ validFrom: since, validUntil: null },
		]);
		const made = await meeting(world(), { groupId: gone.id, startsAt: held });
		await attendance(world(), made.meetingId, gone.seats.slice(0, 2));
		const { id } = must(await open(made));
		const list = await db.electorateEntry.findMany({ where: { recommendationId: id }, select: { membershipId: true } });
		expect(list.map(({ membershipId }) => membershipId).toSorted()).toEqual(gone.seats.slice(0, 2).toSorted());
		expect((await db.recommendation.findUniqueOrThrow({ where: { id } })).seats).toBe(2);
	});

	it("under the rule of the charter of that day, by which the standing was shown too", async () => {
		const then = daysFrom(today(now), -100);
		const group = await groupWith("Regel", [{ validFrom: then, validUntil: null }]);
		const made = await meeting(world(), { groupId: group.id, startsAt: held });
		await attendance(world(), made.meetingId, group.seats);
		const manager = personWith(["participation-manager"], mayen.organisationId, {
			personId: await human(db, now, "Amt"),
		});
		must(
			await amendCharter(worldOf(db, manager, now), {
				groupId: group.id,
				validFrom: daysFrom(today(now), 1),
				reason: "Künftig müssen alle da sein.",
				mandate: richTextFromMarkdown("Wir beraten über den Bus."),
				bodyKind: "advisory",
				benches: (["politics", "citizens"] as const).map((kind) => ({ kind, minSeats: 1, maxSeats: 3 })),
				rules: [{ name: "", rule: ruleFrom({ threshold: "without-dissent", quorum: "two-thirds", eachBench: true }) }],
				minutesBy: "chair",
				objectionDays: 14,
				guestsBy: "leaders",
				invitationDays: 14,
				motionDays: 7,
			}),
		);
		const later = worldOf(db, house, new Date(now.getTime() + 3 * 24 * 3_600_000));
		const found = await groupById(later, group.id);
		expect(found.rule).toMatchObject({ quorum: { base: "seats" } });
		const row = await db.meeting.findUniqueOrThrow({ where: { id: made.meetingId } });
		expect((await standingAt(later, found, row, { itemId: null, at: held })).quorum).toBeNull();
		const { id } = must(await open(made, later));
		expect((await db.recommendation.findUniqueOrThrow({ where: { id } })).rule).toMatchObject({
			quorum: null,
			threshold: { base: "yes-and-no", comparison: "more-than" },
			eachBench: null,
		});
	});
});
