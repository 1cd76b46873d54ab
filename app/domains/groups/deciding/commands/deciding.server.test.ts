import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { type GroupMade, type MemberWanted, meeting, substitute, workingGroup } from "~tests/factories/groups";
import { openedVote } from "~tests/factories/groups-deciding";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../../manifest.server";
import { recommendationPage } from "../../recommendations/queries/recommendation-page.server";
import { ballotPage, openVotesFor, votersOf } from "../queries/ballot-page.server";
import { castVote, recordVoteOnBehalf } from "./cast-vote.server";
import { closeDueVotes, closeVote, remindDueVotes } from "./close-vote.server";
import { refuseCertification } from "./refuse-certification.server";
import { treatObjection, writeStatement } from "./statements.server";
import { cancelDecision, certify, publish, recordVotes } from "./votes.server";

const now = new Date("2026-11-22T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let chair: Actor;
let manager: Actor;
let stranger: Actor;
/** The members without a role and without a second factor, in the order of their seats behind the chair. */
let members: Actor[];
let deputyOfFirst: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
/** A citizen with an account: no grant, no second factor. */
const citizen = (personId: string): Actor => ({
	...personWith([], mayen.organisationId, { personId }),
	secondFactor: false,
});
const seatOf = (index: number) => {
	const seat = group.members[index];
	if (!seat) throw new Error("no seat");
	return seat.membershipId;
};
const memberAt = (index: number) => {
	const actor = members[index - 1];
	if (!actor) throw new Error("no member");
	return actor;
};

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	const ids: string[] = [];
	for (const name of ["Vera", "Amt", "Rat", "Berta", "Carl", "Dora", "Ersatz", "Petra", "Knut"]) {
		ids.push(await human(db, now, name));
	}
	const [chairId = "", ...rest] = ids;
	chair = { ...personWith([], mayen.organisationId, { personId: chairId }), grants: [] };
	const wanted: MemberWanted[] = [
		{ bench: "politics", person: { personId: chairId }, function: "chair" },
		{ bench: "administration", person: { personId: rest[0] ?? "" } },
		{ bench: "politics", person: { personId: rest[1] ?? "" } },
		{ bench: "citizens", person: { personId: rest[2] ?? "" } },
		{ bench: "citizens", person: { personId: rest[3] ?? "" }, nameIsPublic: false },
		{ bench: "advisory", person: { personId: rest[4] ?? "" } },
	];
	members = rest.slice(0, 5).map(citizen);
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: rest[6] ?? "" });
	stranger = personWith(["participation-manager"], koblenz.organisationId, { personId: rest[7] ?? "" });
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		members: wanted,
		rule: { threshold: "two-thirds-of-votes", quorum: "half-of-present-vote", eachBench: false },
	});
	await substitute(world(), { groupId: group.id, seatId: seatOf(1), person: { personId: rest[5] ?? "" } });
	deputyOfFirst = citizen(rest[5] ?? "");
});

type Ballot = NonNullable<Parameters<typeof openedVote>[1]["ballot"]>;

/** A vote on a meeting of its own that has begun an hour ago. */
async function opened(ballot: Ballot = {}, more: { biased?: string[] } = {}) {
	const made = await meeting(world(), {
		groupId: group.id,
		startsAt: hours(-1),
		item: `Punkt ${newId(now).slice(-6)}`,
	});
	const vote = await openedVote(world(), { ...made, responsiblePostId: mayen.postId, ballot, ...more });
	return { ...vote, ...made };
}
const vote = (actor: Actor, id: string, seat: number, choice: string, reason = "", at = now) =>
	castVote(world(actor, at), { id, membershipId: seatOf(seat), choice, reason });
const codeOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.done ? "done" : outcome.refusals?.[0]?.code;
const at = (code: string) => ({ place: "mayen", group: group.slug, code });
const lettersOf = async (type: string, id: string) => {
	const event = await db.auditEvent.findFirstOrThrow({ where: { type, subjectId: id }, orderBy: { position: "desc" } });
	const write = manifest.notices?.[type];
	if (!write) throw new Error(`nobody is told of ${type}`);
	return write(db, {
		id: event.id,
		type,
		subject: { kind: event.subjectKind, id },
		ownerId: event.ownerId,
		at: event.at,
		actorPersonId: event.actorId,
		facts: event.facts as Record<string, string>,
	});
};
const told = async (type: string, id: string) =>
	(await lettersOf(type, id)).map(({ to }) => ("personId" in to ? to.personId : to.email)).sort();
const personIds = (actors: Actor[]) => actors.map((actor) => ("personId" in actor ? actor.personId : "")).sort();

describe("votes by name", () => {
	it("are cast by members without any role, changed until the end, and then counted by bench", async () => {
		const { id, code } = await opened({ closesAt: hours(2) });
		expect(await openVotesFor(world(memberAt(3)), group.id)).toContainEqual(
			expect.objectContaining({ code, hasVoted: false }),
		);
		must(await vote(memberAt(3), id, 3, "no"));
		must(await vote(memberAt(3), id, 3, "yes", "Es hilft."));
		must(await vote(memberAt(4), id, 4, "yes"));
		must(await vote(memberAt(1), id, 1, "yes"));
		must(await vote(chair, id, 0, "no"));
		expect(await db.groupVote.count({ where: { recommendationId: id } })).toBe(4);
		expect((await ballotPage(world(memberAt(3)), at(code))).seats).toMatchObject([
			{ vote: { choice: "yes", reason: "Es hilft." } },
		]);
		// nothing of the votes is handed out before the end
		expect((await recommendationPage(world(chair), code)).record).toMatchObject({ count: null, votes: [] });
		expect(codeOf(await vote(memberAt(3), id, 3, "no", "", hours(2)))).toBe("voting-closed");
		expect(await closeDueVotes(world(house, hours(3)))).toBe(1);
		expect(await closeDueVotes(world(house, hours(3)))).toBe(0);
		expect(codeOf(await vote(memberAt(2), id, 2, "no", "", hours(1)))).toBe("voting-closed");
		const { record, tallies } = await recommendationPage(world(memberAt(3), hours(3)), code);
		expect(record.count).toMatchObject({
			result: "adopted",
			turnout: { seats: 6, electorate: 6, present: 4, cast: 4 },
		});
		expect(tallies).toMatchObject([
			{ bench: "administration", electorate: 1, present: 1, yes: 1, no: 0 },
			{ bench: "politics", electorate: 2, present: 1, yes: 0, no: 1 },
			{ bench: "advisory", electorate: 1, present: 0, yes: 0, no: 0 },
			{ bench: "citizens", electorate: 2, present: 2, yes: 2, no: 0 },
		]);
		const recordedAt = hours(3);
		expect(must(await certify(world(chair, hours(4)), { id, recordedAt }))).toEqual({ result: "adopted" });
		must(await publish(world(chair, hours(4)), { id }));
		// everybody reads names as their bearers agreed
		const outside = await recommendationPage(world(guest, hours(5)), code);
		expect(new Map(outside.record.votes.map(({ name, choice }) => [name, choice]))).toEqual(
			new Map([
				["Amt", "yes"],
				["Berta", "yes"],
				[null, "yes"],
				["Vera", "no"],
			]),
		);
	});

	it("are only theirs who have the seat, and leave no trace when refused", async () => {
		const { id, code } = await opened({}, { biased: [seatOf(5)] });
		const events = await db.auditEvent.count();
		await expect(vote(stranger, id, 3, "yes")).rejects.toThrow(Forbidden);
		await expect(vote(memberAt(4), id, 3, "yes")).rejects.toThrow(Forbidden);
		await expect(vote(manager, id, 3, "yes")).rejects.toThrow(Forbidden);
		await expect(vote(guest, id, 3, "yes")).rejects.toThrow(SignInNeeded);
		await expect(vote(memberAt(5), id, 5, "yes")).rejects.toThrow(Forbidden);
		await expect(ballotPage(world(guest), at(code))).rejects.toThrow(SignInNeeded);
		await expect(ballotPage(world(stranger), at(code))).rejects.toThrow(NotFound);
		expect(codeOf(await vote(memberAt(3), id, 3, "perhaps"))).toBe("choice-incomplete");
		expect(await db.auditEvent.count()).toBe(events);
		expect(await db.groupVote.count({ where: { recommendationId: id } })).toBe(0);
	});

	it("count once per seat, however many at once: the member's own stays", async () => {
		const { id } = await opened();
		const outcomes = await Promise.all([
			...["yes", "no", "abstain"].map((choice) => vote(deputyOfFirst, id, 1, choice)),
			vote(memberAt(1), id, 1, "no"),
			...["yes", "abstain"].map((choice) => vote(deputyOfFirst, id, 1, choice)),
		]);
		expect(outcomes.map(codeOf)).toContain("done");
		expect(await db.groupVote.findMany({ where: { recommendationId: id } })).toMatchObject([
			{ choice: "no", actingId: null },
		]);
		expect(codeOf(await vote(deputyOfFirst, id, 1, "yes"))).toBe("member-has-voted");
	});

	it("by a substitute stand for the seat, and say so", async () => {
		const { id, code } = await opened();
		must(await vote(deputyOfFirst, id, 1, "yes"));
		must(await closeVote(world(chair), { id }));
		const { record } = await recommendationPage(world(chair), code);
		expect(record.votes).toMatchObject([{ name: "Amt", acting: { name: "Ersatz" } }]);
		expect(record.count?.turnout.cast).toBe(1);
	});

	it("ask for the reason the rule asks for", async () => {
		const { id } = await opened({ method: { method: "majority", reasonForNo: true } });
		expect(codeOf(await vote(memberAt(3), id, 3, "no"))).toBe("reason-missing");
		must(await vote(memberAt(3), id, 3, "no", "Zu teuer."));
		must(await vote(memberAt(4), id, 4, "yes"));
	});

	it("are frozen with text, options, rule and voting list, also in the database", async () => {
		const { id } = await opened();
		for (const change of [
			db.groupBallot.update({ where: { recommendationId: id }, data: { mode: "secret" } }),
			db.groupBallot.update({ where: { recommendationId: id }, data: { closesAt: hours(1) } }),
			db.groupBallot.delete({ where: { recommendationId: id } }),
			db.recommendation.update({ where: { id }, data: { rule: { method: "consent", quorum: null } } }),
			db.electorateEntry.updateMany({ where: { recommendationId: id }, data: { biased: true } }),
		]) {
			await expect(change).rejects.toThrow();
		}
		must(await vote(memberAt(3), id, 3, "yes"));
		must(await closeVote(world(chair), { id }));
		await expect(
			db.groupVote.updateMany({ where: { recommendationId: id }, data: { choice: "no" } }),
		).rejects.toThrow();
		await expect(db.groupVote.deleteMany({ where: { recommendationId: id } })).rejects.toThrow();
	});

	it("of two openings at once one passes; hands are not written down where votes are by name", async () => {
		const made = await meeting(world(), { groupId: group.id, startsAt: hours(-1) });
		const open = () => openedVote(world(), { ...made, responsiblePostId: mayen.postId });
		const outcomes = await Promise.allSettled([open(), open(), open()]);
		expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		const { id } = await db.recommendation.findFirstOrThrow({ where: { agendaItemId: made.agendaItemId } });
		expect(codeOf(await recordVotes(world(chair), { id, votes: [] }))).toBe("not-now");
		await expect(closeVote(world(stranger), { id })).rejects.toThrow(Forbidden);
		await expect(closeVote(world(memberAt(3)), { id })).rejects.toThrow(Forbidden);
	});
});

describe("a vote on behalf", () => {
	const onBehalf = (actor: Actor, id: string, seat: number, witness: number, choice = "yes") =>
		recordVoteOnBehalf(world(actor), {
			id,
			membershipId: seatOf(seat),
			choice,
			reason: "",
			witnessId: seatOf(witness),
		});

	it("needs a witness, is told to the member, and gives way to what they say themselves", async () => {
		const { id, code } = await opened();
		expect(codeOf(await onBehalf(manager, id, 3, 3))).toBe("witness-another");
		expect(codeOf(await onBehalf(chair, id, 3, 0))).toBe("witness-another");
		await expect(onBehalf(memberAt(2), id, 3, 2)).rejects.toThrow(Forbidden);
		must(await onBehalf(manager, id, 3, 2));
		must(await onBehalf(manager, id, 3, 2, "abstain"));
		expect(await told("groups.vote.recorded-on-behalf", id)).toEqual(personIds([memberAt(3)]));
		expect((await ballotPage(world(memberAt(3)), at(code))).seats[0]?.vote).toMatchObject({
			choice: "abstain",
			witness: "Rat",
		});
		must(await vote(memberAt(3), id, 3, "no"));
		expect(codeOf(await onBehalf(manager, id, 3, 2))).toBe("member-has-voted");
		expect(await db.groupVote.findMany({ where: { recommendationId: id } })).toMatchObject([
			{ choice: "no", witnessId: null, recordedById: null },
		]);
	});

	it("is not possible in secret", async () => {
		const { id } = await opened({ mode: "secret" });
		expect(codeOf(await onBehalf(manager, id, 3, 2))).toBe("not-in-secret");
	});
});

describe("consent", () => {
	it("an objection stops it and stays visible with how it was dealt with, also in the next vote", async () => {
		const first = await opened({ method: { method: "consent" } });
		const { id } = first;
		expect(codeOf(await vote(memberAt(4), id, 4, "objection"))).toBe("reason-missing");
		must(await vote(memberAt(4), id, 4, "objection", "Der Ort fehlt."));
		must(await vote(memberAt(3), id, 3, "consent"));
		must(await vote(chair, id, 0, "reservation", "Die Kosten."));
		must(await closeVote(world(chair), { id }));
		expect(codeOf(await certify(world(chair), { id, recordedAt: now }))).toBe("objections-open");
		const treat = (actor: Actor, note = "Der Ort steht jetzt im Wortlaut.") =>
			treatObjection(world(actor), { id, membershipId: seatOf(4), outcome: "integrated", note });
		await expect(treat(memberAt(4))).rejects.toThrow(Forbidden);
		expect(codeOf(await treat(chair, ""))).toBe("note-missing");
		must(await treat(chair));
		expect(
			codeOf(await treatObjection(world(chair), { id, membershipId: seatOf(3), outcome: "stands", note: "Keiner." })),
		).toBe("no-objection");
		const { record } = await recommendationPage(world(chair), first.code);
		expect(record.count).toMatchObject({ result: "rejected", answers: { consent: 1, reservation: 1, objection: 1 } });
		expect(record.objections).toMatchObject([{ reason: "Der Ort fehlt.", treatment: { outcome: "integrated" } }]);

		must(await cancelDecision(world(chair), { id }));
		expect(await told("groups.recommendation.cancelled", id)).toEqual(personIds([chair, memberAt(3), memberAt(4)]));
		const again = await openedVote(world(), {
			...first,
			responsiblePostId: mayen.postId,
			wording: "Der Rufbus fährt in Mayen.",
			ballot: { method: { method: "consent" }, replacesId: id },
		});
		expect(await db.groupVote.count({ where: { recommendationId: again.id } })).toBe(0);
		must(await vote(memberAt(4), again.id, 4, "consent"));
		must(await closeVote(world(chair), { id: again.id }));
		expect(must(await certify(world(chair), { id: again.id, recordedAt: now }))).toEqual({ result: "adopted" });
		const next = await recommendationPage(world(chair), again.code);
		expect(next.record.replaced?.objections).toMatchObject([{ reason: "Der Ort fehlt." }]);
		expect((await recommendationPage(world(chair), first.code)).record.replacedByCode).toBe(again.code);
	});

	it("only a cancelled vote on the same item is replaced", async () => {
		const running = await opened();
		const made = await meeting(world(), { groupId: group.id, startsAt: hours(-1) });
		await expect(
			openedVote(world(), { ...made, responsiblePostId: mayen.postId, ballot: { replacesId: running.id } }),
		).rejects.toThrow("not-the-cancelled");
	});
});

describe("options", () => {
	it("are judged, hashed with the wording, and counted", async () => {
		const { id, code } = await opened({ method: { method: "resistance", highest: 10 }, options: ["Bus", "Rad"] });
		const plain = await opened();
		const hashes = await db.recommendation.findMany({
			where: { id: { in: [id, plain.id] } },
			select: { wordingHash: true },
		});
		expect(new Set(hashes.map(({ wordingHash }) => wordingHash)).size).toBe(2);
		const rate = (seat: number, figures: Record<string, number>) =>
			castVote(world(memberAt(seat)), { id, membershipId: seatOf(seat), choice: figures, reason: "" });
		expect(codeOf(await rate(3, { "1": 4, "2": 0 }))).toBe("choice-incomplete");
		expect(codeOf(await rate(3, { "1": 11, "2": 0, "3": 5 }))).toBe("choice-incomplete");
		must(await rate(3, { "1": 4, "2": 0, "3": 9 }));
		must(await rate(4, { "1": 2, "2": 7, "3": 9 }));
		must(await vote(memberAt(1), id, 1, "abstain"));
		must(await closeVote(world(chair), { id }));
		const { record } = await recommendationPage(world(chair), code);
		expect(record.count).toMatchObject({
			method: "resistance",
			result: "adopted",
			winner: "1",
			options: [
				{ option: "1", resistance: 6, acceptance: "7/10" },
				{ option: "2", resistance: 7 },
				{ option: "3", resistance: 18 },
			],
			turnout: { cast: 3 },
		});
		expect(must(await certify(world(chair), { id, recordedAt: now })).result).toBe("adopted");
	});
});

describe("reminders", () => {
	it("go once, also late, only to those who have not voted when the mail is written", async () => {
		const { id } = await opened({ closesAt: hours(10), remindAt: hours(2) });
		must(await vote(memberAt(3), id, 3, "yes"));
		expect(await remindDueVotes(world(house, hours(1)))).toBe(0);
		expect(await remindDueVotes(world(house, hours(5)))).toBe(1);
		expect(await remindDueVotes(world(house, hours(6)))).toBe(0);
		expect(await told("groups.vote.reminded", id)).toEqual(
			personIds([chair, memberAt(1), memberAt(2), memberAt(4), memberAt(5)]),
		);
		must(await vote(memberAt(4), id, 4, "yes", "", hours(6)));
		expect(await told("groups.vote.reminded", id)).not.toContain(personIds([memberAt(4)])[0]);
		must(await closeVote(world(house, hours(10)), { id }));
		expect(await told("groups.vote.reminded", id)).toEqual([]);
	});

	it("go once also when two look at the same moment, and not for what was closed or cancelled before", async () => {
		const { id } = await opened({ closesAt: hours(10), remindAt: hours(2) });
		const closed = await opened({ closesAt: hours(10), remindAt: hours(2) });
		must(await closeVote(world(house, hours(1)), { id: closed.id }));
		const cancelled = await opened({ closesAt: hours(10), remindAt: hours(2) });
		must(await cancelDecision(world(house, hours(1)), { id: cancelled.id }));
		await Promise.all([1, 2].map(() => remindDueVotes(world(house, hours(3)))));
		const reminded = (subjectId: string) => db.auditEvent.count({ where: { type: "groups.vote.reminded", subjectId } });
		expect(await Promise.all([id, closed.id, cancelled.id].map(reminded))).toEqual([1, 0, 0]);
	});

	it("do not go after the end, and votes that are over are not reminded of", async () => {
		await opened({ closesAt: hours(3), remindAt: hours(2) });
		expect(await remindDueVotes(world(house, hours(3)))).toBe(0);
	});

	it("of an open vote members and, by name, their substitutes are told", async () => {
		const { id } = await opened({ closesAt: hours(3) });
		expect(await told("groups.recommendation.opened", id)).toEqual(personIds([chair, ...members, deputyOfFirst]));
	});
});

describe("certifying", () => {
	async function counted() {
		const made = await opened();
		must(await vote(memberAt(3), made.id, 3, "yes"));
		must(await closeVote(world(chair), { id: made.id }));
		return made;
	}

	it("is refused with a reason, and then nothing is certified in its place", async () => {
		const { id, code } = await counted();
		const refuse = (actor: Actor, reason = "Zwei Mitglieder konnten sich nicht anmelden.") =>
			refuseCertification(world(actor), { id, reason });
		await expect(refuse(manager)).rejects.toThrow(Forbidden);
		expect(codeOf(await refuse(chair, ""))).toBe("reason-missing");
		must(await refuse(chair));
		expect(codeOf(await certify(world(chair), { id, recordedAt: now }))).toBe("not-now");
		await expect(
			db.recommendation.update({ where: { id }, data: { result: "adopted", certifiedAt: now } }),
		).rejects.toThrow(/refused/);
		await expect(db.groupCertificationRefusal.deleteMany({ where: { recommendationId: id } })).rejects.toThrow();
		const page = await recommendationPage(world(chair), code);
		expect(page).toMatchObject({
			state: "refused",
			record: { refusal: { reason: expect.stringContaining("anmelden") } },
		});
		must(await cancelDecision(world(chair), { id }));
	});

	it("leaves reservations and minority opinions beside the result, until it is published", async () => {
		const { id, code } = await counted();
		const state = (actor: Actor, text: string) => writeStatement(world(actor), { id, kind: "minority", text });
		await expect(state(manager, "Nein.")).rejects.toThrow(Forbidden);
		await expect(state(guest, "Nein.")).rejects.toThrow(SignInNeeded);
		expect(codeOf(await state(memberAt(4), ""))).toBe("statement-missing");
		must(await state(memberAt(4), "Erster Satz."));
		must(await state(memberAt(4), "Der Bus kommt zu spät."));
		must(await certify(world(chair), { id, recordedAt: now }));
		must(await publish(world(chair), { id }));
		const { record } = await recommendationPage(world(guest), code);
		expect(record.statements).toMatchObject([{ kind: "minority", name: null, text: "Der Bus kommt zu spät." }]);
		expect(codeOf(await state(memberAt(4), "Anders."))).toBe("not-now");
		await expect(db.groupStatement.deleteMany({ where: { recommendationId: id } })).rejects.toThrow();
	});

	it("an unmet quorum decides nothing, also when all who voted said yes", async () => {
		const other = await workingGroup(world(), {
			organisationId: mayen.organisationId,
			name: "Arbeitskreis Quorum",
			members: group.members.map(({ personId, bench }) => ({ bench, person: { personId } })),
			rule: { threshold: "simple-majority", quorum: "more-than-half", eachBench: false },
		});
		const made = await meeting(world(), { groupId: other.id, startsAt: hours(-1) });
		const { id, code } = await openedVote(world(), { ...made, responsiblePostId: mayen.postId });
		const seat = other.members[3]?.membershipId ?? "";
		must(await castVote(world(memberAt(3)), { id, membershipId: seat, choice: "yes", reason: "" }));
		must(await closeVote(world(), { id }));
		expect((await recommendationPage(world(), code)).record.count).toMatchObject({
			result: "not-decided",
			quorum: { met: false, reached: 1, needed: 4 },
		});
	});

	it("who has voted is known to those who run it, not how", async () => {
		const { id } = await opened();
		must(await vote(memberAt(3), id, 3, "no"));
		const { people, voted } = await votersOf(world(chair), id);
		expect(voted).toBe(1);
		expect(people?.find(({ name }) => name === "Berta")).toEqual({
			membershipId: seatOf(3),
			name: "Berta",
			bench: "citizens",
			hasVoted: true,
		});
	});
});

it("what cannot be opened is refused and leaves no trace", async () => {
	const made = await meeting(world(), { groupId: group.id, startsAt: hours(-1) });
	const later = await meeting(world(), { groupId: group.id, startsAt: hours(5) });
	const events = await db.auditEvent.count();
	await expect(
		openedVote(world(), {
			...made,
			responsiblePostId: mayen.postId,
			ballot: { mode: "secret", method: { method: "consent" } },
		}),
	).rejects.toThrow("secret-without-reasons");
	await expect(openedVote(world(), { ...later, responsiblePostId: mayen.postId })).rejects.toThrow("voted-at-outside");
	expect(await db.auditEvent.count()).toBe(events);
	expect(await db.recommendation.count({ where: { meetingId: { in: [made.meetingId, later.meetingId] } } })).toBe(0);
});
