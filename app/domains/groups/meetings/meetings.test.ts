import { expect, test } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { readMailAddress } from "~/platform/mail/address";
import { votingList } from "../deciding/electorate";
import { calendarMessages } from "./calendar/messages";
import { monthsFrom, monthText, readMonth } from "./calendar/month";
import { circularMessages } from "./circular/messages";
import { allAnswered, isObjectedTo, votesByBench } from "./circular/written";
import { meetingLetterMessages } from "./invitation/letter-messages";
import { invitationMessages } from "./invitation/messages";
import { type MeetingState, stateOf } from "./meeting";
import { memberMessages } from "./member-messages";
import { meetingMessages } from "./messages";
import { bestSlots, countSlots, pollState, readGuests } from "./poll/date-poll";
import { pollMessages } from "./poll/messages";
import { meetingRefusalMessages } from "./refusal-messages";
import { runningMessages } from "./running/messages";
import { standingWords } from "./running/standing-words";
import { meetingStaffMessages } from "./staff-messages";
import { changesVotes, standingOf } from "./standing";
import { workshopMessages } from "./workshop/messages";

const at = new Date("2026-07-01T16:00:00Z");
const day = new Date("2026-07-01T00:00:00Z");
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);

test.each<[MeetingState, Partial<Parameters<typeof stateOf>[0]>]>([
	["planned", {}],
	["invited", { invitedAt: at }],
	["running", { invitedAt: at, begunAt: at }],
	["running", { begunAt: at }],
	["held", { begunAt: at, heldAt: at }],
	["cancelled", { invitedAt: at, cancelledAt: at }],
])("a meeting is %s", (state, dates) => {
	expect(stateOf({ invitedAt: null, begunAt: null, heldAt: null, cancelledAt: null, ...dates })).toBe(state);
});

const seat = (id: string, more: object = {}) => ({
	id,
	benchKind: "citizens",
	personId: id,
	function: "member",
	substituteForId: null,
	validFrom: new Date("2026-01-01"),
	validUntil: null,
	...more,
});
const five = ["a", "b", "c", "d", "e"].map((id) => seat(id));
const there = (membershipId: string, more: object = {}) => ({
	membershipId,
	substituteId: null,
	arrivedAt: null,
	leftAt: null,
	...more,
});
const half = { share: { numerator: 1, denominator: 2 }, comparison: "more-than" } as const;
const listOf = (present: string[], biased: string[] = []) =>
	votingList(
		five,
		present.map((id) => there(id)),
		{ day, at, biased },
	);

test.each([
	["3 of 5 seats are more than half", "seats", ["a", "b", "c"], [], { needed: 3, reached: 3, met: true }],
	["2 of 5 are not", "seats", ["a", "b"], [], { needed: 3, reached: 2, met: false }],
	// who is biased does not help to reach the quorum of seats, although the person sits there
	["a biased one is not counted", "seats", ["a", "b", "c"], ["c"], { needed: 3, reached: 2, met: false }],
	[
		"of the electorate without the biased",
		"electorate",
		["a", "b", "c"],
		["d", "e"],
		{ needed: 2, reached: 3, met: true },
	],
] as const)("quorum now: %s", (_, base, present, biased, quorum) => {
	const standing = standingOf({ quorum: { ...half, base, counts: "present" } }, listOf([...present], [...biased]));
	expect(standing).toMatchObject({ seats: 5, present: present.length, electorate: 5 - biased.length, quorum });
});

test("a bench that has to be able to decide by itself is counted by itself, and said", () => {
	const quorum = { ...half, base: "seats", counts: "present" } as const;
	const rule = { quorum: null, benches: [{ bench: "politics", quorum, threshold: null }] };
	const told = (present: string[], biased: string[] = []) =>
		standingOf(
			rule,
			listOf(present, biased).map((entry, index) => ({ ...entry, benchKind: index < 3 ? "politics" : "citizens" })),
		);
	// three of politics, two of the citizens
	expect(told(["a", "d", "e"]).benches).toEqual([
		{ bench: "politics", needed: 2, reached: 1, met: false, byVotes: false },
	]);
	expect(told(["a", "b"]).benches).toMatchObject([{ needed: 2, reached: 2, met: true }]);
	expect(told(["a", "b"], ["b"]).benches).toMatchObject([{ needed: 2, reached: 1, met: false }]);
	expect(told(["d"], ["a", "b", "c"]).benches).toEqual([]);
	expect(standingWords("de", told(["a"]), null).at(-1)).toBe(
		"Die Gruppe Politik ist für sich nicht beschlussfähig (nötig: 2, anwesend: 1).",
	);
});

test("the standing is said in whole sentences, in both languages", () => {
	const standing = standingOf({ quorum: { ...half, base: "seats", counts: "present" } }, listOf(["a", "b"], ["b"]));
	expect(standingWords("de", standing, { position: 2, title: "Rufbus" })).toEqual([
		"Jetzt TOP 2: Rufbus",
		"Anwesend: 2 von 5 Sitzen.",
		"Stimmberechtigt bei diesem Punkt: 4, davon anwesend: 1.",
		"Der Arbeitskreis ist nicht beschlussfähig (nötig: 3).",
	]);
	expect(standingWords("de", standing, { position: 2, title: null })[0]).toBe("Jetzt TOP 2 (nicht öffentlich).");
	for (const line of standingWords("en", standingOf({ quorum: null }, listOf([])), null)) expect(line).toMatch(/\.$/);
});

test.each([
	["who leaves afterwards", [there("a", { leftAt: minutes(1) })], false],
	["who left before the vote", [there("a", { leftAt: minutes(-1) })], true],
	["who left at that very moment", [there("a", { leftAt: at })], true],
	["who comes afterwards", [there("a"), there("b", { arrivedAt: minutes(1) })], false],
	["who was there as well", [there("a"), there("b", { arrivedAt: minutes(-1) })], true],
	["by somebody else", [there("a", { substituteId: "s" })], true],
	[
		"left and came again before it",
		[there("a", { leftAt: minutes(-9) }), there("a", { arrivedAt: minutes(-5) })],
		false,
	],
])("a vote rests on who was there: %s", (_, after, changes) => {
	expect(changesVotes(five, [there("a")], after, [{ votedAt: at }], day)).toBe(changes);
	expect(changesVotes(five, [there("a")], after, [], day)).toBe(false);
});

test("dates: answers are counted, and the best is where most can come", () => {
	const answers = [
		{ slotId: "1", answer: "yes" },
		{ slotId: "1", answer: "no" },
		{ slotId: "2", answer: "yes" },
		{ slotId: "2", answer: "if-needed" },
		{ slotId: "3", answer: "yes" },
		{ slotId: "3", answer: "yes" },
	];
	const counts = countSlots(["1", "2", "3", "4"], answers, 3);
	expect(counts[1]).toEqual({ slotId: "2", yes: 1, ifNeeded: 1, no: 0, silent: 1 });
	expect(bestSlots(counts)).toEqual(["3"]);
	expect(bestSlots(countSlots(["1"], [], 2))).toEqual([]);
});

test.each([
	["open", { closedAt: null, meetingId: null, answerUntil: day }, day],
	["over", { closedAt: null, meetingId: null, answerUntil: day }, new Date("2026-07-02T00:00:00Z")],
	["given-up", { closedAt: at, meetingId: null, answerUntil: day }, day],
	["fixed", { closedAt: at, meetingId: "m", answerUntil: day }, day],
] as const)("a date poll is %s", (state, poll, today) => {
	expect(pollState(poll, today)).toBe(state);
});

test.each([
	["Anna Gast, anna@example.org", [{ name: "Anna Gast", email: "anna@example.org" }]],
	["Anna Gast <anna@example.org>\n\nBo; bo@example.org", 2],
	["", []],
	["anna@example.org", null],
	["Anna Gast", null],
])("guests typed as %j", (text, guests) => {
	const read = readGuests(text, readMailAddress);
	if (typeof guests === "number") expect(read).toHaveLength(guests);
	else expect(read).toEqual(guests);
});

test("circular: one objection takes an item out; votes are counted by bench", () => {
	const seats = [seat("a"), seat("b"), seat("c", { benchKind: "politics" })];
	const answers = [
		{ membershipId: "a", answer: "yes" },
		{ membershipId: "b", answer: "abstain" },
		{ membershipId: "c", answer: "no" },
	];
	expect(isObjectedTo(answers)).toBe(false);
	expect(isObjectedTo([...answers, { membershipId: "d", answer: "object" }])).toBe(true);
	expect(allAnswered(["a", "b", "c"], answers)).toBe(true);
	expect(allAnswered(["a", "d"], answers)).toBe(false);
	expect(votesByBench(seats, answers)).toEqual([
		{ bench: "citizens", yes: 1, no: 0, abstain: 1 },
		{ bench: "politics", yes: 0, no: 1, abstain: 0 },
	]);
});

test("months of the calendar", () => {
	expect(readMonth("2026-13")).toBeNull();
	expect(readMonth("1999-01")).toBeNull();
	expect(readMonth(null)).toBeNull();
	expect(monthText(monthsFrom({ year: 2026, month: 1 }, -1))).toBe("2025-12");
	expect(monthsFrom({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
});

test.each([
	["letters", meetingLetterMessages],
	["invitation", invitationMessages],
	["poll", pollMessages],
	["running", runningMessages],
	["circular", circularMessages],
	["workshop", workshopMessages],
	["calendar", calendarMessages],
	["member", memberMessages],
	["meeting", meetingMessages],
	["staff", meetingStaffMessages],
	["refusals", meetingRefusalMessages],
])("%s stand in both languages", (_, words) => {
	expect(missingTexts(words)).toEqual([]);
});
