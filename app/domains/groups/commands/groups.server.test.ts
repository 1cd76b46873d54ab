import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, resolveSubjects } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import {
	attendance,
	type GroupMade,
	type MemberWanted,
	meeting,
	recommendation,
	substitute,
	workingGroup,
} from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { traceOf } from "../../trace/index.server";
import { openDecision, wordingHash } from "../deciding/commands/open-decision.server";
import { cancelDecision, certify, publish, recordVotes } from "../deciding/commands/votes.server";
import { manifest } from "../manifest.server";
import { addAgendaItem, inviteToMeeting, planMeeting, recordAttendance } from "../meetings/commands/meetings.server";
import { meetingPage } from "../meetings/queries/meeting-page.server";
import { listGroups } from "../queries/group-list.server";
import { groupPage } from "../queries/group-page.server";
import { recommendationPage } from "../recommendations/queries/recommendation-page.server";
import { takeUp } from "./take-up.server";

const now = new Date("2026-11-21T20:00:00Z");
const startsAt = new Date("2026-11-21T17:00:00Z");
const idea = { kind: "idea", id: newId(now) };
const secret = { kind: "secret", id: newId(now) };
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor;
let stranger: Actor;
let chair: Actor;
let group: GroupMade;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const name = (familyName: string): MemberWanted["person"] => ({ givenName: "Probe", familyName });
const members = (chairId: string): MemberWanted[] => [
	{ bench: "administration", person: name("Amt") },
	{ bench: "politics", person: { personId: chairId }, function: "chair" },
	{ bench: "politics", person: name("Rat") },
	{ bench: "advisory", person: name("Beirat"), nameIsPublic: false },
	{ bench: "citizens", person: name("Bürgerin") },
	{ bench: "citizens", person: name("Bürger") },
];

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([
		{
			domain: "probe",
			subjects: {
				idea: {
					resolve: async (_view, ids) =>
						new Map(
							ids.map((id) => [
								id,
								{ id, title: "Idee", href: "/b/1", kindLabel: "Beitrag", state: null, at: now, organisationId: null },
							]),
						),
				},
				secret: { resolve: async () => new Map() },
			},
		},
		manifest,
	]);
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	const [managerId, strangerId, chairId] = await Promise.all(
		["Petra", "Knut", "Vera"].map((displayName) => human(db, now, displayName)),
	);
	if (!managerId || !strangerId || !chairId) throw new Error("no people");
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: managerId });
	stranger = personWith(["participation-manager"], koblenz.organisationId, { personId: strangerId });
	chair = { ...personWith([], mayen.organisationId, { personId: chairId }), grants: [] };
	group = await workingGroup(world(), { organisationId: mayen.organisationId, members: members(chairId) });
});

/** A held meeting with everybody there but the seats named by their place in the list. */
async function held(absent: number[] = [], about: typeof idea | null = null) {
	const made = await meeting(world(), { groupId: group.id, startsAt, about });
	const seats = group.members.filter((_, index) => !absent.includes(index)).map(({ membershipId }) => membershipId);
	await attendance(world(), made.meetingId, seats);
	return made;
}

const opening = (made: { meetingId: string; agendaItemId: string }) => ({
	...made,
	title: "Rufbus erproben",
	wording: richTextFromMarkdown("Wir empfehlen einen Rufbus."),
	votedAt: now,
	biased: [] as string[],
	responsiblePostId: mayen.postId,
	reviewOn: daysFrom(today(now), 90),
});

const yes = { administration: [1, 0, 0], politics: [2, 0, 0], advisory: [1, 0, 0], citizens: [1, 1, 0] } as const;
const votesOf = (given: Record<string, readonly number[]>) =>
	Object.entries(given).map(([bench, [ja = 0, nein = 0, abstain = 0]]) => ({ bench, yes: ja, no: nein, abstain }));

describe("taking up", () => {
	it("is done once, also two at once, and stands in the trace", async () => {
		const matter = { kind: "idea", id: newId(now) };
		const outcomes = await Promise.all([1, 2].map(() => takeUp(world(chair), { groupId: group.id, ...matter })));
		expect(outcomes.map((one) => (one.done ? "done" : one.refusals[0]?.code)).sort()).toEqual([
			"already-taken-up",
			"done",
		]);
		const trace = await traceOf(world(guest), matter);
		expect(trace.links).toMatchObject([{ relation: "taken-up-by", to: `group:${group.id}` }]);
	});

	it("is of what one may see, and not of groups", async () => {
		await expect(takeUp(world(chair), { groupId: group.id, ...secret })).rejects.toThrow(NotFound);
		expect(await takeUp(world(chair), { groupId: group.id, kind: "group", id: group.id })).toMatchObject({
			refusals: [{ code: "not-a-matter" }],
		});
		await expect(takeUp(world(stranger), { groupId: group.id, ...idea })).rejects.toThrow(Forbidden);
		await expect(
			takeUp(world({ ...chair, secondFactor: false } as Actor), { groupId: group.id, ...idea }),
		).rejects.toThrow(SignInNeeded);
	});
});

describe("meetings", () => {
	const plan = {
		title: "Vierte Sitzung",
		startsAt: new Date("2026-12-05T17:00:00Z"),
		place: "Rathaus",
		isPublic: true,
	};

	it("are invited to once, with an agenda, before they begin", async () => {
		const { meetingId } = must(await planMeeting(world(chair), { groupId: group.id, ...plan }));
		expect(await inviteToMeeting(world(chair), { meetingId })).toMatchObject({ refusals: [{ code: "agenda-empty" }] });
		must(await addAgendaItem(world(chair), { meetingId, title: "Rufbus", isPublic: true, takenUpId: null }));
		must(await addAgendaItem(world(chair), { meetingId, title: "Personal", isPublic: false, takenUpId: null }));
		await expect(meetingPage(world(guest), { place: "mayen", group: group.slug, meeting: meetingId })).rejects.toThrow(
			NotFound,
		);
		const outcomes = await Promise.all([1, 2].map(() => inviteToMeeting(world(chair), { meetingId })));
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);

		const event = await db.auditEvent.findFirstOrThrow({
			where: { type: "groups.meeting.invited", subjectId: meetingId },
		});
		const notices = await manifest.notices?.["groups.meeting.invited"]?.(db, {
			...event,
			subject: { kind: "meeting", id: meetingId },
			facts: {},
			actorPersonId: null,
		});
		expect(notices).toHaveLength(group.members.length);
		expect(notices?.[0]?.paragraphs.join("\n")).toContain("1. Rufbus\n2. Personal (nicht öffentlich)");

		const seen = await meetingPage(world(guest), { place: "mayen", group: group.slug, meeting: meetingId });
		expect([seen.agenda.map(({ title }) => title), seen.closedItems]).toEqual([["Rufbus"], 1]);
		const inside = await meetingPage(world(chair), { place: "mayen", group: group.slug, meeting: meetingId });
		expect([inside.agenda.length, inside.closedItems]).toEqual([2, 0]);
	});

	it("show names as their bearers agreed", async () => {
		const { meetingId } = await held();
		const names = async (actor: Actor) =>
			(await meetingPage(world(actor), { place: "mayen", group: group.slug, meeting: meetingId })).attendance.map(
				(one) => one.name,
			);
		expect(await names(guest)).toContain(null);
		expect(await names(guest)).toContain("Probe Bürgerin");
		expect(await names(chair)).not.toContain(null);
	});
});

describe("recommendations", () => {
	it("go from a matter to a published result that everybody can read", async () => {
		const matter = { kind: "idea", id: newId(now) };
		const made = await held([], matter);
		const { id, code, result } = await recommendation(world(), {
			...made,
			votedAt: now,
			responsiblePostId: mayen.postId,
			chair,
			votes: {
				administration: { yes: 1, no: 0, abstain: 0 },
				politics: { yes: 2, no: 0, abstain: 0 },
				advisory: { yes: 1, no: 0, abstain: 0 },
				citizens: { yes: 2, no: 0, abstain: 0 },
			},
		});
		expect(result).toBe("adopted");
		const page = await recommendationPage(world(guest), code.toLowerCase());
		expect(page.tallies.map(({ bench, yes: ja }) => [bench, ja])).toEqual([
			["administration", 1],
			["politics", 2],
			["advisory", 1],
			["citizens", 2],
		]);
		expect(page).toMatchObject({ state: "published", seats: 6, post: { label: "Bauamt" }, source: { title: "Idee" } });
		const stored = await db.recommendation.findUniqueOrThrow({ where: { id } });
		expect(page.hash).toBe(wordingHash({ title: stored.title, wording: stored.wording }));

		const trace = await traceOf(world(guest), matter);
		const links = trace.links.map(({ from, relation, to }) => `${from.split(":")[0]} ${relation} ${to}`);
		const { meetingId } = made;
		expect(links).toEqual(
			expect.arrayContaining([
				`idea taken-up-by group:${group.id}`,
				`idea discussed-in meeting:${meetingId}`,
				`idea decided-in recommendation:${id}`,
				`recommendation part-of meeting:${meetingId}`,
				`recommendation part-of group:${group.id}`,
			]),
		);
		expect((await groupPage(world(guest), { place: "mayen", group: group.slug })).recommendations).toMatchObject([
			{ code, result: "adopted" },
		]);
		expect(
			(await listGroups(world(guest), { place: null })).groups.find(({ name: n }) => n.includes("Mobil")),
		).toMatchObject({ recommendations: 1 });
		expect(await manifest.subjects?.recommendation?.findByCode?.(world(guest), code)).toBe(id);
	});

	it("two thirds of the votes, and no bench outvoted", async () => {
		const made = await held();
		const { id } = must(await openDecision(world(chair), opening(made)));
		// five of six are more than two thirds, but the advisory board alone said no
		const votes = votesOf({ ...yes, advisory: [0, 1, 0], citizens: [2, 0, 0] });
		must(await recordVotes(world(manager), { id, votes }));
		expect(must(await certify(world(chair), { id, recordedAt: now }))).toEqual({ result: "rejected" });
		const row = await db.recommendation.findUniqueOrThrow({ where: { id } });
		await expect(recommendationPage(world(guest), row.code)).rejects.toThrow(NotFound);
		expect((await recommendationPage(world(chair), row.code)).count?.benches.find((one) => !one.met)?.bench).toBe(
			"advisory",
		);
	});

	it("without a quorum nothing is decided", async () => {
		const made = await held([2, 3, 4]);
		const { id } = must(await openDecision(world(chair), opening(made)));
		const votes = votesOf({ administration: [1, 0, 0], politics: [1, 0, 0], advisory: [0, 0, 0], citizens: [1, 0, 0] });
		must(await recordVotes(world(manager), { id, votes }));
		expect(must(await certify(world(chair), { id, recordedAt: now }))).toEqual({ result: "not-decided" });
	});

	it("a substitute counts only when acting; who is biased is not entitled", async () => {
		const [amt, , , beirat] = group.members;
		if (!amt || !beirat) throw new Error("no members");
		const future = { ...world(), now: new Date("2026-12-01T20:00:00Z") };
		const stand = await substitute(future, {
			groupId: group.id,
			seatId: beirat.membershipId,
			person: name("Ersatz"),
			validFrom: new Date("2026-11-25T00:00:00Z"),
		});
		const at = new Date("2026-12-01T17:00:00Z");
		const made = await meeting(future, { groupId: group.id, startsAt: at });
		const there = group.members.map(({ membershipId }) => ({
			membershipId,
			substituteId: membershipId === beirat.membershipId ? stand : null,
			arrivedAt: null,
			leftAt: null,
		}));
		must(await recordAttendance(future, { meetingId: made.meetingId, presences: there }));
		const { id } = must(
			await openDecision(future, { ...opening(made), votedAt: future.now, biased: [amt.membershipId] }),
		);
		const rows = await db.voteTally.findMany({ where: { recommendationId: id }, orderBy: { benchKind: "asc" } });
		expect(rows.map(({ benchKind, electorate, present }) => [benchKind, electorate, present])).toEqual([
			["administration", 0, 0],
			["advisory", 1, 1],
			["citizens", 2, 2],
			["politics", 2, 2],
		]);
		expect(await recordAttendance(future, { meetingId: made.meetingId, presences: [] })).toMatchObject({
			refusals: [{ code: "attendance-frozen" }],
		});
		must(await cancelDecision(future, { id }));
		expect(await recordVotes(future, { id, votes: [] })).toMatchObject({ refusals: [{ code: "not-now" }] });
		must(await openDecision(future, { ...opening(made), votedAt: future.now }));
	});

	it("open once, for a held meeting, with words, a post and a later review", async () => {
		const planned = await meeting(world(), { groupId: group.id, startsAt });
		expect(await openDecision(world(chair), opening(planned))).toMatchObject({ refusals: [{ code: "not-held" }] });
		const made = await held();
		for (const [change, code] of [
			[{ wording: richTextFromMarkdown("") }, "wording-missing"],
			[{ votedAt: new Date("2026-11-21T16:59:00Z") }, "voted-at-outside"],
			[{ votedAt: new Date("2026-11-21T20:01:00Z") }, "voted-at-outside"],
			[{ reviewOn: today(now) }, "review-in-the-past"],
			[{ responsiblePostId: newId(now) }, "post-missing"],
			[{ biased: [newId(now)] }, "not-a-seat"],
		] as const) {
			const biased = "biased" in change ? [...change.biased] : [];
			expect(await openDecision(world(chair), { ...opening(made), ...change, biased })).toMatchObject({
				refusals: [{ code }],
			});
		}
		await expect(openDecision(world(stranger), opening(made))).rejects.toThrow(Forbidden);
		await expect(openDecision(world(chair), { ...opening(made), agendaItemId: newId(now) })).rejects.toThrow(NotFound);
		const outcomes = await Promise.all([1, 2].map(() => openDecision(world(chair), opening(made))));
		expect(outcomes.map((one) => (one.done ? "done" : one.refusals[0]?.code)).sort()).toEqual([
			"already-voted",
			"done",
		]);
	});

	it("are certified by the chair, who reads the votes that count, and not by who wrote them down", async () => {
		const made = await held();
		const { id } = must(await openDecision(world(chair), opening(made)));
		const certifying = (actor: Actor, at = now, recordedAt = now) => certify(world(actor, at), { id, recordedAt });
		expect(await certifying(chair)).toMatchObject({ refusals: [{ code: "not-now" }] });
		expect(await recordVotes(world(manager), { id, votes: votesOf({ ...yes, politics: [3, 0, 0] }) })).toMatchObject({
			refusals: [{ code: "too-many-votes", field: "politics-yes", values: { present: 2, votes: 3 } }],
		});
		expect(await db.voteTally.count({ where: { recommendationId: id, yes: { not: null } } })).toBe(0);
		must(await recordVotes(world(chair), { id, votes: votesOf(yes) }));
		expect(await certifying(chair)).toMatchObject({ refusals: [{ code: "second-person" }] });
		await expect(certifying(manager)).rejects.toThrow(Forbidden);
		await expect(certifying(guest)).rejects.toThrow(SignInNeeded);
		const later = new Date(now.getTime() + 60_000);
		must(await recordVotes(world(manager, later), { id, votes: votesOf(yes) }));
		expect(await certifying(chair, later)).toMatchObject({ refusals: [{ code: "votes-changed" }] });
		const outcomes = await Promise.all([1, 2].map(() => certifying(chair, later, later)));
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(await recordVotes(world(manager, later), { id, votes: votesOf(yes) })).toMatchObject({
			refusals: [{ code: "not-now" }],
		});
		const published = await Promise.all([1, 2].map(() => publish(world(manager, later), { id })));
		expect(published.map(({ done }) => done).sort()).toEqual([false, true]);
	});

	it("a deputy certifies what was voted on without the chair", async () => {
		const deputy = await human(db, now, "Dirk");
		const acting = personWith([], mayen.organisationId, { personId: deputy });
		const chairId = await human(db, now, "Hanna");
		const other = await workingGroup(world(), {
			organisationId: mayen.organisationId,
			name: "Arbeitskreis Schule",
			benches: [{ kind: "citizens", minSeats: 1, maxSeats: 3 }],
			rule: { threshold: "simple-majority", quorum: "none", eachBench: false },
			members: [
				{ bench: "citizens", person: { personId: chairId }, function: "chair" },
				{ bench: "citizens", person: { personId: deputy }, function: "deputy" },
			],
		});
		const vote = async (seats: string[]) => {
			const made = await meeting(world(), { groupId: other.id, startsAt });
			await attendance(world(), made.meetingId, seats);
			const { id } = must(await openDecision(world(), opening(made)));
			must(await recordVotes(world(), { id, votes: votesOf({ citizens: [1, 0, 0] }) }));
			return certify(world(acting), { id, recordedAt: now });
		};
		const ids = other.members.map(({ membershipId }) => membershipId);
		expect(await vote(ids)).toMatchObject({ refusals: [{ code: "chair-was-there" }] });
		expect(must(await vote(ids.slice(1)))).toEqual({ result: "adopted" });
	});

	it("what was frozen or certified is kept by the database itself", async () => {
		const made = await held();
		const open = must(await openDecision(world(chair), opening(made)));
		const update = (id: string, data: object) => db.recommendation.update({ where: { id }, data });
		await expect(update(open.id, { wordingText: "Etwas anderes" })).rejects.toThrow(/frozen/);
		await expect(db.electorateEntry.deleteMany({ where: { recommendationId: open.id } })).rejects.toThrow(/frozen/);
		await expect(
			db.voteTally.updateMany({ where: { recommendationId: open.id }, data: { electorate: 9 } }),
		).rejects.toThrow(/frozen/);
		await expect(
			db.voteTally.updateMany({ where: { recommendationId: open.id }, data: { yes: 9, no: 0, abstain: 0 } }),
		).rejects.toThrow(/vote_tally_counted/);
		must(await recordVotes(world(manager), { id: open.id, votes: votesOf(yes) }));
		must(await certify(world(chair), { id: open.id, recordedAt: now }));
		await expect(update(open.id, { result: "adopted" })).rejects.toThrow(/never changed/);
		await expect(update(open.id, { certifiedById: newId(now) })).rejects.toThrow(/never changed/);
		await expect(db.voteTally.updateMany({ where: { recommendationId: open.id }, data: { yes: 0 } })).rejects.toThrow(
			/never changed/,
		);
		await expect(db.recommendation.delete({ where: { id: open.id } })).rejects.toThrow(/never deleted/);
	});
});

describe("what is not public", () => {
	it("is read by members and the owner's staff only, on every way", async () => {
		const member = await human(db, now, "Mia");
		const inner = await workingGroup(world(), {
			organisationId: mayen.organisationId,
			name: "Interner Kreis",
			isPublic: false,
			benches: [{ kind: "citizens", minSeats: 1, maxSeats: 3 }],
			members: [{ bench: "citizens", person: { personId: member } }],
		});
		const mia = personWith([], mayen.organisationId, { personId: member });
		const at = { place: "mayen", group: inner.slug };
		for (const actor of [guest, stranger, chair]) {
			await expect(groupPage(world(actor), at)).rejects.toThrow(NotFound);
			expect(await resolveSubjects(world(actor), [{ kind: "group", id: inner.id }])).toEqual(new Map());
		}
		for (const actor of [mia, manager]) expect((await groupPage(world(actor), at)).name).toBe("Interner Kreis");
		await expect(
			planMeeting(world(mia), { groupId: inner.id, title: "X Y", startsAt: now, place: "Z", isPublic: true }),
		).rejects.toThrow(Forbidden);
		expect(await manifest.subjects?.group?.searchText?.(db, inner.id)).toMatchObject({ isPublic: false });
		await manifest.personalData?.erase(world(), member);
		expect((await db.groupMembership.findFirstOrThrow({ where: { personId: member } })).nameIsPublic).toBe(false);
		expect(await manifest.personalData?.export(db, member)).toMatchObject({
			workingGroups: [{ group: "Interner Kreis", function: "member" }],
		});
	});
});

it("waits for who leads: counted votes to certify, meetings to invite to", async () => {
	const made = await held();
	const { id } = must(await openDecision(world(chair), opening(made)));
	must(await recordVotes(world(manager), { id, votes: votesOf(yes) }));
	const soon = {
		title: "Fünfte Sitzung",
		startsAt: new Date("2026-12-10T17:00:00Z"),
		place: "Rathaus",
		isPublic: true,
	};
	must(await planMeeting(world(chair), { groupId: group.id, ...soon }));
	const labels = (await manifest.waiting?.(world(chair)))?.map(({ label }) => label);
	expect(labels).toEqual([
		"Beschluss feststellen: Arbeitskreis Mobilität",
		"Einladung fällig: Arbeitskreis Mobilität",
		"Kommen Sie? Vierte Sitzung",
	]);
	expect(await manifest.waiting?.(world(manager))).toEqual([]);
});
