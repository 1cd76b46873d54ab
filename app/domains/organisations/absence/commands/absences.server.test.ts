import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { grantsOf } from "~/domains/accounts/grants.server";
import { guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { absence } from "~tests/factories/absences";
import { deputy, holder, municipality, openPlace, post } from "~tests/factories/organisations";
import { adminOf, staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { acceptDeputy, appointDeputy } from "../../commands/deputies.server";
import { completePlaces } from "../../composition.server";
import { personalData } from "../../personal-data.server";
import { postView } from "../../queries/posts.server";
import { coveredPosts } from "../../queries/seats.server";
import { absencePage, absencesAt } from "../queries/absence-pages.server";
import { changeAbsence, declineCover, reportAbsence } from "./absences.server";

let world: World;
let town: string;
let slug: string;
let other: string;
let day: Date;
/** Posts A, B, C with their holders; A's standing deputy is B, B's is C. */
let posts: Record<"A" | "B" | "C", { postId: string; personId: string }>;

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	day = today(world.now);
	town = await municipality(world, { name: "Andernach" });
	slug = await openPlace(world, { organisationId: town, name: "Andernach" });
	other = await municipality(world, { name: "Mayen" });
});

beforeEach(async () => {
	const seat = async (name: string) => {
		const postId = await post(world, { organisationId: town, label: `Stelle ${name}`, phone: "02632 1" });
		const { personId } = await holder(world, { postId, holder: { givenName: name, familyName: "Muster" } });
		return { postId, personId };
	};
	posts = { A: await seat("A"), B: await seat("B"), C: await seat("C") };
	await deputy(world, { postId: posts.A.postId, deputyPostId: posts.B.postId });
	await deputy(world, { postId: posts.B.postId, deputyPostId: posts.C.postId });
});
afterEach(() => completePlaces([]));

const as = (name: keyof typeof posts, at = world.now): World => ({
	...world,
	now: at,
	actor: steppedUp(staff([{ role: "staff", at: town }], posts[name].personId), at),
});
const lead = (): World => ({ ...world, actor: steppedUp(adminOf(town), world.now) });
const away = (name: keyof typeof posts) => ({
	personId: posts[name].personId,
	ownerId: null,
	validFrom: day,
	validUntil: daysFrom(day, 5),
	reason: "Grippe",
	coverPostId: null,
});
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const covering = (name: keyof typeof posts, at = world.now) => coveredPosts(as(name, at));
const later = (days: number) => new Date(world.now.getTime() + days * 86_400_000);

describe("being away", () => {
	test("the standing deputy covers from the first day to the last, with the post's rights, and no longer", async () => {
		await world.db.roleGrant.create({
			data: {
				role: "moderator",
				scopeKind: "organisation",
				scopeId: town,
				ownerId: town,
				postId: posts.A.postId,
				validFrom: day,
			},
		});
		expect(await covering("B")).toEqual([]);
		expect(await reportAbsence(as("A"), away("A"))).toMatchObject({ done: true, value: { open: 0 } });
		expect(await covering("B")).toEqual([posts.A.postId]);
		const grants = await grantsOf(world, posts.B.personId);
		expect(grants).toMatchObject([{ role: "moderator", postId: posts.A.postId, deputy: true }]);
		expect(await covering("B", later(4))).toEqual([posts.A.postId]);
		expect(await covering("B", later(5))).toEqual([]);
		expect(await grantsOf({ ...world, now: later(5) }, posts.B.personId)).toEqual([]);
	});

	test("A → B → C: C covers A and B while both are away; with B back, B covers A", async () => {
		await absence(world, { ownerId: town, personId: posts.A.personId });
		const ofB = await absence(world, { ownerId: town, personId: posts.B.personId });
		expect((await covering("C")).sort()).toEqual([posts.A.postId, posts.B.postId].sort());
		expect(await covering("B")).toEqual([]);
		expect((await postView(world, posts.A.postId)).cover).toMatchObject({ name: "C Muster" });
		await changeAbsence(as("B"), { absenceId: ofB, validUntil: day });
		expect(await covering("C")).toEqual([]);
		expect((await postView(world, posts.A.postId)).cover).toMatchObject({ name: "B Muster", phone: "02632 1" });
	});

	test("a cover who is asked counts from acceptance only, goes before the standing one, and ends with the return", async () => {
		const outcome = await reportAbsence(as("A"), { ...away("A"), coverPostId: posts.C.postId });
		if (!outcome.done) throw new Error("refused");
		const { id: arrangementId } = await world.db.deputyArrangement.findFirstOrThrow({
			where: { absenceId: outcome.value.absenceId },
		});
		expect(await covering("C")).toEqual([]);
		expect(await covering("B")).toEqual([posts.A.postId]);
		await acceptDeputy(as("C"), { arrangementId });
		expect(await covering("C")).toEqual([posts.A.postId]);
		expect(await covering("B")).toEqual([]);
		const back = later(2);
		await changeAbsence(as("A", back), { absenceId: outcome.value.absenceId, validUntil: today(back) });
		expect(await covering("C", back)).toEqual([]);
		expect((await postView({ ...world, now: back }, posts.A.postId)).away).toBe(false);
		// what was stays: on the first day C covered
		expect((await postView({ ...world, now: back }, posts.A.postId, day)).cover).toMatchObject({ name: "C Muster" });
	});

	test("is covered only with somebody who is there, can get in and has accepted; otherwise it says what is lacking", async () => {
		completePlaces([{ able: async (_, { personIds }) => personIds.filter((id) => id !== posts.B.personId) }]);
		const absenceId = await absence(world, { ownerId: town, personId: posts.A.personId, coverPostId: posts.C.postId });
		const { covers } = await absencePage(as("A"), absenceId);
		expect(covers).toMatchObject([{ by: "nobody" }]);
		expect(covers[0]?.lacking).toEqual([
			{ label: "Stelle C", why: "not-accepted" },
			{ label: "Stelle B", why: "no-access" },
		]);
	});

	test("names the later day on which the cover is away as well", async () => {
		const absenceId = await absence(world, {
			ownerId: town,
			personId: posts.B.personId,
			validUntil: daysFrom(day, 9),
		});
		await absence(world, {
			ownerId: town,
			personId: posts.C.personId,
			validFrom: daysFrom(day, 3),
			validUntil: daysFrom(day, 5),
		});
		const { covers } = await absencePage(as("B"), absenceId);
		expect(covers.map(({ by, day: on }) => `${by} ${on}`)).toEqual(["deputy 2026-03-10", "nobody 2026-03-13"]);
	});

	test.each([
		["yesterday", () => ({ validFrom: daysFrom(day, -1) }), "begins-earlier"],
		["an end before the beginning", () => ({ validUntil: day }), "period-empty"],
		["a long story", () => ({ reason: "x".repeat(201) }), "too-long"],
		["the own post as cover", () => ({ coverPostId: posts.A.postId }), "deputy-itself"],
	])("is refused for %s and leaves no trace", async (_, change, code) => {
		const before = [await world.db.absence.count(), await world.db.auditEvent.count()];
		expect(codes(await reportAbsence(as("A"), { ...away("A"), ...change() }))).toEqual([code]);
		expect([await world.db.absence.count(), await world.db.auditEvent.count()]).toEqual(before);
	});

	test("of two reports at once, one is written; a cover from elsewhere is refused", async () => {
		const outcomes = await Promise.all([reportAbsence(as("A"), away("A")), reportAbsence(lead(), away("A"))]);
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(outcomes.flatMap((outcome) => codes(outcome) ?? [])).toEqual(["already-away"]);
		const elsewhere = await post(world, { organisationId: other, label: "Bauhof" });
		expect(codes(await reportAbsence(as("B"), { ...away("B"), coverPostId: elsewhere }))).toEqual(["deputy-elsewhere"]);
	});

	test("is reported by oneself or the lead, and by nobody else", async () => {
		await expect(reportAbsence(world, away("A"))).rejects.toThrow(SignInNeeded);
		await expect(reportAbsence(as("B"), away("A"))).rejects.toThrow(Forbidden);
		await expect(reportAbsence({ ...world, actor: adminOf(other) }, { ...away("A"), ownerId: town })).rejects.toThrow(
			Forbidden,
		);
		await expect(reportAbsence(lead(), { ...away("A"), ownerId: other })).rejects.toThrow(NotFound);
		expect((await reportAbsence(lead(), { ...away("A"), ownerId: town })).done).toBe(true);
	});

	test("the reason is read by the person and the lead; not by colleagues, not in the record, and is forgotten", async () => {
		const outcome = await reportAbsence(as("A"), away("A"));
		if (!outcome.done) throw new Error("refused");
		const { absenceId } = outcome.value;
		expect((await absencePage(as("A"), absenceId)).absence.reason).toBe("Grippe");
		expect((await absencePage(lead(), absenceId)).absence.reason).toBe("Grippe");
		await expect(absencePage(as("B"), absenceId)).rejects.toThrow(Forbidden);
		await expect(absencePage(world, absenceId)).rejects.toThrow(SignInNeeded);
		expect(JSON.stringify(await absencesAt(as("B"), slug))).not.toContain("Grippe");
		const event = await world.db.auditEvent.findFirstOrThrow({ where: { subjectId: absenceId } });
		expect(JSON.stringify(event.facts)).not.toContain("Grippe");
		expect(await personalData.retain({ ...lead(), now: later(20) })).toBe(0);
		expect(await personalData.retain({ ...lead(), now: later(40) })).toBeGreaterThan(0);
		expect((await world.db.absence.findUniqueOrThrow({ where: { id: absenceId } })).reason).toBeNull();
	});

	test("whoever was asked may say no, nobody else; then nothing is left of it", async () => {
		const absenceId = await absence(world, { ownerId: town, personId: posts.A.personId, coverPostId: posts.C.postId });
		const { id: arrangementId } = await world.db.deputyArrangement.findFirstOrThrow({ where: { absenceId } });
		await expect(declineCover(as("B"), { arrangementId })).rejects.toThrow(NotFound);
		expect((await declineCover(as("C"), { arrangementId })).done).toBe(true);
		expect(await world.db.deputyArrangement.count({ where: { absenceId } })).toBe(0);
	});
});

test("deputies in a circle are refused, also of two appointed at once", async () => {
	const arrange = (from: keyof typeof posts, to: keyof typeof posts) =>
		appointDeputy(lead(), {
			postId: posts[from].postId,
			deputyPostId: posts[to].postId,
			rank: 1,
			validFrom: day,
			validUntil: null,
		});
	expect(codes(await arrange("C", "A"))).toEqual(["deputy-circle"]);
	const [one, two] = await Promise.all(["D", "E"].map((label) => post(world, { organisationId: town, label })));
	if (!one || !two) throw new Error("no posts");
	const both = await Promise.all(
		[
			[one, two],
			[two, one],
		].map(([postId = "", deputyPostId = ""]) =>
			appointDeputy(lead(), { postId, deputyPostId, rank: 1, validFrom: day, validUntil: null }),
		),
	);
	expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
});
