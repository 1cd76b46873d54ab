import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { attendance, meeting, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { listBody } from "../../bodies/commands/list-body.server";
import { registerPage } from "../../bodies/queries/register.server";
import type { Bench, BenchKind } from "../../group";
import { manifest } from "../../manifest.server";
import { groupById } from "../../queries/find-group.server";
import { charterOn } from "../charter";
import { charterPage, lifePage } from "../queries/charter-pages.server";
import { ruleFrom } from "../rule-choice";
import { amendCharter } from "./amend-charter.server";
import { archive, conclude, constitute, review, tellOfEnds, turn } from "./lifecycle.server";

const now = new Date("2026-11-22T09:00:00Z");
const day = today(now);
const dayIn = (days: number) => daysFrom(day, days);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor;
let stranger: Actor;

const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];
const simple = ruleFrom({ threshold: "simple-majority", quorum: "none", eachBench: false });
const strict = ruleFrom({ threshold: "two-thirds-of-votes", quorum: "none", eachBench: false });

beforeAll(async () => {
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Koblenz" });
	manager = personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Petra") });
	stranger = personWith(["participation-manager"], koblenz.organisationId, { personId: await human(db, now, "Knut") });
});

const benches = (min: number, max: number): (Bench & { kind: BenchKind })[] => [
	{ kind: "citizens", minSeats: min, maxSeats: max },
];

const group = (more: Partial<Parameters<typeof workingGroup>[1]> = {}) =>
	workingGroup(world(), {
		organisationId: mayen.organisationId,
		benches: benches(1, 2),
		rule: { threshold: "simple-majority", quorum: "none", eachBench: false },
		members: [{ bench: "citizens", person: { givenName: "Probe", familyName: "Bürgerin" } }],
		...more,
	});

const version = (groupId: string, more: Partial<Parameters<typeof amendCharter>[1]> = {}) => ({
	groupId,
	validFrom: dayIn(10),
	reason: "Es kommen mehr Menschen dazu.",
	mandate: richTextFromMarkdown("Neuer Auftrag."),
	bodyKind: "advisory" as const,
	benches: benches(2, 4),
	rules: [
		{ name: "", rule: simple },
		{ name: "Änderung der Leitlinien", rule: strict },
	],
	minutesBy: "administration" as const,
	objectionDays: 21,
	guestsBy: "nobody" as const,
	invitationDays: 10,
	motionDays: 4,
	...more,
});

describe("versions of a charter", () => {
	it("hold from their day on, and the earlier one for every day before", async () => {
		const { id, slug } = await group();
		expect(must(await amendCharter(world(manager), version(id))).number).toBe(2);
		const found = await groupById(world(), id);
		expect(found.charter.number).toBe(1);
		const on = (days: number) => charterOn(found.charters, dayIn(days));
		expect([on(9).number, on(10).number]).toEqual([1, 2]);
		expect(on(10).benches).toEqual([{ kind: "citizens", minSeats: 2, maxSeats: 4 }]);
		expect(on(10).rules.map(({ name }) => name)).toEqual(["", "Änderung der Leitlinien"]);
		expect([9, 10].map((days) => [on(days).invitationDays, on(days).motionDays])).toEqual([
			[14, 7],
			[10, 4],
		]);
		const page = await charterPage(world(guest), { place: "mayen", group: slug });
		expect(page.versions.map(({ number, standing }) => [number, standing])).toEqual([
			[2, "later"],
			[1, "inForce"],
		]);
		const later = await groupById(world(house, new Date(now.getTime() + 11 * 86_400_000)), id);
		expect(later.benches).toEqual([{ kind: "citizens", minSeats: 2, maxSeats: 4 }]);
	});

	it("are refused with a reason, and leave no trace", async () => {
		const { id } = await group();
		const before = await db.auditEvent.count();
		for (const [change, code] of [
			[{ validFrom: dayIn(-1) }, "version-in-the-past"],
			[{ reason: "kurz" }, "reason-missing"],
			[{ mandate: richTextFromMarkdown(" ") }, "mandate-missing"],
			[{ benches: benches(3, 2) }, "bench-order"],
			[{ benches: [] }, "benches-missing"],
			[{ benches: [{ kind: "politics" as const, minSeats: 1, maxSeats: 2 }] }, "bench-occupied"],
		] as const) {
			const given = { ...version(id), ...change };
			expect(codes(await amendCharter(world(manager), { ...given, benches: [...given.benches] }))).toEqual([code]);
		}
		expect(await db.auditEvent.count()).toBe(before);
		await expect(amendCharter(world(stranger), version(id))).rejects.toThrow(Forbidden);
		await expect(amendCharter(world(guest), version(id))).rejects.toThrow(SignInNeeded);
	});

	it("never reach back to a meeting that was held, and are not rewritten by anybody", async () => {
		const made = await group();
		const { meetingId } = await meeting(world(), { groupId: made.id, startsAt: now });
		await attendance(world(), meetingId, []);
		expect(codes(await amendCharter(world(manager), version(made.id, { validFrom: day })))).toEqual([
			"version-in-the-past",
		]);
		await expect(
			db.groupCharter.updateMany({ where: { groupId: made.id }, data: { bodyKind: "deciding" } }),
		).rejects.toThrow();
		await expect(db.charterBench.deleteMany({})).rejects.toThrow();
	});

	it("get one number each, also two at once", async () => {
		const { id } = await group();
		const outcomes = await Promise.all(
			[10, 10].map((days) => amendCharter(world(manager), version(id, { validFrom: dayIn(days) }))),
		);
		expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(await db.groupCharter.count({ where: { groupId: id } })).toBe(2);
	});
});

describe("the life of a group", () => {
	it("begins when it is constituted: complete, or with a reason", async () => {
		const { id } = await group({ members: [] });
		const act = (reason: string, days = 0) => constitute(world(manager), { groupId: id, day: dayIn(days), reason });
		expect((await groupById(world(), id)).state).toBe("draft");
		expect(codes(await act(""))).toEqual(["composition-gap"]);
		expect(codes(await act("Die Bürgerschaft wird noch ausgelost.", 1))).toEqual(["day-outside"]);
		await expect(constitute(world(stranger), { groupId: id, day, reason: "" })).rejects.toThrow(Forbidden);
		must(await act("Die Bürgerschaft wird noch ausgelost."));
		expect((await groupById(world(), id)).state).toBe("constituted");
		expect(codes(await act("Noch einmal von vorn, bitte."))).toEqual(["not-in-this-state"]);
		const complete = await group();
		must(await constitute(world(manager), { groupId: complete.id, day, reason: "" }));
	});

	it("pauses and goes on with a reason, ends on its last day and is put away only then", async () => {
		const { id } = await group();
		must(await constitute(world(manager), { groupId: id, day, reason: "" }));
		const because = { groupId: id, reason: "Der Haushalt ist gesperrt." };
		expect(codes(await turn(world(manager), { ...because, act: "resume" }))).toEqual(["not-in-this-state"]);
		expect(codes(await turn(world(manager), { groupId: id, act: "pause", reason: "so" }))).toEqual(["reason-missing"]);
		must(await turn(world(manager), { ...because, act: "pause" }));
		expect((await groupById(world(), id)).state).toBe("paused");
		must(await turn(world(manager, new Date(now.getTime() + 1000)), { ...because, act: "resume" }));
		expect(codes(await archive(world(manager), { groupId: id }))).toEqual(["not-in-this-state"]);
		must(await conclude(world(manager), { groupId: id, lastDay: day, reason: "Der Auftrag ist erfüllt." }));
		const tomorrow = new Date(now.getTime() + 86_400_000);
		expect((await groupById(world(house, tomorrow), id)).state).toBe("concluded");
		must(await archive(world(manager, tomorrow), { groupId: id }));
		expect((await groupById(world(house, tomorrow), id)).state).toBe("archived");
	});

	it("never ends before a meeting that was held", async () => {
		const { id } = await group();
		const { meetingId } = await meeting(world(), { groupId: id, startsAt: now });
		await attendance(world(), meetingId, []);
		const act = (lastDay: Date) =>
			conclude(world(manager), { groupId: id, lastDay, reason: "Der Auftrag ist erfüllt." });
		expect(codes(await act(dayIn(-1)))).toEqual(["meeting-held-later"]);
		must(await act(day));
	});

	it("is told of its end once for each end, also late, and not when its end was moved", async () => {
		const made = await group({ validUntil: dayIn(40) });
		expect(await tellOfEnds(world())).toBe(1);
		expect(await tellOfEnds(world())).toBe(0);
		const event = await db.auditEvent.findFirstOrThrow({
			where: { type: "groups.group.ends-soon", subjectId: made.id },
		});
		const notices = () =>
			manifest.notices?.["groups.group.ends-soon"]?.(db, {
				...event,
				subject: { kind: "group", id: made.id },
				facts: {},
				actorPersonId: null,
			});
		expect((await notices())?.map(({ subject }) => subject)).toEqual([expect.stringContaining("endet am")]);
		must(await constitute(world(manager), { groupId: made.id, day, reason: "" }));
		const extended = { groupId: made.id, outcome: "go-on" as const, reason: "Es ist noch viel zu tun." };
		must(await review(world(manager), { ...extended, nextOn: dayIn(365), newEnd: dayIn(50) }));
		expect(await tellOfEnds(world(house, new Date(now.getTime() + 8 * 86_400_000)))).toBe(1);
	});

	it("has its mandate reviewed: due until it is done, then again at the next day, or ended", async () => {
		const { id, slug } = await group();
		must(await constitute(world(manager), { groupId: id, day, reason: "" }));
		const late = new Date(now.getTime() + 500 * 86_400_000);
		const due = async (at: Date) => {
			const open = (await manifest.waiting?.(world(manager, at))) ?? [];
			return open.some(({ href }) => href.endsWith(`/${slug}/stand`));
		};
		expect([await due(now), await due(late)]).toEqual([false, true]);
		expect((await lifePage(world(manager, late), { place: "mayen", group: slug })).reviewDue).toBe(true);
		const result = { groupId: id, reason: "Es ist noch viel zu tun.", newEnd: null };
		const on = today(late);
		expect(codes(await review(world(manager, late), { ...result, outcome: "go-on", nextOn: on }))).toEqual([
			"review-in-the-past",
		]);
		must(await review(world(manager, late), { ...result, outcome: "go-on", nextOn: daysFrom(on, 365) }));
		expect(await due(late)).toBe(false);
		must(await review(world(manager, late), { ...result, outcome: "end", nextOn: on }));
		const then = new Date(late.getTime() + 86_400_000);
		expect((await groupById(world(house, then), id)).state).toBe("concluded");
		await expect(review(world(stranger, late), { ...result, outcome: "go-on", nextOn: on })).rejects.toThrow(Forbidden);
	});
});

describe("the register of bodies", () => {
	const listed = (more: Partial<Parameters<typeof listBody>[1]> = {}) => ({
		organisationId: mayen.organisationId,
		id: null,
		name: "Ausschuss für Verkehr",
		kind: "committee" as const,
		bodyKind: "deciding" as const,
		carrier: "Stadtrat",
		purpose: "Berät den Stadtrat zum Verkehr.",
		topics: ["Radwege"],
		areas: [],
		members: 12,
		webUrl: null,
		validFrom: dayIn(-900),
		validUntil: null,
		...more,
	});

	it("shows own groups and entered ones, and hints at what is there already while a group is a draft", async () => {
		must(await listBody(world(manager), listed()));
		must(await listBody(world(manager), listed({ name: "Beirat Radwege", validUntil: dayIn(-1) })));
		const made = await group({ name: "Arbeitskreis Radwege im Tal", members: [] });
		const page = await lifePage(world(manager), { place: "mayen", group: made.slug });
		expect(page.near.map(({ name }) => name)).toEqual(["Ausschuss für Verkehr"]);
		const register = await registerPage(world(guest), { place: "mayen", words: "radwege", topic: null, area: null });
		expect(register.bodies.map(({ name, ended }) => [name, ended])).toEqual([
			["Arbeitskreis Radwege im Tal", false],
			["Ausschuss für Verkehr", false],
			["Beirat Radwege", true],
		]);
		expect(register.may.enter).toBe(false);
		await expect(listBody(world(stranger), listed())).rejects.toThrow(Forbidden);
		expect(codes(await listBody(world(manager), listed({ validUntil: dayIn(-900) })))).toEqual(["period-empty"]);
	});
});
