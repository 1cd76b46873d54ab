import { beforeAll, describe, expect, it } from "vitest";
import { attendance, type GroupMade, meeting } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { type VotingHouse, votingHouse } from "~tests/support/voting-house";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { castSecretVote, castVote } from "./cast-vote.server";
import { closeVote } from "./close-vote.server";

const now = new Date("2026-11-22T10:00:00Z");
let place: VotingHouse;
let group: GroupMade;

beforeAll(async () => {
	place = await votingHouse(now, 8);
	group = await place.group({ benches: ["citizens"], quorum: "half-of-present-vote" });
});

/** A vote that was opened with the first so many in the room, and in which those of these places say yes. */
async function voted(mode: "named" | "secret", there: number, voters: readonly number[]) {
	const made = await meeting(place.world(), { groupId: group.id, startsAt: new Date(now.getTime() - 3_600_000) });
	const inTheRoom = group.members.slice(0, there).map(({ membershipId }) => membershipId);
	await attendance(place.world(), made.meetingId, inTheRoom);
	const { id, code } = await openedVote(place.world(), {
		...made,
		responsiblePostId: place.mayen.postId,
		ballot: { mode },
	});
	for (const index of voters) {
		const { membershipId = "", personId = "" } = group.members[index] ?? {};
		const cast = mode === "named" ? castVote : castSecretVote;
		must(await cast(place.world(place.citizen(personId)), { id, membershipId, choice: "yes", reason: "" }));
	}
	must(await closeVote(place.world(), { id }));
	const { record } = await recommendationPage(place.world(place.chair), code);
	return [record.count?.turnout.present, record.count?.quorum?.met];
}

describe.each(["named", "secret"] as const)("half of those present must vote (%s)", (mode) => {
	it.each([
		["three of seven in the room", 7, [0, 1, 2], [7, false]],
		["four of seven in the room", 7, [0, 1, 2, 3], [7, true]],
		["three in the room and one from home", 7, [0, 1, 2, 7], [8, true]],
		["three from home, nobody in the room", 0, [0, 1, 2], [3, true]],
	] as const)("%s", async (_, there, voters, expected) => {
		expect(await voted(mode, there, voters)).toEqual(expected);
	});
});
