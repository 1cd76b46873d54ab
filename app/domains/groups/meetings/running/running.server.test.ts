import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { runningMeeting } from "~tests/factories/group-meetings";
import type { GroupMade } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { type MeetingHouse, meetingHouse } from "~tests/support/meeting-house";
import { openDecision } from "../../deciding/commands/open-decision.server";
import { planMeeting, recordAttendance } from "../commands/meetings.server";
import { meetingPage } from "../queries/meeting-page.server";
import { addNote, changeNote, judgeNote, toggleDot } from "../workshop/commands/notes.server";
import { addTable, noteToAgenda } from "../workshop/commands/tables.server";
import { declareBias, withdrawBias } from "./commands/bias.server";
import { arrive, beginMeeting, endMeeting, leave, moveItem } from "./commands/run-meeting.server";
import { visitorArrives } from "./commands/visitors.server";
import { liveStanding } from "./queries/running-page.server";

const now = new Date("2026-11-21T20:00:00Z");
const hour = 60 * 60 * 1000;
const later = (hours: number) => new Date(now.getTime() + hours * hour);
let db: PrismaClient;
let mayen: MeetingHouse["mayen"];
let group: GroupMade;
let standIn: string;
let manager: Actor;
let stranger: Actor;
let member: MeetingHouse["member"];
let world: MeetingHouse["world"];

const at = (meetingId: string) => ({ place: "mayen", group: group.slug, meeting: meetingId });
const seatId = (index: number) => group.members[index]?.membershipId ?? "";
const code = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.done ? "done" : (outcome.refusals?.[0]?.code ?? "");

beforeAll(async () => {
	({ db, mayen, group, standIn, manager, stranger, member, world } = await meetingHouse(now));
});

describe("a running meeting", () => {
	it("counts who is there at each moment; several spans, a substitute who makes way", async () => {
		const startsAt = later(-3);
		const { meetingId } = await runningMeeting(world(), {
			groupId: group.id,
			startsAt,
			items: ["Eins"],
			seats: [seatId(0), seatId(1)],
		});
		const standing = async () => (await liveStanding(world(guest), at(meetingId))).standing;
		expect(await standing()).toMatchObject({ seats: 3, present: 2, quorum: { needed: 2, met: true } });
		await expect(leave(world(stranger), { meetingId, membershipId: seatId(0) })).rejects.toThrow(Forbidden);
		await expect(leave(world(guest), { meetingId, membershipId: seatId(0) })).rejects.toThrow(SignInNeeded);
		must(await leave(world(manager), { meetingId, membershipId: seatId(0), at: later(-2) }));
		expect(await standing()).toMatchObject({ present: 1, quorum: { met: false } });
		must(await arrive(world(manager), { meetingId, membershipId: seatId(0), substituteId: null, at: later(-1) }));
		expect(await db.attendance.count({ where: { meetingId, membershipId: seatId(0) } })).toBe(2);
		expect(code(await arrive(world(manager), { meetingId, membershipId: seatId(0), substituteId: null }))).toBe(
			"already-there",
		);
		expect(code(await arrive(world(manager), { meetingId, membershipId: seatId(2), substituteId: standIn }))).toBe(
			"not-its-substitute",
		);
		must(await arrive(world(manager), { meetingId, membershipId: seatId(1), substituteId: standIn }));
		const spans = await db.attendance.findMany({
			where: { meetingId, membershipId: seatId(1) },
			orderBy: { arrivedAt: "asc" },
		});
		expect(spans.map(({ substituteId, leftAt }) => [substituteId, leftAt])).toEqual([
			[null, now],
			[standIn, null],
		]);
		expect(code(await leave(world(manager), { meetingId, membershipId: seatId(2), at: later(1) }))).toBe(
			"moment-outside",
		);
		must(await visitorArrives(world(manager), { meetingId, visitor: { name: "Frau Fach" }, capacity: "reporting" }));
		// guests never count
		expect(await standing()).toMatchObject({ seats: 3, present: 2 });
	});

	it("two taps at once write one span", async () => {
		const { meetingId } = await runningMeeting(world(), {
			groupId: group.id,
			startsAt: later(-2),
			items: ["Eins"],
			seats: [],
		});
		const taps = await Promise.all(
			[1, 2, 3].map(() => arrive(world(manager), { meetingId, membershipId: seatId(0), substituteId: null })),
		);
		expect(taps.map(code).sort()).toEqual(["already-there", "already-there", "done"]);
		expect(await db.attendance.count({ where: { meetingId } })).toBe(1);
	});

	it("a declared bias leaves the electorate of that item alone; what a vote rests on stays", async () => {
		const startsAt = later(-2);
		const { meetingId, itemIds } = await runningMeeting(world(), {
			groupId: group.id,
			startsAt,
			items: ["Befangen", "Andere"],
			seats: [seatId(0), seatId(1), seatId(2)],
		});
		const [itemId = "", otherId = ""] = itemIds;
		must(await declareBias(world(member), { itemId, membershipId: seatId(0) }));
		expect(code(await declareBias(world(member), { itemId, membershipId: seatId(0) }))).toBe("already-declared");
		await expect(declareBias(world(member), { itemId, membershipId: seatId(1) })).rejects.toThrow(Forbidden);
		expect((await liveStanding(world(guest), at(meetingId), itemId)).standing).toMatchObject({
			electorate: 2,
			entitledPresent: 2,
		});
		expect((await liveStanding(world(guest), at(meetingId), otherId)).standing).toMatchObject({ electorate: 3 });
		const page = await meetingPage(world(guest), at(meetingId));
		expect(page.agenda[0]).toMatchObject({ biased: 1, biasedNames: [] });

		const opened = must(
			await openDecision(world(manager), {
				meetingId,
				agendaItemId: itemId,
				title: "Rufbus erproben",
				wording: richTextFromMarkdown("Wir empfehlen einen Rufbus."),
				votedAt: later(-1),
				biased: [],
				responsiblePostId: mayen.postId,
				reviewOn: daysFrom(today(now), 90),
			}),
		);
		const entries = await db.electorateEntry.findMany({ where: { recommendationId: opened.id, biased: true } });
		expect(entries.map(({ membershipId }) => membershipId)).toEqual([seatId(0)]);
		expect(code(await withdrawBias(world(member), { itemId, membershipId: seatId(0) }))).toBe("voted-on");
		expect(code(await leave(world(manager), { meetingId, membershipId: seatId(1), at: later(-1.5) }))).toBe(
			"attendance-frozen",
		);
		must(await leave(world(manager), { meetingId, membershipId: seatId(1) }));
		expect(code(await moveItem(world(manager), { meetingId, itemId, to: "postponed" }))).toBe("voted-on");
	});

	it("what is unfinished goes to the next meeting, once, also when that is planned only later", async () => {
		const { meetingId, itemIds } = await runningMeeting(world(), {
			groupId: group.id,
			startsAt: later(-5),
			items: ["Fertig", "Offen", "Vertagt"],
			seats: [seatId(0)],
		});
		const [done = "", , postponed = ""] = itemIds;
		must(await moveItem(world(manager), { meetingId, itemId: done, to: "done" }));
		must(await moveItem(world(manager), { meetingId, itemId: postponed, to: "postponed" }));
		// those of the tests before are over: no meeting lies ahead for it
		await db.meeting.updateMany({ where: { startsAt: { gt: now } }, data: { cancelledAt: now } });
		expect(must(await endMeeting(world(manager), { meetingId }))).toBe(1);
		expect(code(await endMeeting(world(manager), { meetingId }))).toBe("meeting-held");
		const planned = () =>
			planMeeting(world(), {
				groupId: group.id,
				title: "Nächste",
				startsAt: later(500),
				place: "Rathaus",
				isPublic: true,
			});
		const next = must(await planned());
		const agenda = await db.agendaItem.findMany({ where: { meetingId: next.meetingId }, orderBy: { position: "asc" } });
		expect(agenda.map(({ title }) => title)).toEqual(["Offen", "Vertagt"]);
		expect(await db.agendaItem.count({ where: { meetingId: must(await planned()).meetingId } })).toBe(0);
	});

	it("is opened an hour early at most, and not twice", async () => {
		const { meetingId } = must(
			await planMeeting(world(), {
				groupId: group.id,
				title: "Bald",
				startsAt: later(2),
				place: "Rathaus",
				isPublic: true,
			}),
		);
		expect(code(await beginMeeting(world(manager), { meetingId }))).toBe("too-early");
		expect(code(await arrive(world(manager), { meetingId, membershipId: seatId(0), substituteId: null }))).toBe(
			"not-begun",
		);
		expect(code(await recordAttendance(world(manager), { meetingId, presences: [] }))).toBe("meeting-not-begun");
		const soon = world(manager, later(1.5));
		expect([code(await beginMeeting(soon, { meetingId })), code(await beginMeeting(soon, { meetingId }))]).toEqual([
			"done",
			"already-begun",
		]);
	});
});

describe("a workshop", () => {
	it("keeps everybody's notes, counts points once per person, and brings results onto an agenda", async () => {
		const { meetingId } = must(
			await planMeeting(world(), {
				groupId: group.id,
				title: "Werkstatt",
				startsAt: later(30),
				place: "Rathaus",
				isPublic: true,
				format: "workshop",
				dotsEach: 2,
			}),
		);
		const { tableId } = must(await addTable(world(manager), { meetingId, topic: "Schatten", host: "Vera" }));
		await expect(addTable(world(member), { meetingId, topic: "Wasser", host: "" })).rejects.toThrow(Forbidden);
		await expect(addNote(world(stranger), { tableId, text: "Fremd" })).rejects.toThrow(Forbidden);
		const texts = ["Bäume", "Bänke", "Brunnen", "Sonnensegel"];
		const notes = await Promise.all(texts.map((text) => addNote(world(member), { tableId, text })));
		expect(await db.workshopNote.count({ where: { tableId } })).toBe(4);
		const ids = notes.map((one) => must(one).noteId);
		const [first = "", second = ""] = ids;
		const seen = { noteId: first, seen: "Bäume" };
		const changes = await Promise.all([
			changeNote(world(member), { ...seen, text: "Zehn Bäume" }),
			changeNote(world(manager), { ...seen, text: "Elf Bäume" }),
		]);
		expect(changes.map(code).sort()).toEqual(["done", "note-changed"]);
		const dots = await Promise.all(ids.map((noteId) => toggleDot(world(member), { noteId })));
		expect(dots.map(code).sort()).toEqual(["done", "done", "dots-spent", "dots-spent"]);
		expect(await db.workshopDot.count({ where: { personId: member.personId } })).toBe(2);
		await expect(judgeNote(world(member), { noteId: second, isResult: true })).rejects.toThrow(Forbidden);
		must(await judgeNote(world(manager), { noteId: second, isResult: true, paperDots: 7 }));
		const moved = must(await noteToAgenda(world(manager), { noteId: second, isPublic: true }));
		expect(await db.agendaItem.findUnique({ where: { id: moved.agendaItemId } })).toMatchObject({ title: "Bänke" });
	});
});
