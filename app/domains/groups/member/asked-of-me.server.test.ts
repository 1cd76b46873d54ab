import { beforeAll, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { circular, datePoll } from "~tests/factories/group-meetings";
import { attendance, type GroupMade, meeting, workingGroup } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { castVote } from "../deciding/commands/cast-vote.server";
import { answerInWriting } from "../meetings/circular/commands/answer-in-writing.server";
import { beginMinutes } from "../minutes/commands/begin.server";
import { circulate } from "../minutes/commands/circulate.server";
import { groupPage } from "../queries/group-page.server";
import { addSeat } from "../seats/commands/seats.server";
import { createTask } from "../tasks/commands/create.server";
import { memberPage } from "./queries/member-page.server";

const now = new Date("2026-11-22T12:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let postId: string;
let people: string[];
const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const as = (personId: string | undefined) => personWith([], town.organisationId, { personId: personId ?? "" });

beforeAll(async () => {
	({ db } = await freshDatabase());
	town = await place(db, now);
	postId = await post(world(), { organisationId: town.organisationId, label: "Koordination" });
	people = [];
	for (const name of ["Vera", "Anna", "Bodo", "Neu"]) people.push(await human(db, now, name));
});

function group(name: string): Promise<GroupMade> {
	return workingGroup(world(), {
		organisationId: town.organisationId,
		name,
		mandate: "Wir beraten, wie alle gut ans Ziel kommen. Der Rat entscheidet.",
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
		benches: [{ kind: "citizens", minSeats: 1, maxSeats: 5 }],
		members: people.slice(0, 3).map((personId, index) => ({
			bench: "citizens" as const,
			person: { personId },
			function: index === 0 ? ("chair" as const) : ("member" as const),
		})),
	});
}

it("a member reads at the top what the group is for, what is next and what is asked of them; done things go", async () => {
	const made = await group("Wege");
	const at = { place: town.slug, group: made.slug };
	const anna = as(people[1]);
	const seat = made.members[1]?.membershipId ?? "";
	const quiet = (await groupPage(world(anna), at)).glance;
	expect(quiet).toEqual({ purpose: "Wir beraten, wie alle gut ans Ziel kommen.", next: null, asked: [] });

	const held = await meeting(world(house, days(-9)), { groupId: made.id, startsAt: days(-7), title: "Zweite Sitzung" });
	await attendance(
		world(house, days(-6)),
		held.meetingId,
		made.members.map(({ membershipId }) => membershipId),
	);
	const vote = await openedVote(world(), {
		...held,
		responsiblePostId: postId,
		title: "Bänke",
		ballot: { closesAt: days(5) },
	});
	const { itemId } = await circular(world(), { groupId: made.id, title: "Fahrplan", proposal: "Der Bus bleibt." });
	await datePoll(world(), { groupId: made.id, days: [10, 12] });
	await meeting(world(), { groupId: made.id, startsAt: days(20), title: "Dritte Sitzung" });
	const officers = { presidedById: people[0] ?? "", minuteTakerId: people[2] ?? "" };
	const { id: minutesId } = must(await beginMinutes(world(), { meetingId: held.meetingId, ...officers }));
	must(await circulate(world(), { minutesId, objectionsUntil: daysFrom(today(now), 14) }));
	must(
		await createTask(world(), {
			groupId: made.id,
			title: "Standorte abgehen",
			text: "",
			meetingId: held.meetingId,
			recommendationId: null,
			postId,
			memberId: seat,
			dueOn: daysFrom(today(now), 3),
			isPublic: false,
		}),
	);

	const { glance } = await groupPage(world(anna), at);
	expect(glance?.next).toMatchObject({ title: "Dritte Sitzung", running: false });
	expect(glance?.asked.map(({ text }) => text)).toEqual([
		"Abstimmen: Bänke",
		"Schriftlich antworten: Fahrplan",
		"Wann können Sie? Vierte Sitzung",
		"Kommen Sie? Dritte Sitzung",
		"Protokoll lesen: Zweite Sitzung",
		"Aufgabe: Standorte abgehen",
	]);
	expect((await memberPage(world(anna), at)).sections[0]?.entries).toEqual(glance?.asked);

	must(await castVote(world(anna), { id: vote.id, membershipId: seat, choice: "yes", reason: "" }));
	must(await answerInWriting(world(anna), { itemId, membershipId: seat, answer: "yes", reason: "" }));
	const rest = (await groupPage(world(anna), at)).glance?.asked.map(({ text }) => text);
	expect(rest).not.toContain("Abstimmen: Bänke");
	expect(rest).not.toContain("Schriftlich antworten: Fahrplan");
	const later = (await groupPage(world(anna, days(15)), at)).glance?.asked.map(({ text }) => text);
	expect(later).not.toContain("Protokoll lesen: Zweite Sitzung");

	// of another group nothing, and nobody outside is asked anything
	const other = await group("Plätze");
	expect((await groupPage(world(anna), { place: town.slug, group: other.slug })).glance?.asked).toEqual([]);
	expect((await groupPage(world(guest), at)).glance).toBeNull();
	expect((await groupPage(world(as(people[3])), at)).glance).toBeNull();
});

it("who came after a meeting is not asked about its minutes", async () => {
	const made = await group("Stadtgrün");
	const held = await meeting(world(house, days(-9)), { groupId: made.id, startsAt: days(-7), title: "Erste Sitzung" });
	await attendance(
		world(house, days(-6)),
		held.meetingId,
		made.members.map(({ membershipId }) => membershipId),
	);
	const officers = { presidedById: people[0] ?? "", minuteTakerId: people[2] ?? "" };
	const { id: minutesId } = must(await beginMinutes(world(), { meetingId: held.meetingId, ...officers }));
	must(await circulate(world(), { minutesId, objectionsUntil: daysFrom(today(now), 14) }));
	must(
		await addSeat(world(), {
			groupId: made.id,
			benchKind: "citizens",
			holder: { personId: people[3] ?? "" },
			function: "member",
			substituteForId: null,
			nameIsPublic: true,
			validFrom: daysFrom(today(now), -2),
			validUntil: null,
		}),
	);
	const { glance } = await groupPage(world(as(people[3])), { place: town.slug, group: made.slug });
	expect(glance?.asked).toEqual([]);
});
