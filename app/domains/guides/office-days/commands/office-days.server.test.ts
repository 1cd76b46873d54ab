import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { coveragePlan } from "~tests/factories/guides";
import { area, holder, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { captureConcern } from "../../concerns/commands/capture-concern.server";
import { whoAnswers } from "../../queries/who-answers.server";
import { bookingPath } from "../booking-token.server";
import { notices } from "../notices.server";
import { personalData } from "../personal-data.server";
import { bookingPage, dayPage, officeDaysAt } from "../queries/public-pages.server";
import { workDay } from "../queries/work-pages.server";
import { bookSlot, cancelBooking, moveBooking } from "./book.server";
import { cancelDay, countVisit, moveDay, takeBackVisit } from "./change-day.server";
import { remindOfOfficeDays } from "./remind.server";
import { beginSeries, endSeries, type SeriesWanted } from "./series.server";

let world: World;
let guide: Actor;
let ownerId: string;
let unit: string;
let postId: string;
let topicId: string;

const by = (actor: Actor, at?: string): World => ({ ...world, actor, now: at ? new Date(at) : world.now });
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const tokenOf = (id: string) => bookingPath(id).split("/").at(-1) ?? "";
let caller = 0;

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-09T10:00:00Z"), locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	topicId = await topic(world, { ownerId, name: "Mobilität" });
	postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	await coveragePlan(world, { ownerId, fallbackPostId: postId, rules: [{ areaId, postId }] });
	await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } });
	const { personId } = await db.postHolding.findFirstOrThrow({ where: { postId } });
	guide = staff([{ role: "guide", at: ownerId }], personId);
});

const wanted = (given: Partial<SeriesWanted> = {}): SeriesWanted => ({
	ownerId,
	postId,
	municipalityId: unit,
	place: "Rathaus, Zimmer 12, Marktplatz 3",
	accessibility: "Aufzug vom Hof aus",
	note: null,
	rhythm: "WEEKLY",
	firstDay: "2026-03-10",
	lastDay: null,
	opensAt: "09:00",
	closesAt: "12:00",
	slotMinutes: 20,
	...given,
});
const series = async (given: Partial<SeriesWanted> = {}) => must(await beginSeries(by(guide), wanted(given))).code;
const book = async (code: string, minute: number, day = "2026-03-17", email = `anrufer${++caller}@post.example`) =>
	bookSlot(world, { at: { code, day }, minute, name: "Rosa Beispiel", email, phone: null, subject: "Busfahrplan" });

describe("a series", () => {
	test("stands in the list and at „Wer ist für mich da?“ at once, by the clock across its change", async () => {
		const code = await series({ opensAt: "14:00", closesAt: "16:00", slotMinutes: null });
		const { days } = await officeDaysAt(world, "probe", { municipalityId: unit });
		const own = days.filter((day) => day.code === code);
		expect(own.slice(0, 4).map(({ day, opening }) => [day, opening.opensAt.toISOString()])).toEqual([
			["2026-03-10", "2026-03-10T13:00:00.000Z"],
			["2026-03-17", "2026-03-17T13:00:00.000Z"],
			["2026-03-24", "2026-03-24T13:00:00.000Z"],
			["2026-03-31", "2026-03-31T12:00:00.000Z"],
		]);
		const who = await whoAnswers(world, { municipalityId: unit, topicId: null, day: null });
		expect(who.officeDays.map((day) => day.code)).toContain(code);
		expect((await dayPage(world, { code, day: "2026-03-10" })).post.holder).toBe("Leyla Acar");
	});

	test.each<[string, Partial<SeriesWanted>, string]>([
		["beginning yesterday", { firstDay: "2026-03-08" }, "day-over"],
		["ending before it begins", { lastDay: "2026-03-09" }, "last-before-first"],
		["closing before it opens", { closesAt: "08:00" }, "closes-before"],
		["with slots longer than the day", { slotMinutes: 200 }, "slot-too-long"],
		["of a post elsewhere", { postId: "01a0cd89-4300-7000-8000-000000000000" }, "post-elsewhere"],
		["in a municipality elsewhere", { municipalityId: "01a0cd89-4300-7000-8000-000000000000" }, "place-elsewhere"],
	])("%s is refused and leaves no trace", async (_, given, code) => {
		const before = [await world.db.officeSeries.count(), await world.db.auditEvent.count()];
		expect(codes(await beginSeries(by(guide), wanted(given)))).toEqual([code]);
		expect([await world.db.officeSeries.count(), await world.db.auditEvent.count()]).toEqual(before);
	});

	test("is for guides of the owner only", async () => {
		await expect(beginSeries(world, wanted())).rejects.toThrow(SignInNeeded);
		const other = staff([{ role: "guide", at: unit }]);
		await expect(beginSeries(by(other), wanted())).rejects.toThrow(Forbidden);
		const code = await series();
		await expect(endSeries(by(other), { code, lastDay: "2026-03-10" })).rejects.toThrow(Forbidden);
		const day = { code, day: "2026-03-10" };
		await expect(cancelDay(by(other), { at: day, reason: "Streit" })).rejects.toThrow(Forbidden);
		await expect(workDay(by(other), { place: "probe", series: code, day: day.day })).rejects.toThrow(Forbidden);
	});

	test("ends after a day, but not over somebody's booking", async () => {
		const code = await series();
		must(await book(code, 0, "2026-03-24"));
		expect(codes(await endSeries(by(guide), { code, lastDay: "2026-03-20" }))).toEqual(["bookings-there"]);
		expect((await endSeries(by(guide), { code, lastDay: "2026-03-24" })).done).toBe(true);
		expect((await dayPage(world, { code, day: "2026-03-24" })).isOver).toBe(false);
		await expect(dayPage(world, { code, day: "2026-03-31" })).rejects.toThrow(NotFound);
		expect(codes(await endSeries(by(guide), { code, lastDay: "2026-04-24" }))).toEqual(["ends-before"]);
	});
});

describe("booking", () => {
	test("thirty at once for one slot make one booking", async () => {
		const code = await series();
		const outcomes = await Promise.all(Array.from({ length: 30 }, () => book(code, 40)));
		expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
		expect(new Set(outcomes.flatMap((outcome) => codes(outcome) ?? []))).toEqual(new Set(["slot-taken"]));
		expect(await world.db.officeBooking.count({ where: { officeDay: { series: { code } } } })).toBe(1);
		const { slots } = await dayPage(world, { code, day: "2026-03-17" });
		expect(slots?.map(({ minute }) => minute)).toEqual([0, 20, 60, 80, 100, 120, 140, 160]);
	});

	test("so do thirty at once on a day that has its row already, where making the row holds nobody back", async () => {
		const code = await series();
		must(await book(code, 0));
		const outcomes = await Promise.all(Array.from({ length: 30 }, () => book(code, 40)));
		expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
		expect(await world.db.officeBooking.count({ where: { minute: 40, officeDay: { series: { code } } } })).toBe(1);
	});

	test.each<[string, Record<string, unknown>, string]>([
		["a slot that is none", { minute: 7 }, "slot-unknown"],
		["without a name", { name: " " }, "name-missing"],
		["without mail and telephone", { email: null }, "reach-missing"],
		["with a mail address that is none", { email: "rosa" }, "email-unreadable"],
		["a day that is too far away", { at: { day: "2026-06-30" } }, "not-bookable"],
	])("%s is refused", async (_, given, code) => {
		const made = await series();
		const input = { minute: 0, name: "Rosa", email: "rosa@post.example", phone: null, subject: null, ...given };
		const at = { code: made, day: "2026-03-17", ...(given.at ?? {}) };
		expect(codes(await bookSlot(world, { ...input, at } as Parameters<typeof bookSlot>[1]))).toEqual([code]);
	});

	test("one mail address books two slots of a series, not three", async () => {
		const code = await series();
		const email = "viel@post.example";
		must(await book(code, 0, "2026-03-17", email));
		must(await book(code, 20, "2026-03-17", email));
		expect(codes(await book(code, 40, "2026-03-17", email))).toEqual(["booked-enough"]);
	});

	test("is moved and cancelled by its link; the slot is free again; two moves to one slot make one", async () => {
		const code = await series();
		const [one, two] = [must(await book(code, 0)), must(await book(code, 20))];
		const moves = await Promise.all(
			[one, two].map(({ id }) =>
				moveBooking(world, { token: tokenOf(id), to: { code: null, day: "2026-03-24", minute: 60 }, company: null }),
			),
		);
		expect(moves.filter(({ done }) => done)).toHaveLength(1);
		const stayed = moves[0]?.done ? two : one;
		expect((await cancelBooking(world, { token: tokenOf(stayed.id) })).done).toBe(true);
		expect(codes(await cancelBooking(world, { token: tokenOf(stayed.id) }))).toEqual(["booking-is-over"]);
		const { slots } = await dayPage(world, { code, day: "2026-03-17" });
		expect(slots).toHaveLength(9);
		await expect(bookingPage(world, "x".repeat(64))).rejects.toThrow(NotFound);
	});

	test("is told to the person who booked, and without names to the post", async () => {
		const code = await series();
		const { id } = must(await book(code, 0));
		const event = await world.db.auditEvent.findFirstOrThrow({
			where: { type: "guides.office-booking.made", facts: { path: ["booking"], equals: id } },
		});
		const made = notices["guides.office-booking.made"];
		const told = await made?.(world.db, {
			id: event.id,
			type: event.type,
			subject: { kind: "office-series", id: String(event.subjectId) },
			facts: { booking: id },
			ownerId,
			at: world.now,
			actorPersonId: null,
		});
		expect(told?.map(({ kind }) => kind)).toEqual(["service", "digest"]);
		expect(told?.[0]?.paragraphs.join(" ")).toContain("Leyla Acar");
		expect(JSON.stringify(told?.[1])).not.toContain("Rosa");
	});
});

describe("a day", () => {
	test("moves with its bookings, in place and row; not into too short a time", async () => {
		const code = await series();
		const { id } = must(await book(code, 60));
		const at = { code, day: "2026-03-17" };
		const to = { day: "2026-03-19", opensAt: "14:00", closesAt: "14:40", place: "Bürgerhaus" };
		expect(codes(await moveDay(by(guide), { at, to, reason: "Wahl im Rathaus" }))).toEqual(["bookings-do-not-fit"]);
		must(await moveDay(by(guide), { at, to: { ...to, closesAt: "17:00" }, reason: "Wahl im Rathaus" }));
		const booking = await bookingPage(world, tokenOf(id));
		expect([booking.at.toISOString(), booking.page.opening.place]).toEqual(["2026-03-19T14:00:00.000Z", "Bürgerhaus"]);
		const listed = (await officeDaysAt(world, "probe", { municipalityId: null })).days.filter(
			(day) => day.code === code,
		);
		expect(listed.map(({ opening }) => opening.day).slice(0, 3)).toEqual(["2026-03-10", "2026-03-19", "2026-03-24"]);
	});

	test("that is cancelled takes no booking and says why", async () => {
		const code = await series();
		const { id } = must(await book(code, 0));
		const at = { code, day: "2026-03-17" };
		must(await cancelDay(by(guide), { at, reason: "Das Rathaus ist zu." }));
		expect(codes(await book(code, 20))).toEqual(["day-is-over"]);
		expect(codes(await cancelDay(by(guide), { at, reason: "Noch einmal" }))).toEqual(["day-is-over"]);
		expect(await bookingPage(world, tokenOf(id))).toMatchObject({
			state: "day-cancelled",
			reason: "Das Rathaus ist zu.",
		});
	});

	test("counts who came, by topic and without names, once it has begun", async () => {
		const code = await series();
		const at = { code, day: "2026-03-10" };
		expect(codes(await countVisit(by(guide), { at, topicId }))).toEqual(["not-yet"]);
		const open = by(guide, "2026-03-10T09:00:00Z");
		must(await countVisit(open, { at, topicId }));
		must(await countVisit(open, { at, topicId: null }));
		must(await countVisit(open, { at, topicId: null }));
		must(await takeBackVisit(open, { at }));
		const day = await workDay(open, { place: "probe", series: code, day: at.day });
		expect(day.visits.map(({ count }) => count)).toEqual([1, 1]);
	});

	test("gathers the concerns that were heard at it", async () => {
		const code = await series();
		const heard = must(
			await captureConcern(by(guide), {
				token: "sprechtag-mendig",
				ownerId,
				municipalityId: unit,
				topicId,
				kind: "NEED",
				text: "Am Abend fährt kein Bus mehr.",
				origin: "OFFICE_DAY",
				askerName: null,
				askerEmail: null,
				mayBePublic: false,
				officeDay: { code, day: "2026-03-10" },
			}),
		);
		const day = await workDay(by(guide), { place: "probe", series: code, day: "2026-03-10" });
		expect(day.concerns.map((concern) => concern.code)).toEqual([heard.code]);
	});

	test("is reminded of once, the day before, also where it was moved to", async () => {
		const code = await series({ firstDay: "2026-04-07" });
		must(await book(code, 0, "2026-04-07"));
		const at = { code, day: "2026-04-07" };
		const to = { day: "2026-04-09", opensAt: "09:00", closesAt: "12:00", place: "Bürgerhaus" };
		must(await moveDay(by(guide), { at, to, reason: "Feiertag" }));
		expect(await remindOfOfficeDays(by(house, "2026-04-06T08:00:00Z"))).toBe(0);
		expect(await remindOfOfficeDays(by(house, "2026-04-08T08:00:00Z"))).toBe(1);
		expect(await remindOfOfficeDays(by(house, "2026-04-08T09:00:00Z"))).toBe(0);
	});

	test("forgets who came after 30 days", async () => {
		const code = await series();
		must(await book(code, 0, "2026-03-10"));
		const left = () => world.db.officeBooking.count({ where: { officeDay: { series: { code } } } });
		await personalData.retain(by(house, "2026-04-09T08:00:00Z"));
		expect(await left()).toBe(1);
		await personalData.retain(by(house, "2026-04-10T08:00:00Z"));
		expect(await left()).toBe(0);
	});
});
