import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { attendance, type GroupMade, meeting, workingGroup } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { amendCharter } from "../../charter/commands/amend-charter.server";
import { ruleFrom } from "../../charter/rule-choice";
import { manifest } from "../../manifest.server";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { castSecretVote, castVote } from "./cast-vote.server";
import { closeVote } from "./close-vote.server";
import type { BallotWanted } from "./open-decision.server";
import { certify, recordVotes } from "./votes.server";

const now = new Date("2026-11-22T10:00:00Z");
const twoThirds = { numerator: 2, denominator: 3 };
/** Politics agrees by simple majority like everybody; citizens need two thirds of their seats there, and of their votes. */
const asked: Parameters<typeof ruleFrom>[0] = {
	threshold: "simple-majority",
	quorum: "none",
	eachBench: false,
	benches: [
		{
			bench: "citizens",
			quorum: { share: twoThirds, comparison: "at-least", base: "seats", counts: "present" },
			threshold: { share: twoThirds, comparison: "at-least", base: "votes-cast" },
		},
	],
};
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let chair: Actor;
const world = (actor: Actor = house) => worldOf(db, actor, now);

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const ids: string[] = [];
	for (let index = 0; index < 6; index += 1) ids.push(await human(db, now, `Mitglied ${index}`));
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		benches: (["politics", "citizens"] as const).map((kind) => ({ kind, minSeats: 1, maxSeats: 4 })),
		// three of politics, then three of the citizens
		members: ids.map((personId, index) => ({
			bench: index < 3 ? "politics" : "citizens",
			person: { personId },
			function: index === 0 ? "chair" : "member",
		})),
		rule: asked,
	});
	chair = { ...personWith([], mayen.organisationId, { personId: ids[0] ?? "" }), grants: [] };
});

const seatAt = (index: number) => group.members[index]?.membershipId ?? "";
const actorAt = (index: number): Actor => ({
	...personWith([], mayen.organisationId, { personId: group.members[index]?.personId ?? "" }),
	secondFactor: false,
});

async function opened(ballot: Partial<BallotWanted>, there = group.members.length, biased: string[] = []) {
	const made = await meeting(world(), { groupId: group.id, startsAt: new Date(now.getTime() - 3_600_000) });
	await attendance(
		world(),
		made.meetingId,
		group.members.slice(0, there).map(({ membershipId }) => membershipId),
	);
	return openedVote(world(), { ...made, responsiblePostId: mayen.postId, ballot, biased });
}
async function countOf(code: string) {
	const { record } = await recommendationPage(world(chair), code);
	return record.count;
}
/** Everybody of politics says yes, the citizens what is given. */
async function voted(mode: "named" | "secret", citizens: readonly string[], biased: string[] = []) {
	const { id, code } = await opened({ mode }, 6, biased);
	for (const [index, choice] of ["yes", "yes", "yes", ...citizens].entries()) {
		const vote = { id, membershipId: seatAt(index), choice, reason: "" };
		must(await (mode === "named" ? castVote : castSecretVote)(world(actorAt(index)), vote));
	}
	must(await closeVote(world(), { id }));
	return { id, code };
}

describe("a bench's own majority and quorum", () => {
	it("are frozen with the vote and stay when the charter is changed", async () => {
		const { id, code } = await opened({ mode: "named" });
		const stored = await db.recommendation.findUniqueOrThrow({ where: { id }, select: { rule: true } });
		expect(stored.rule).toMatchObject({ benches: asked.benches });
		const tomorrow = daysFrom(today(now), 1);
		const amended = {
			groupId: group.id,
			validFrom: tomorrow,
			reason: "Die Bürgerschaft will keine eigene Hürde mehr.",
			mandate: richTextFromMarkdown("Wir beraten, wie alle gut durch den Landkreis kommen."),
			bodyKind: "advisory",
			benches: (["politics", "citizens"] as const).map((kind) => ({ kind, minSeats: 1, maxSeats: 4 })),
			rules: [{ name: "", rule: ruleFrom({ threshold: "simple-majority", quorum: "none", eachBench: false }) }],
			minutesBy: "chair",
			objectionDays: 14,
			guestsBy: "leaders",
			invitationDays: 14,
			motionDays: 7,
		} as const;
		const manager = personWith(["participation-manager"], mayen.organisationId, {
			personId: await human(db, now, "Amt"),
		});
		must(await amendCharter(world(manager), { ...amended, benches: [...amended.benches], rules: [...amended.rules] }));
		expect((await recommendationPage(world(chair), code)).record.rule).toMatchObject({ benches: asked.benches });
		await expect(
			db.recommendation.update({ where: { id }, data: { rule: { ...(stored.rule as object), benches: [] } } }),
		).rejects.toThrow();
	});

	it.each(["named", "secret"] as const)("decide in a vote that is %s, and stand beside the result", async (mode) => {
		const enough = await voted(mode, ["yes", "yes", "no"]);
		expect(await countOf(enough.code)).toMatchObject({
			result: "adopted",
			benchQuorums: [{ bench: "citizens", met: true, reached: 3, needed: 2, base: 3 }],
			count: { benches: [{ bench: "citizens", met: true, reached: 2, needed: 2, base: 3 }] },
		});
		const less = await voted(mode, ["yes", "abstain", "no"]);
		expect(await countOf(less.code)).toMatchObject({
			result: "rejected",
			count: {
				threshold: { met: true, reached: 4 },
				benches: [{ bench: "citizens", met: false, reached: 1, needed: 2, base: 3 }],
			},
		});
		expect(must(await certify(world(chair), { id: less.id, recordedAt: now })).result).toBe("rejected");
	});

	it("leave a vote undecided while too few of the bench take part, also those who are biased being seats", async () => {
		const [, , , first = "", second = ""] = group.members.map(({ membershipId }) => membershipId);
		const { id, code } = await opened({ mode: "named" }, 6, [first, second]);
		for (const index of [0, 1, 2, 5]) {
			must(await castVote(world(actorAt(index)), { id, membershipId: seatAt(index), choice: "yes", reason: "" }));
		}
		must(await closeVote(world(), { id }));
		expect(await countOf(code)).toMatchObject({
			result: "not-decided",
			benchQuorums: [{ bench: "citizens", met: false, reached: 1, needed: 2, base: 3 }],
			count: { benches: [{ met: true }] },
		});
	});

	it("count hands by who of the bench was there", async () => {
		const votes = (yes: number) => [
			{ bench: "politics", yes: 3, no: 0, abstain: 0 },
			{ bench: "citizens", yes, no: 0, abstain: 0 },
		];
		const few = await opened({ mode: "hands" }, 4);
		must(await recordVotes(world(), { id: few.id, votes: votes(1) }));
		expect(await countOf(few.code)).toMatchObject({
			result: "not-decided",
			benchQuorums: [{ bench: "citizens", met: false, reached: 1, needed: 2, base: 3 }],
		});
		const all = await opened({ mode: "hands" }, 5);
		must(await recordVotes(world(), { id: all.id, votes: votes(2) }));
		expect(await countOf(all.code)).toMatchObject({ result: "adopted", benchQuorums: [{ met: true }] });
	});

	it("say of another method who has to be there, and leave its ballots without a bench", async () => {
		const score = { method: "score", highest: 5, passive: false } as const;
		const { id, code } = await opened({ mode: "secret", method: score, options: ["Bus", "Rad"] }, 4);
		for (const index of [0, 1, 3]) {
			const vote = { id, membershipId: seatAt(index), choice: { 1: 5, 2: 0 } };
			must(await castSecretVote(world(actorAt(index)), vote));
		}
		must(await closeVote(world(), { id }));
		expect(await countOf(code)).toMatchObject({
			result: "not-decided",
			benchQuorums: [{ bench: "citizens", met: false, reached: 1, needed: 2 }],
		});
		const ballots = await db.groupSecretBallot.findMany({ where: { recommendationId: id } });
		expect(ballots.map(({ benchKind }) => benchKind)).toEqual([null, null, null]);
	});
});

describe("the rule of a vote", () => {
	it("is one of the charter's by name, and frozen with the vote", async () => {
		const own = await workingGroup(world(), {
			organisationId: mayen.organisationId,
			name: "Arbeitskreis Regeln",
			benches: [{ kind: "politics", minSeats: 1, maxSeats: 4 }],
			members: [{ bench: "politics", person: { personId: chair.kind === "person" ? chair.personId : "" } }],
			rule: { threshold: "simple-majority", quorum: "more-than-half", eachBench: false },
			furtherRules: [
				{
					name: "Änderung der Leitlinien",
					rule: { threshold: "two-thirds-of-members", quorum: "two-thirds", eachBench: true },
				},
			],
		});
		const openedBy = async (rule?: number) => {
			const made = await meeting(world(), { groupId: own.id, startsAt: new Date(now.getTime() - 3_600_000) });
			return openedVote(world(), { ...made, responsiblePostId: mayen.postId, rule });
		};
		const usual = await openedBy();
		const named = await openedBy(1);
		const stored = (id: string) => db.recommendation.findUniqueOrThrow({ where: { id }, include: { ballot: true } });
		expect(await stored(usual.id)).toMatchObject({
			rule: { threshold: { share: { numerator: 1, denominator: 2 }, base: "yes-and-no" }, eachBench: null },
			ballot: { ruleName: "", withBench: false },
		});
		expect(await stored(named.id)).toMatchObject({
			rule: {
				quorum: { share: { numerator: 2, denominator: 3 }, base: "seats" },
				threshold: { share: { numerator: 2, denominator: 3 }, base: "electorate" },
				eachBench: { share: { numerator: 1, denominator: 2 } },
			},
			ballot: { ruleName: "Änderung der Leitlinien", withBench: true },
		});
		await expect(openedBy(2)).rejects.toThrow("rule-missing");
		const page = await recommendationPage(world(chair), named.code);
		expect(page.record.ruleName).toBe("Änderung der Leitlinien");
		const ballot = { where: { recommendationId: named.id }, data: { ruleName: "" } };
		await expect(db.groupBallot.update(ballot)).rejects.toThrow();
	});
});
