import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, house, guest as nobody } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { datePoll, runningMeeting } from "~tests/factories/group-meetings";
import { type GroupMade, meeting, workingGroup } from "~tests/factories/groups";
import { groupFile, groupGuest } from "~tests/factories/groups.seats";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../manifest.server";
import { inviteToMeeting } from "../meetings/commands/meetings.server";
import { replyToInvitation } from "../meetings/invitation/commands/reply.server";
import { invitationByToken } from "../meetings/invitation/queries/invitation-pages.server";
import { replyPath } from "../meetings/invitation/token.server";
import { answerDatePoll } from "../meetings/poll/commands/answer-poll.server";
import { fixDate } from "../meetings/poll/commands/close-poll.server";
import { pollByToken } from "../meetings/poll/queries/poll-pages.server";
import { answerPath } from "../meetings/poll/token.server";
import { meetingPage } from "../meetings/queries/meeting-page.server";
import { visitorArrives } from "../meetings/running/commands/visitors.server";
import { runningPage } from "../meetings/running/queries/running-page.server";
import { inviteGuest, revokeGuest } from "./commands/invite-guest.server";
import { guestPath } from "./guest-token.server";
import { guestFile, guestPage, guestsPage } from "./queries/guest-pages.server";

const now = new Date("2026-11-21T08:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let manager: Actor;
const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
const tokenOf = (path: string) => path.split("/").at(-1) ?? "";
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	(outcome.refusals ?? []).map(({ code }) => code);
let count = 0;

function group(guestsBy: "leaders" | "nobody" = "leaders"): Promise<GroupMade> {
	return workingGroup(world(), {
		organisationId: town.organisationId,
		name: `Arbeitskreis ${++count}`,
		members: [{ bench: "politics", person: { givenName: "Rita", familyName: "Rat" } }],
		guestsBy,
	});
}

/** What is sent to bare addresses because of the newest event of this meeting or group. */
async function mailsTo(email: string, type: string, subjectId: string) {
	const event = await db.auditEvent.findFirstOrThrow({ where: { type, subjectId }, orderBy: { position: "desc" } });
	const facts = event.facts as Record<string, string | number | boolean | null>;
	const subject = { kind: event.subjectKind, id: event.subjectId };
	const { id, ownerId, at } = event;
	const told =
		(await manifest.notices?.[type]?.(db, { id, type, ownerId, at, subject, facts, actorPersonId: null })) ?? [];
	return told.filter(({ to }) => "email" in to && to.email === email);
}

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	town = await place(db, now);
	manager = personWith(["participation-manager"], town.organisationId, { personId: await human(db, now, "Petra") });
});

describe("a guest of a group", () => {
	it("is one guest, by poll and by item: one row, one list, one link that ends for both", async () => {
		const made = await group();
		const at = { place: town.slug, group: made.slug };
		const email = "gast@example.org";
		const pollId = await datePoll(world(), { groupId: made.id, days: [10, 12], guests: [{ name: "G. Gast", email }] });
		const invitee = await db.datePollInvitee.findFirstOrThrow({ where: { pollId, guestId: { not: null } } });
		const slot = await db.datePollSlot.findFirstOrThrow({ where: { pollId }, orderBy: { startsAt: "asc" } });
		const { meetingId } = must(await fixDate(world(manager), { pollId, slotId: slot.id }));
		const closed = { id: crypto.randomUUID(), meetingId, position: 1, title: "Personal", isPublic: false };
		const other = { id: crypto.randomUUID(), meetingId, position: 2, title: "Haushalt", isPublic: false };
		const known = { id: crypto.randomUUID(), meetingId, position: 3, title: "Rufbus", isPublic: true };
		await db.agendaItem.createMany({ data: [closed, other, known] });
		const guestId = await groupGuest(world(), { groupId: made.id, agendaItemIds: [closed.id, known.id] });
		expect(guestId).toBe(invitee.guestId);
		expect(await db.groupGuest.count({ where: { groupId: made.id } })).toBe(1);
		expect((await guestsPage(world(manager), at)).guests).toMatchObject([
			{
				name: "Gisela Gast",
				purpose: "Fachplanerin",
				what: expect.arrayContaining(["Vierte Sitzung: Personal", "Vierte Sitzung: Rufbus"]),
				state: "valid",
			},
		]);

		must(await inviteToMeeting(world(manager), { meetingId }));
		const [letter] = await mailsTo(email, "groups.meeting.invited", meetingId);
		expect(letter?.paragraphs.join("\n")).toContain("Personal");
		expect(letter?.paragraphs.join("\n")).not.toContain("Haushalt");
		const invitation = await db.meetingInvitation.findFirstOrThrow({ where: { meetingId, guestId } });
		const reply = tokenOf(replyPath(invitation.id));
		expect((await invitationByToken(world(nobody), reply))?.agenda).toEqual([
			{ position: 1, title: "Personal" },
			{ position: 3, title: "Rufbus" },
		]);
		expect((await guestPage(world(nobody), tokenOf(guestPath(guestId))))?.meetings).toMatchObject([
			{ title: "Vierte Sitzung" },
		]);
		const inside = await meetingPage(world(manager), { ...at, meeting: meetingId });
		expect(inside.agenda.map(({ guests }) => guests)).toEqual([["Gisela Gast"], [], ["Gisela Gast"]]);
		const outside = await meetingPage(world(nobody), { ...at, meeting: meetingId });
		expect(JSON.stringify(outside)).not.toContain("Gisela");

		must(await revokeGuest(world(manager), { groupId: made.id, guestId, reason: "Das Gutachten ist fertig." }));
		expect(await invitationByToken(world(nobody), reply)).toBeNull();
		expect(await pollByToken(world(nobody), tokenOf(answerPath(invitee.id)))).toBeNull();
		expect(await guestPage(world(nobody), tokenOf(guestPath(guestId)))).toBeNull();
		const answers = { invitationId: invitation.id, reply: "coming", byLink: true } as const;
		await expect(replyToInvitation(world(nobody), answers)).rejects.toThrow(NotFound);
		const slots = { inviteeId: invitee.id, answers: [], byLink: true };
		await expect(answerDatePoll(world(nobody), slots)).rejects.toThrow(NotFound);
		expect(await mailsTo(email, "groups.meeting.invited", meetingId)).toEqual([]);
		expect((await runningPage(world(manager), { ...at, meeting: meetingId })).guests).toEqual([]);
	});

	it("opens the papers they were invited to, no other, and none that was taken away", async () => {
		const made = await group();
		const [named, other] = [
			await groupFile(world(), { groupId: made.id, title: "Gutachten" }),
			await groupFile(world(), { groupId: made.id, title: "Vermerk" }),
		];
		const fileOf = async (groupFileId: string) =>
			(await db.groupFileVersion.findFirstOrThrow({ where: { groupFileId }, orderBy: { number: "desc" } })).fileId;
		const token = tokenOf(guestPath(await groupGuest(world(), { groupId: made.id, groupFileIds: [named] })));
		expect((await guestPage(world(nobody), token))?.files.map(({ title }) => title)).toEqual(["Gutachten"]);
		expect((await guestFile(world(nobody), token, await fileOf(named))).id).toBe(await fileOf(named));
		await expect(guestFile(world(nobody), token, await fileOf(other))).rejects.toThrow(NotFound);
		await expect(guestFile(world(nobody, later(31)), token, await fileOf(named))).rejects.toThrow(NotFound);
		await db.groupFile.update({ where: { id: named }, data: { removedAt: now } });
		await expect(guestFile(world(nobody), token, await fileOf(named))).rejects.toThrow(NotFound);
	});

	it("is invited to nothing of another group, and loses the access once, for a reason that stays", async () => {
		const [made, foreign] = [await group(), await group()];
		const here = await meeting(world(), { groupId: made.id, startsAt: later(20), item: "Rufbus" });
		const there = await meeting(world(), { groupId: foreign.id, startsAt: later(20), item: "Personal" });
		const paper = await groupFile(world(), { groupId: foreign.id });
		const invited = {
			groupId: made.id,
			name: "Gisela Gast",
			email: "gast@example.org",
			purpose: "",
			agendaItemIds: [here.agendaItemId],
			groupFileIds: [],
			validUntil: today(later(9)),
		};
		for (const wrong of [
			{ agendaItemIds: [here.agendaItemId, there.agendaItemId] },
			{ groupFileIds: [paper] },
			{ agendaItemIds: [] },
		]) {
			expect(codes(await inviteGuest(world(manager), { ...invited, ...wrong }))).toEqual(["nothing-chosen"]);
		}
		const guestId = must(await inviteGuest(world(manager), invited)).id;
		const reason = "Das Gutachten ist fertig.";
		await expect(revokeGuest(world(manager), { groupId: foreign.id, guestId, reason })).rejects.toThrow(NotFound);
		const short = await revokeGuest(world(manager), { groupId: made.id, guestId, reason: "fertig   " });
		expect(codes(short)).toEqual(["reason-missing"]);
		must(await revokeGuest(world(manager), { groupId: made.id, guestId, reason }));
		const again = { groupId: made.id, guestId, reason: "Noch ein anderer Grund." };
		expect(codes(await revokeGuest(world(manager, later(1)), again))).toEqual(["guest-over"]);
		expect(await db.groupGuest.findUnique({ where: { id: guestId } })).toMatchObject({
			revokedAt: now,
			revokeReason: reason,
		});
	});

	it("who is asked again after the end is another access; the first one stays on record", async () => {
		const made = await group();
		const { agendaItemId } = await meeting(world(), { groupId: made.id, startsAt: later(60), item: "Rufbus" });
		const first = await groupGuest(world(), { groupId: made.id, agendaItemIds: [agendaItemId] });
		must(await revokeGuest(world(manager), { groupId: made.id, guestId: first, reason: "Wer kommt, steht noch aus." }));
		const second = await groupGuest(world(), { groupId: made.id, agendaItemIds: [agendaItemId] });
		const third = await groupGuest(world(house, later(31)), { groupId: made.id, agendaItemIds: [agendaItemId] });
		expect(new Set([first, second, third]).size).toBe(3);
		const elsewhere = await group();
		const there = await meeting(world(), { groupId: elsewhere.id, startsAt: later(60), item: "Rufbus" });
		expect(await groupGuest(world(), { groupId: elsewhere.id, agendaItemIds: [there.agendaItemId] })).not.toBe(second);
	});

	it("two invitations of one address at once make one guest", async () => {
		const made = await group();
		const { agendaItemId } = await meeting(world(), { groupId: made.id, startsAt: later(10), item: "Rufbus" });
		await Promise.all([1, 2].map(() => groupGuest(world(), { groupId: made.id, agendaItemIds: [agendaItemId] })));
		expect(await db.groupGuest.count({ where: { groupId: made.id } })).toBe(1);
		expect(await db.meetingInvitation.count({ where: { guest: { groupId: made.id } } })).toBe(1);
	});

	it("invited to an item after everybody else is told of the meeting, too", async () => {
		const made = await group();
		const { meetingId, agendaItemId } = await meeting(world(), {
			groupId: made.id,
			startsAt: later(10),
			item: "Rufbus",
		});
		await groupGuest(world(), { groupId: made.id, agendaItemIds: [agendaItemId] });
		const [letter] = await mailsTo("gast@example.org", "groups.meeting.invited-later", meetingId);
		expect(letter?.action?.path).toContain("/sitzung-antwort/");
	});

	it("at the door stands in the same list; names of who was there stay, all others and every address go", async () => {
		const made = await group();
		const at = { place: town.slug, group: made.slug };
		const { meetingId, itemIds } = await runningMeeting(world(), {
			groupId: made.id,
			startsAt: later(3),
			items: ["Rufbus"],
			seats: [],
		});
		const absent = must(
			await inviteGuest(world(manager, later(2)), {
				groupId: made.id,
				name: "Anna Abwesend",
				email: "anna@example.org",
				purpose: "",
				agendaItemIds: itemIds,
				groupFileIds: [],
				validUntil: today(later(9)),
			}),
		).id;
		must(
			await visitorArrives(world(manager, later(3.05)), {
				meetingId,
				visitor: { name: "Frau Fach" },
				capacity: "reporting",
			}),
		);
		const { guests } = await guestsPage(world(manager, later(3.1)), at);
		expect(guests.map(({ name, thereAt }) => [name, thereAt])).toEqual([
			["Frau Fach", ["Laufende Sitzung"]],
			["Anna Abwesend", []],
		]);
		const listed = (await runningPage(world(manager, later(3.1)), { ...at, meeting: meetingId })).guests;
		expect(listed.map(({ name, items }) => [name, items])).toEqual([
			["Anna Abwesend", [1]],
			["Frau Fach", []],
		]);
		await manifest.personalData?.retain(world(house, later(40)));
		const row = (id: string) => db.groupGuest.findUniqueOrThrow({ where: { id } });
		expect(await row(absent)).toMatchObject({ name: "Anna Abwesend", email: null });
		await manifest.personalData?.retain(world(house, later(110)));
		expect(await row(absent)).toMatchObject({ name: "", email: null });
		const names = await db.groupGuest.findMany({
			where: { groupId: made.id, name: { not: "" } },
			select: { name: true },
		});
		expect(names).toEqual([{ name: "Frau Fach" }]);
	});

	it("is refused everywhere where the charter foresees none", async () => {
		const made = await group("nobody");
		const { meetingId, itemIds } = await runningMeeting(world(), {
			groupId: made.id,
			startsAt: later(3),
			items: ["Rufbus"],
			seats: [],
		});
		const input = { groupId: made.id, name: "Gisela", email: "g@example.org", purpose: "", groupFileIds: [] };
		const item = { agendaItemIds: itemIds, validUntil: today(later(9)) };
		expect(codes(await inviteGuest(world(manager), { ...input, ...item }))).toEqual(["guests-not-foreseen"]);
		const visitor = { meetingId, visitor: { name: "Frau Fach" }, capacity: "guest" } as const;
		expect(codes(await visitorArrives(world(manager, later(3.05)), visitor))).toEqual(["guests-not-foreseen"]);
		const guests = [{ name: "Gerd", email: "gerd@example.org" }];
		await expect(datePoll(world(), { groupId: made.id, days: [10, 12], guests })).rejects.toThrow(
			"guests-not-foreseen",
		);
		expect(await db.groupGuest.count({ where: { groupId: made.id } })).toBe(0);
	});
});
