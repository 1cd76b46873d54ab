import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { circular, datePoll } from "~tests/factories/group-meetings";
import type { GroupMade } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { type MeetingHouse, meetingHouse } from "~tests/support/meeting-house";
import { manifest } from "../manifest.server";
import { addSeat } from "../seats/commands/seats.server";
import { meetingsForFeed, meetingsOfMonth } from "./calendar/queries/public-meetings.server";
import { answerInWriting } from "./circular/commands/answer-in-writing.server";
import { decideInWriting, finishCircular, finishCirculars } from "./circular/commands/finish-circular.server";
import { circularPage } from "./circular/queries/circular-page.server";
import { cancelMeeting, changeMeeting } from "./commands/change-meeting.server";
import { addAgendaItem, inviteToMeeting, planMeeting } from "./commands/meetings.server";
import { completeInvitations } from "./invitation/commands/complete-invitations.server";
import { replyToInvitation } from "./invitation/commands/reply.server";
import { invitationByToken } from "./invitation/queries/invitation-pages.server";
import { replyPath } from "./invitation/token.server";
import { answerDatePoll } from "./poll/commands/answer-poll.server";
import { fixDate, giveUpDatePoll } from "./poll/commands/close-poll.server";
import { pollByToken } from "./poll/queries/poll-pages.server";
import { answerPath } from "./poll/token.server";
import { meetingPage } from "./queries/meeting-page.server";
import { waitingMeetings } from "./queries/waiting.server";

const now = new Date("2026-11-21T20:00:00Z");
const hour = 60 * 60 * 1000;
const later = (hours: number) => new Date(now.getTime() + hours * hour);
let db: PrismaClient;
let mayen: MeetingHouse["mayen"];
let group: GroupMade;
let manager: Actor;
let stranger: Actor;
let member: MeetingHouse["member"];
let world: MeetingHouse["world"];

const at = (meetingId: string) => ({ place: "mayen", group: group.slug, meeting: meetingId });
const seatId = (index: number) => group.members[index]?.membershipId ?? "";
const code = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.done ? "done" : (outcome.refusals?.[0]?.code ?? "");
const noticesOf = async (type: string) => {
	const event = await db.auditEvent.findFirstOrThrow({
		where: { type },
		orderBy: [{ at: "desc" }, { position: "desc" }],
	});
	const told = await manifest.notices?.[type]?.(db, {
		id: event.id,
		type,
		ownerId: event.ownerId,
		at: event.at,
		subject: { kind: event.subjectKind, id: event.subjectId },
		facts: event.facts as Record<string, string | number | boolean | null>,
		actorPersonId: null,
	});
	return told ?? [];
};
const textOf = (notice: { attachments?: readonly object[] } | undefined) => {
	const [attachment] = notice?.attachments ?? [];
	return attachment && "text" in attachment ? String(attachment.text).replaceAll("\r\n ", "") : "";
};

beforeAll(async () => {
	({ db, mayen, group, manager, stranger, member, world } = await meetingHouse(now));
});

describe("a date poll", () => {
	it("asks members and guests, is answered by link, and fixing it keeps everybody invited", async () => {
		const pollId = await datePoll(world(), {
			groupId: group.id,
			days: [10, 12],
			guests: [{ name: "Gerd Gast", email: "gerd@example.org" }],
		});
		const notices = await noticesOf("groups.date-poll.opened");
		expect(notices).toHaveLength(5);
		const toGuest = notices.find(({ to }) => "email" in to);
		const token = toGuest?.action?.path.split("/").pop() ?? "";
		const asked = async () => (await pollByToken(world(guest), token)) ?? expect.fail("the access is over");
		const page = await asked();
		expect(page.name).toBe("Gerd Gast");
		const answers = page.slots.map(({ id: slotId }) => ({ slotId, answer: "yes" as const }));
		const given = { inviteeId: page.inviteeId, answers };
		expect(code(await answerDatePoll(world(guest), { ...given, answers: answers.slice(1), byLink: true }))).toBe(
			"answers-missing",
		);
		await expect(answerDatePoll(world(guest), { ...given, byLink: false })).rejects.toThrow(SignInNeeded);
		await expect(answerDatePoll(world(stranger), { ...given, byLink: false })).rejects.toThrow(Forbidden);
		must(await answerDatePoll(world(guest), { ...given, byLink: true }));
		must(await answerDatePoll(world(guest), { ...given, byLink: true }));
		expect((await asked()).slots.map(({ answer }) => answer)).toEqual(["yes", "yes"]);
		await expect(pollByToken(world(guest), `AAAA${token.slice(4)}`)).rejects.toThrow(NotFound);

		const slotId = page.slots[1]?.id ?? "";
		await expect(fixDate(world(stranger), { pollId, slotId })).rejects.toThrow(Forbidden);
		const outcomes = await Promise.all([1, 2].map(() => fixDate(world(manager), { pollId, slotId })));
		expect(outcomes.map(code).sort()).toEqual(["done", "poll-closed"]);
		const fixed = outcomes.find((one) => one.done);
		if (!fixed?.done) throw new Error("no date");
		const told = await noticesOf("groups.date-poll.fixed");
		expect(told).toHaveLength(5);
		expect(textOf(told.find(({ to }) => "email" in to))).toContain("METHOD:REQUEST");
		expect(code(await answerDatePoll(world(guest), { ...given, byLink: true }))).toBe("poll-closed");
		expect(code(await giveUpDatePoll(world(manager), { pollId }))).toBe("poll-closed");

		// the guest has no link of the poll's to lose: the invitation knows them
		const { meetingId } = fixed.value;
		must(await addAgendaItem(world(manager), { meetingId, title: "Rufbus", isPublic: false, takenUpId: null }));
		must(await inviteToMeeting(world(manager), { meetingId }));
		const invited = await noticesOf("groups.meeting.invited");
		const guestLetter = invited.find(({ to }) => "email" in to && to.email === "gerd@example.org");
		expect(guestLetter?.paragraphs.join("\n")).not.toContain("Rufbus");
		expect(guestLetter?.paragraphs.join("\n")).toContain("Ein Punkt ist nicht öffentlich");
		const [first, second] = [told, invited].map((all) =>
			textOf(all.find(({ to }) => "personId" in to && to.personId === member.personId)),
		);
		const uid = (text = "") => /UID:(.*)/.exec(text)?.[1];
		expect(uid(first)).toBeTruthy();
		expect(uid(second)).toBe(uid(first));
		expect(first).toContain("SEQUENCE:0");
		expect(second).toContain("SEQUENCE:1");
		expect(second).toContain("mailto:vera@example.org");
	});

	it("refuses what is no poll and leaves no trace", async () => {
		const before = await db.datePoll.count();
		await expect(datePoll(world(), { groupId: group.id, days: [3] })).rejects.toThrow("slots-too-few");
		await expect(datePoll(world(), { groupId: group.id, days: [3, 3] })).rejects.toThrow("slot-twice");
		await expect(datePoll(world(), { groupId: group.id, days: [-3, 3] })).rejects.toThrow("slot-in-the-past");
		expect(await db.datePoll.count()).toBe(before);
	});
});

describe("an invitation", () => {
	const invited = async (hours = 72) => {
		const { meetingId } = must(
			await planMeeting(world(), {
				groupId: group.id,
				title: "Eingeladen",
				startsAt: later(hours),
				place: "Rathaus",
				isPublic: true,
			}),
		);
		must(await addAgendaItem(world(), { meetingId, title: "Punkt", isPublic: true, takenUpId: null }));
		must(await inviteToMeeting(world(), { meetingId }));
		return meetingId;
	};
	const invitationOf = (meetingId: string, membershipId: string) =>
		db.meetingInvitation.findFirstOrThrow({ where: { meetingId, membershipId } });

	it("is answered by link, by the member, or written down; the substitute is told", async () => {
		const meetingId = await invited();
		const own = await invitationOf(meetingId, seatId(0));
		expect(
			code(await replyToInvitation(world(guest), { invitationId: own.id, reply: "substitute", byLink: true })),
		).toBe("no-substitute");
		must(await replyToInvitation(world(member), { invitationId: own.id, reply: "coming", byLink: false }));
		await expect(
			replyToInvitation(world(stranger), { invitationId: own.id, reply: "absent", byLink: false }),
		).rejects.toThrow(Forbidden);
		const other = await invitationOf(meetingId, seatId(1));
		await expect(
			replyToInvitation(world(member), { invitationId: other.id, reply: "absent", byLink: false }),
		).rejects.toThrow(Forbidden);
		must(await replyToInvitation(world(manager), { invitationId: other.id, reply: "substitute", byLink: false }));
		expect((await invitationOf(meetingId, seatId(1))).repliedById).not.toBeNull();
		const told = await noticesOf("groups.invitation.replied");
		expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining("Bitte vertreten Sie Rat Eins")]);
		const page = await invitationByToken(world(guest), replyPath(other.id).split("/").pop() ?? "");
		expect(page).toMatchObject({ reply: "substitute", hasSubstitute: true, open: true });
		expect(
			code(await replyToInvitation(world(guest, later(73)), { invitationId: own.id, reply: "absent", byLink: true })),
		).toBe("meeting-begun");
	});

	it("is changed with a higher sequence, asks again when moved, and is taken out of calendars when cancelled", async () => {
		const meetingId = await invited();
		const own = await invitationOf(meetingId, seatId(0));
		must(await replyToInvitation(world(member), { invitationId: own.id, reply: "coming", byLink: false }));
		const change = {
			meetingId,
			title: "Eingeladen",
			startsAt: later(96),
			endsAt: later(98),
			place: "Kreishaus",
			isPublic: true,
			format: "hybrid" as const,
			onlineUrl: "https://video.example.org/raum",
			dotsEach: 0,
		};
		await expect(changeMeeting(world(stranger), change)).rejects.toThrow(Forbidden);
		expect(code(await changeMeeting(world(manager), { ...change, endsAt: later(95) }))).toBe("ends-before-beginning");
		expect(code(await changeMeeting(world(manager), { ...change, startsAt: later(-1) }))).toBe("begins-in-the-past");
		must(await changeMeeting(world(manager), change));
		expect((await invitationOf(meetingId, seatId(0))).reply).toBeNull();
		const [letter] = (await noticesOf("groups.meeting.changed")).filter(
			({ to }) => "personId" in to && to.personId === member.personId,
		);
		expect(textOf(letter)).toContain("SEQUENCE:1");
		expect(letter?.paragraphs.join("\n")).toContain("https://video.example.org/raum");
		// the link is for those who are invited
		const outside = await meetingPage(world(guest), at(meetingId));
		expect(JSON.stringify(outside)).not.toContain("video.example.org");

		expect(code(await cancelMeeting(world(manager), { meetingId, reason: " " }))).toBe("reason-missing");
		must(await cancelMeeting(world(manager), { meetingId, reason: "Der Saal ist nicht frei." }));
		expect(code(await cancelMeeting(world(manager), { meetingId, reason: "Noch einmal" }))).toBe("meeting-cancelled");
		const [cancelled] = (await noticesOf("groups.meeting.cancelled")).filter(
			({ to }) => "personId" in to && to.personId === member.personId,
		);
		expect(textOf(cancelled)).toContain("METHOD:CANCEL");
		expect(textOf(cancelled)).toContain("SEQUENCE:2");
		const feed = await meetingsForFeed(world(guest), { place: "mayen" });
		expect(feed.find(({ row }) => row.id === meetingId)?.row.cancelledAt).not.toBeNull();
		expect(JSON.stringify(feed)).not.toContain('video.example.org/raum"}');
	});

	it("is computed for the meeting's day: who comes later is invited, who only then belongs is not asked before", async () => {
		const meetingId = await invited(200);
		const seat = (familyName: string, days: number) =>
			addSeat(world(), {
				groupId: group.id,
				benchKind: "citizens",
				holder: { givenName: "Neu", familyName },
				function: "member",
				substituteForId: null,
				nameIsPublic: true,
				validFrom: daysFrom(today(now), days),
				validUntil: daysFrom(today(now), days + 2),
			});
		const onTheDay = must(await seat("Dabei", 8));
		must(await seat("Zu spät", 30));
		expect(await completeInvitations(world())).toBe(1);
		expect(await completeInvitations(world())).toBe(0);
		expect(await db.meetingInvitation.count({ where: { meetingId, membershipId: onTheDay.membershipId } })).toBe(1);
	});
});

describe("a circular procedure", () => {
	it("counts written answers by the group's rule; votes stay hidden until its end", async () => {
		const { meetingId, itemId, endsAt } = await circular(world(), {
			groupId: group.id,
			title: "Logo beschaffen",
			proposal: "Der Arbeitskreis empfiehlt das Logo.",
		});
		const give = (actor: Actor, membershipId: string, answer: "yes" | "no" | "object", at = now, witnessId = "") =>
			answerInWriting(world(actor, at), { itemId, membershipId, answer, reason: "", witnessId });
		const waits = async () => (await waitingMeetings(world(member))).map(({ label }) => label);
		expect(await waits()).toContain("Schriftlich antworten: Logo beschaffen");
		must(await give(member, seatId(0), "no"));
		expect(await waits()).not.toContain("Schriftlich antworten: Logo beschaffen");
		must(await give(member, seatId(0), "yes"));
		await expect(give(member, seatId(1), "yes")).rejects.toThrow(Forbidden);
		await expect(give(guest, seatId(0), "yes")).rejects.toThrow(SignInNeeded);
		expect(code(await give(member, seatId(0), "object"))).toBe("reason-missing");
		expect((await circularPage(world(member), at(meetingId))).items[0]).toMatchObject({ votes: null, answered: 1 });
		await expect(circularPage(world(guest), at(meetingId))).rejects.toThrow(NotFound);
		expect(code(await finishCircular(world(manager), { meetingId }))).toBe("answers-outstanding");
		// from paper: another member has read it too, and what a member said themselves stays theirs
		expect(code(await give(manager, seatId(1), "yes"))).toBe("witness-missing");
		expect(code(await give(manager, seatId(1), "yes", now, seatId(1)))).toBe("witness-another");
		expect(code(await give(manager, seatId(0), "no", now, seatId(1)))).toBe("member-has-voted");
		must(await give(manager, seatId(1), "yes", now, seatId(0)));
		expect(await db.writtenAnswer.findMany({ where: { agendaItemId: itemId, fromPaper: true } })).toMatchObject([
			{ membershipId: seatId(1), witnessId: seatId(0) },
		]);
		expect(await finishCirculars(world(house, later(24)))).toBe(0);
		expect(code(await give(member, seatId(0), "yes", endsAt))).toBe("circular-over");
		const after = new Date(endsAt.getTime() + hour);
		expect(await finishCirculars(world(house, after))).toBe(1);
		expect(await finishCirculars(world(house, after))).toBe(0);
		const input = {
			meetingId,
			itemId,
			responsiblePostId: mayen.postId,
			reviewOn: daysFrom(today(after), 90),
		};
		const decided = must(await decideInWriting(world(manager, after), input));
		const tallies = await db.voteTally.findMany({
			where: { recommendation: { code: decided.code } },
			orderBy: { benchKind: "asc" },
			select: { benchKind: true, electorate: true, present: true, yes: true },
		});
		expect(tallies).toEqual([
			{ benchKind: "citizens", electorate: 1, present: 0, yes: 0 },
			{ benchKind: "politics", electorate: 2, present: 2, yes: 2 },
		]);
		expect(code(await decideInWriting(world(manager, after), input))).toBe("already-voted");
	});

	it("one objection to the procedure takes the item to the next meeting", async () => {
		const { meetingId, itemId } = await circular(world(), {
			groupId: group.id,
			title: "Streit um Bänke",
			proposal: "Drei Bänke am Markt.",
		});
		const answer = (membershipId: string, choice: "yes" | "object") =>
			answerInWriting(world(), {
				itemId,
				membershipId,
				answer: choice,
				reason: "Bitte erst darüber reden.",
				witnessId: seatId(membershipId === seatId(0) ? 1 : 0),
			});
		for (const index of [0, 1]) must(await answer(seatId(index), "yes"));
		must(await answer(seatId(2), "object"));
		expect(must(await finishCircular(world(manager), { meetingId }))).toBe(1);
		const input = { meetingId, itemId, responsiblePostId: mayen.postId, reviewOn: daysFrom(today(now), 90) };
		expect(code(await decideInWriting(world(manager), input))).toBe("objected-to");
		expect(await db.agendaItem.count({ where: { carriedFromId: itemId, meeting: { format: "meeting" } } })).toBe(1);
		const fixed = { meetingId, title: "Noch ein Punkt", isPublic: true, takenUpId: null, proposal: "Text" };
		expect(code(await addAgendaItem(world(manager), fixed))).toBe("meeting-held");
	});
});

it("the calendar of a month lists public meetings that were announced, and nothing else", async () => {
	const plan = async (title: string, isPublic: boolean, invite: boolean) => {
		const { meetingId } = must(
			await planMeeting(world(), {
				groupId: group.id,
				title,
				startsAt: new Date("2027-03-31T21:30:00Z"),
				place: "Rathaus",
				isPublic,
			}),
		);
		must(await addAgendaItem(world(), { meetingId, title: "Punkt", isPublic: true, takenUpId: null }));
		if (invite) must(await inviteToMeeting(world(), { meetingId }));
	};
	await plan("Öffentlich", true, true);
	await plan("Geschlossen", false, true);
	await plan("Noch nicht", true, false);
	const titles = async (month: number) =>
		(await meetingsOfMonth(world(guest), { year: 2027, month }, { place: "mayen" })).map(({ title }) => title);
	// 23:30 on 31 March in Germany
	expect(await titles(3)).toEqual(["Öffentlich"]);
	expect(await titles(4)).toEqual([]);
});

it("erasing a person forgets replies and authorship, and keeps what a result rests on", async () => {
	const gone = group.members[2];
	if (!gone) throw new Error("no member");
	const before = await db.writtenAnswer.count({ where: { membershipId: gone.membershipId } });
	expect(before).toBeGreaterThan(0);
	await manifest.personalData?.erase(world(), gone.personId);
	expect(await db.writtenAnswer.count({ where: { membershipId: gone.membershipId } })).toBe(before);
	const replies = { membershipId: gone.membershipId, reply: { not: null } };
	expect(await db.meetingInvitation.count({ where: replies })).toBe(0);
	await manifest.personalData?.retain(world(house, later(24 * 400)));
	expect(await db.meetingInvitation.count({ where: { guestId: { not: null }, arrivedAt: null } })).toBe(0);
	expect(await db.datePollInvitee.count({ where: { guestId: { not: null } } })).toBe(0);
});

it("links are good for their one purpose", () => {
	const id = newId(now);
	expect(answerPath(id)).not.toBe(replyPath(id));
});
