import { beforeAll, expect, it } from "vitest";
import { type Actor, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { attendance, type GroupMade, meeting, workingGroup } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { castSecretVote } from "../deciding/commands/cast-vote.server";
import { closeVote } from "../deciding/commands/close-vote.server";
import type { BallotWanted } from "../deciding/commands/open-decision.server";
import { certify } from "../deciding/commands/votes.server";
import { manifest } from "../manifest.server";
import { beginMinutes } from "./commands/begin.server";
import { circulate } from "./commands/circulate.server";
import { finalise, sign } from "./commands/finish.server";
import { minutesPage } from "./queries/minutes-page.server";

type Person = Extract<Actor, { kind: "person" }>;
type Choice = Parameters<typeof castSecretVote>[1]["choice"];

const startsAt = new Date("2026-11-21T17:00:00Z");
const now = new Date("2026-11-21T20:00:00Z");
const later = new Date("2026-11-21T21:00:00Z");
const after = new Date("2026-12-10T09:00:00Z");

let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let clerk: Person;
let members: Person[];

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const [clerkId = "", ...ids] = await Promise.all(["Petra", "Vera", "Mia", "Jo"].map((name) => human(db, now, name)));
	clerk = personWith(["participation-manager"], mayen.organisationId, { personId: clerkId });
	members = ids.map((personId) => ({ ...personWith([], mayen.organisationId, { personId }), grants: [] }));
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		rule: { threshold: "simple-majority", quorum: "more-than-half", eachBench: false },
		benches: [{ kind: "citizens", minSeats: 1, maxSeats: 9 }],
		members: ids.map((personId, index) => ({
			bench: "citizens",
			person: { personId },
			function: index === 0 ? "chair" : "member",
		})),
	});
});

const seats = () => group.members.map(({ membershipId }) => membershipId);

it.each<[string, Partial<BallotWanted>, Choice[], string[]]>([
	[
		"points for options",
		{ method: { method: "score", highest: 5, passive: false }, options: ["Mendig", "Polch"] },
		[
			{ "1": 5, "2": 1 },
			{ "1": 4, "2": 1 },
			{ "1": 3, "2": 2 },
		],
		["Mendig: 12 Punkte", "Polch: 4 Punkte"],
	],
	[
		"places for options",
		{ method: { method: "ranking", passive: false }, options: ["Mendig", "Polch"] },
		[
			{ "1": 1, "2": 2 },
			{ "1": 1, "2": 2 },
			{ "1": 2, "2": 1 },
		],
		["Platz 1: Mendig", "Platz 2: Polch"],
	],
	["yes and no", {}, ["yes", "yes", "no"], ["Ja: 2, Nein: 1, Enthaltung: 0"]],
])("minutes hold the result of a secret vote with %s and can become final", async (_, ballot, choices, sentences) => {
	const made = await meeting(world(), { groupId: group.id, startsAt, item: "Rufbus" });
	await attendance(world(), made.meetingId, seats());
	const { id } = await openedVote(world(), {
		...made,
		responsiblePostId: mayen.postId,
		ballot: { mode: "secret", ...ballot },
	});
	for (const [index, choice] of choices.entries()) {
		const [actor, membershipId] = [members[index], seats()[index]];
		if (!actor || !membershipId) throw new Error("a vote without a seat");
		must(await castSecretVote(world(actor), { id, membershipId, choice }));
	}
	must(await closeVote(world(house, later), { id }));
	const [chair] = members;
	if (!chair) throw new Error("no chair");
	const { result } = must(await certify(world(chair, later), { id, recordedAt: later }));
	const officers = { presidedById: chair.personId, minuteTakerId: clerk.personId };
	const minutes = must(await beginMinutes(world(clerk, later), { meetingId: made.meetingId, ...officers }));
	const objectionsUntil = daysFrom(today(later), 14);
	const { sha256 } = must(await circulate(world(clerk, later), { minutesId: minutes.id, objectionsUntil }));
	for (const actor of [chair, clerk]) {
		must(await sign(world(steppedUp(actor, after), after), { minutesId: minutes.id, sha256 }));
	}
	must(await finalise(world(clerk, after), { minutesId: minutes.id }));
	const at = { place: mayen.slug, group: group.slug, meeting: made.meetingId };
	const page = await minutesPage(world(house, after), at, { version: null, asPublic: false });
	const [decision] = page.content.items.flatMap((item) => item.decisions);
	expect(decision).toMatchObject({ result, code: expect.any(String) });
	expect(decision?.figures).toEqual(sentences);
});
