import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { attendance, type GroupMade, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { completePlaces } from "../../organisations/index.server";
import { traceOf } from "../../trace/index.server";
import { publish } from "../deciding/commands/votes.server";
import { manifest } from "../manifest.server";
import { groupsAtPlace } from "../place-part.server";
import { createTask } from "../tasks/commands/create.server";
import { replaceDecision, reportStep, reviewDecision } from "./commands/follow-up.server";
import { setParticulars } from "./commands/particulars.server";
import { remindOfReviews } from "./commands/remind-reviews.server";
import { decisionLife } from "./queries/decision-life.server";
import { myReviews } from "./queries/due-reviews.server";
import { register } from "./queries/register.server";

const now = new Date("2026-11-21T20:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let group: GroupMade;
let manager: Actor;
let chair: Actor;
let holder: Extract<Actor, { kind: "person" }>;
let stranger: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	completePlaces([groupsAtPlace]);
	mayen = await place(db, now);
	const ids = await Promise.all(["Petra", "Vera", "Holger", "Fremd"].map((name) => human(db, now, name)));
	const [managerId = "", chairId = "", holderId = "", strangerId = ""] = ids;
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: managerId });
	const bare = (personId: string) => ({ ...personWith([], mayen.organisationId, { personId }), grants: [] });
	[chair, holder, stranger] = [bare(chairId), bare(holderId), bare(strangerId)];
	await db.postHolding.create({
		data: {
			id: newId(now),
			postId: mayen.postId,
			singleSeat: true,
			personId: holderId,
			validFrom: daysFrom(today(now), -300),
		},
	});
	group = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		rule: { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: false },
		benches: [{ kind: "politics", minSeats: 1, maxSeats: 3 }],
		members: [{ bench: "politics", person: { personId: chairId }, function: "chair" }],
	});
});

/** A decision voted on in a meeting that began some minutes before the world's now. */
async function decided(given: { title?: string; minutesBefore?: number; no?: boolean; published?: boolean } = {}) {
	const { minutesBefore = 60 } = given;
	const startsAt = new Date(now.getTime() - minutesBefore * 60_000);
	const made = await meeting(world(), { groupId: group.id, startsAt });
	await attendance(
		world(),
		made.meetingId,
		group.members.map(({ membershipId }) => membershipId),
	);
	return recommendation(world(), {
		...made,
		votedAt: new Date(startsAt.getTime() + 60_000),
		responsiblePostId: mayen.postId,
		chair,
		votes: { politics: given.no ? { yes: 0, no: 1, abstain: 0 } : { yes: 1, no: 0, abstain: 0 } },
		title: given.title ?? "Rufbus erproben",
		published: given.published,
	});
}

const lifeOf = (id: string, at = now) => decisionLife(world(guest, at), id);
const listed = async (asked: object, at = later(1)) =>
	(
		await register(world(guest, at), {
			place: null,
			words: "",
			kind: null,
			result: null,
			state: null,
			page: 1,
			...asked,
		})
	).decisions.map(({ code }) => code);

describe("particulars", () => {
	it("are given until it is published; a group that advises passes no Beschluss", async () => {
		const { id } = await decided({ published: false });
		const said = { id, reasons: "Weil abends kein Bus fährt.", validFrom: null, validUntil: null };
		expect(await setParticulars(world(manager), { ...said, kind: "resolution" })).toMatchObject({
			refusals: [{ code: "kind-not-theirs" }],
		});
		await expect(setParticulars(world(stranger), { ...said, kind: "consensus" })).rejects.toThrow(Forbidden);
		must(await setParticulars(world(manager), { ...said, kind: "statement" }));
		must(await setParticulars(world(manager), { ...said, kind: "consensus" }));
		must(await publish(world(), { id }));
		expect(await lifeOf(id)).toMatchObject({ kind: "consensus", reasons: "Weil abends kein Bus fährt." });
		expect(await setParticulars(world(manager), { ...said, kind: "noted" })).toMatchObject({
			refusals: [{ code: "published" }],
		});
		await expect(
			db.decisionParticulars.update({ where: { recommendationId: id }, data: { kind: "noted" } }),
		).rejects.toThrow(/stay/);
	});
});

describe("carrying out", () => {
	it("is reported by the post or the group, in words, and ends once", async () => {
		const { id, code } = await decided();
		const report = (
			actor: Actor,
			state: "under-way" | "done" | "not-done" | "revoked",
			text = "Der Auftrag ist vergeben.",
		) => reportStep(world(actor), { id, state, text });
		await expect(report(stranger, "done")).rejects.toThrow(Forbidden);
		await expect(report(guest, "done")).rejects.toThrow(SignInNeeded);
		expect(await report(holder, "not-done", " ")).toMatchObject({ refusals: [{ code: "text-missing" }] });
		expect(await report(holder, "revoked")).toMatchObject({ refusals: [{ code: "only-the-group" }] });
		expect(await listed({ state: "published" })).toContain(code);
		must(await report(holder, "under-way"));
		expect((await lifeOf(id)).state).toBe("under-way");
		const outcomes = await Promise.all([report(holder, "done"), report(holder, "not-done")]);
		expect(outcomes.filter((one) => one.done)).toHaveLength(1);
		expect((await lifeOf(id)).steps).toHaveLength(2);
		await expect(db.decisionStep.deleteMany({ where: { recommendationId: id } })).rejects.toThrow(/permission denied/);
		must(await report(manager, "revoked", "Die Förderung ist weggefallen."));
		expect(await listed({ state: "revoked" })).toContain(code);
		expect(await listed({ state: "published" })).not.toContain(code);
	});

	it("is nothing for what was rejected", async () => {
		const { id } = await decided({ no: true });
		expect(await reportStep(world(manager), { id, state: "done", text: "Fertig." })).toMatchObject({
			refusals: [{ code: "not-adopted" }],
		});
		expect((await lifeOf(id)).state).toBeNull();
	});
});

describe("replacing", () => {
	it("shows on the older one from its day, once, never in a circle", async () => {
		const older = await decided({ minutesBefore: 300, title: "Rufbus bis 22 Uhr" });
		const newer = await decided({ minutesBefore: 100, title: "Rufbus bis 23 Uhr" });
		const fromDay = daysFrom(today(now), 10);
		const replace = (one: typeof older, by: typeof older, actor: Actor = manager) =>
			replaceDecision(world(actor), { newerId: by.id, olderCode: ` ${one.code.toLowerCase()} `, fromDay });
		await expect(replace(older, newer, stranger)).rejects.toThrow(Forbidden);
		expect(await replace(newer, older)).toMatchObject({ refusals: [{ code: "not-older" }] });
		expect(await replace(newer, newer)).toMatchObject({ refusals: [{ code: "not-older" }] });
		expect(await replace({ ...older, code: "XXXXXXXX" }, newer)).toMatchObject({
			refusals: [{ code: "older-missing" }],
		});
		const early = { newerId: newer.id, olderCode: older.code, fromDay: daysFrom(today(now), -1) };
		expect(await replaceDecision(world(manager), early)).toMatchObject({ refusals: [{ code: "before-its-vote" }] });
		const outcomes = await Promise.all([replace(older, newer), replace(older, newer)]);
		expect(outcomes.map((one) => (one.done ? "done" : one.refusals[0]?.code)).toSorted()).toEqual([
			"done",
			"replaced-before",
		]);
		expect((await lifeOf(older.id, later(9))).state).toBe("published");
		expect((await lifeOf(older.id, later(9))).replacedBy).toMatchObject({ code: newer.code, counts: false });
		expect((await lifeOf(older.id, later(10))).state).toBe("replaced");
		expect((await lifeOf(newer.id)).replaces).toMatchObject([{ code: older.code }]);
		expect(await listed({ state: "replaced" }, later(10))).toContain(older.code);
		expect(await listed({ state: "replaced" }, later(9))).not.toContain(older.code);
		expect(
			await reportStep(world(holder, later(11)), { id: older.id, state: "done", text: "Noch gemacht." }),
		).toMatchObject({ refusals: [{ code: "ended-before" }] });
	});
});

describe("a due review", () => {
	it("stays due until it is done, however late the sweep comes, and then comes again", async () => {
		const { id, code } = await decided({ title: "Bäume pflanzen" });
		const dueCodes = async (at: Date) => (await myReviews(world(holder, at))).map((one) => one.code);
		expect(await dueCodes(later(179))).not.toContain(code);
		expect(await dueCodes(later(180))).toContain(code);
		const told = async () => db.auditEvent.count({ where: { subjectId: id, type: "groups.decision.review-due" } });
		// three weeks late, twice at once
		await Promise.all([remindOfReviews(world(house, later(201))), remindOfReviews(world(house, later(201)))]);
		expect(await told()).toBe(1);
		await remindOfReviews(world(house, later(230)));
		expect(await told()).toBe(1);
		expect(await dueCodes(later(400))).toContain(code);
		expect((await decisionLife(world(guest, later(400)), id)).review).toMatchObject({ due: true });

		const review = (nextOn: Date | null) =>
			reviewDecision(world(holder, later(230)), { id, result: "Es wirkt, wir machen weiter.", nextOn });
		expect(await review(today(now))).toMatchObject({ refusals: [{ code: "next-in-the-past" }] });
		await expect(reviewDecision(world(stranger), { id, result: "Es wirkt.", nextOn: null })).rejects.toThrow(Forbidden);
		must(await review(daysFrom(today(now), 400)));
		expect(await dueCodes(later(399))).not.toContain(code);
		expect(await dueCodes(later(400))).toContain(code);
		await remindOfReviews(world(house, later(401)));
		expect(await told()).toBe(2);
		expect((await decisionLife(world(guest, later(401)), id)).review.done).toHaveLength(1);
	});
});

describe("the register", () => {
	it("finds by words, kind, result and place, and shows nothing that is not published", async () => {
		const { code } = await decided({ title: "Hundert % Schatten_platz" });
		const hidden = await decided({ title: "Noch geheim", published: false });
		expect(await listed({ words: "100" })).toEqual([]);
		expect(await listed({ words: "hundert % schatten_" })).toEqual([code]);
		expect(await listed({ words: "h%n" })).toEqual([]);
		expect(await listed({ words: code })).toEqual([code]);
		expect(await listed({ words: "geheim" })).toEqual([]);
		expect(await listed({ kind: "recommendation", words: "schatten_" })).toEqual([code]);
		expect(await listed({ kind: "noted" })).toEqual([]);
		expect(await listed({ result: "rejected", words: "schatten_" })).toEqual([]);
		expect(await listed({ place: mayen.slug })).not.toContain(hidden.code);
	});
});

describe("the thread", () => {
	it("leads from a decision to its public tasks, for everybody", async () => {
		const { id } = await decided({ title: "Wege beleuchten" });
		const made = must(
			await createTask(world(manager), {
				groupId: group.id,
				title: "Lampen bestellen",
				text: "",
				meetingId: null,
				recommendationId: id,
				postId: mayen.postId,
				memberId: null,
				dueOn: daysFrom(today(now), 20),
				isPublic: true,
			}),
		);
		const trace = await traceOf(world(guest, later(1)), { kind: "recommendation", id });
		expect(JSON.stringify(trace)).toContain(made.id);
		expect((await lifeOf(id, later(1))).tasks.map(({ title }) => title)).toEqual(["Lampen bestellen"]);
	});
});
