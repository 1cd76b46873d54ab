import { expect, test } from "vitest";
import { ruleFrom, thresholdChoices } from "./charter/rule-choice";
import { attendanceProblem, electorateByBench, type Presence, votingList } from "./deciding/electorate";
import { actsIn, isPossibleIn, mayCertifyAlone, type RecommendationState, stateOf } from "./deciding/recommendation";
import { attendanceOf, compositionProblems, fitsIntoBench, type Membership, seatsOn, standsInFor } from "./group";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const benches = [
	{ kind: "politics", minSeats: 1, maxSeats: 2 },
	{ kind: "citizens", minSeats: 1, maxSeats: 2 },
];

function member(id: string, benchKind: string, more: Partial<Membership> = {}): Membership {
	const period = { validFrom: day("2026-01-01"), validUntil: null };
	return { id, benchKind, personId: `person-${id}`, function: "member", substituteForId: null, ...period, ...more };
}

const anna = member("anna", "politics", { function: "chair" });
const ben = member("ben", "citizens", { validUntil: day("2026-06-01") });
const cem = member("cem", "citizens", { validFrom: day("2026-06-01") });
const dora = member("dora", "citizens", { function: "substitute", substituteForId: "cem" });
const all = [anna, ben, cem, dora];

test.each([
	["2025-12-31", []],
	["2026-05-31", ["anna", "ben"]],
	["2026-06-01", ["anna", "cem"]],
])("seats on %s: the last day counts, the day after does not, a substitute never", (on, ids) => {
	expect(seatsOn(all, day(on)).map(({ id }) => id)).toEqual(ids);
});

test("the composition is that of the day of the meeting", () => {
	expect(compositionProblems(benches, all, day("2026-07-01"))).toEqual([]);
	expect(compositionProblems(benches, [anna, ben], day("2026-07-01"))).toEqual([
		{ bench: "citizens", seats: 0, problem: "too-few", limit: 1 },
	]);
	const crowd = [anna, member("e", "politics"), member("f", "politics")];
	expect(compositionProblems(benches, [...crowd, cem], day("2026-07-01"))).toEqual([
		{ bench: "politics", seats: 3, problem: "too-many", limit: 2 },
	]);
});

test("a bench that is full on one day of the period is full", () => {
	const [politics, citizens] = benches;
	if (!politics || !citizens) throw new Error("no benches");
	const open = { validFrom: day("2026-02-01"), validUntil: null };
	expect(fitsIntoBench(citizens, all, open)).toBe(true);
	const later = member("g", "citizens", { validFrom: day("2026-09-01") });
	expect(fitsIntoBench(citizens, [...all, later], open)).toBe(false);
	expect(fitsIntoBench(citizens, [...all, later], { ...open, validUntil: day("2026-09-01") })).toBe(true);
	expect(fitsIntoBench(politics, [anna, member("h", "politics")], open)).toBe(false);
});

const at = new Date("2026-07-01T17:00:00Z");
const presence = (membershipId: string, more: Partial<Presence> = {}): Presence => ({
	membershipId,
	substituteId: null,
	arrivedAt: null,
	leftAt: null,
	...more,
});

test.each<[string, Presence[], string[], { electorate: number; present: number }[]]>([
	["everybody", [presence("anna"), presence("cem")], [], [one(1, 1), one(1, 1)]],
	["an acting substitute fills the seat", [presence("cem", { substituteId: "dora" })], [], [one(1, 0), one(1, 1)]],
	["who is biased is not entitled", [presence("anna"), presence("cem")], ["anna"], [one(0, 0), one(1, 1)]],
	["who comes later is not there yet", [presence("anna", { arrivedAt: after(1) })], [], [one(1, 0), one(1, 0)]],
	["who comes at that moment is there", [presence("anna", { arrivedAt: at })], [], [one(1, 1), one(1, 0)]],
	["who left is gone", [presence("anna", { leftAt: at })], [], [one(1, 0), one(1, 0)]],
	["who leaves afterwards is there", [presence("anna", { leftAt: after(1) })], [], [one(1, 1), one(1, 0)]],
])("voting list: %s", (_, presences, biased, figures) => {
	const list = votingList(all, presences, { day: day("2026-07-01"), at, biased });
	expect(electorateByBench(benches, list).map(({ electorate, present }) => ({ electorate, present }))).toEqual(figures);
});

function one(electorate: number, present: number) {
	return { electorate, present };
}
function after(minutes: number) {
	return new Date(at.getTime() + minutes * 60_000);
}

test.each<[string, Presence[], string | null]>([
	["nobody", [], null],
	["with an acting substitute", [presence("anna"), presence("cem", { substituteId: "dora" })], null],
	["who has left the group", [presence("ben")], "not-a-seat"],
	["a substitute beside the seat", [presence("dora")], "not-a-seat"],
	["twice", [presence("anna"), presence("anna")], "seat-twice"],
	["somebody else's substitute", [presence("anna", { substituteId: "dora" })], "not-its-substitute"],
	["gone before come", [presence("anna", { arrivedAt: at, leftAt: at })], "left-first"],
])("attendance: %s", (_, presences, problem) => {
	expect(attendanceProblem(all, presences, day("2026-07-01"))).toBe(problem);
});

const never = { votesRecordedAt: null, certifiedAt: null, publishedAt: null, cancelledAt: null };

test.each<[RecommendationState, Partial<typeof never | Record<string, Date>>, (keyof typeof actsIn)[]]>([
	["open", {}, ["record", "close", "cancel", "state"]],
	["counted", { votesRecordedAt: at }, ["record", "cancel", "treat", "state", "certify", "refuse"]],
	["certified", { votesRecordedAt: at, certifiedAt: at }, ["state", "publish"]],
	["published", { votesRecordedAt: at, certifiedAt: at, publishedAt: at }, []],
	["cancelled", { votesRecordedAt: at, cancelledAt: at }, []],
])("a recommendation that is %s", (state, dates, acts) => {
	expect(stateOf({ ...never, ...dates })).toBe(state);
	const possible = (Object.keys(actsIn) as (keyof typeof actsIn)[]).filter((act) => isPossibleIn(act, state));
	expect(possible.sort()).toEqual(acts.sort());
});

test.each([
	["a second person", "anna", 0, true],
	["the same person at once", "ben", 0, false],
	["the same person a minute before the day is over", "ben", 24 * 60 - 1, false],
	["the same person after 24 hours", "ben", 24 * 60, true],
])("%s certifies", (_, personId, minutes, may) => {
	expect(mayCertifyAlone({ recordedById: "ben", recordedAt: at }, { personId, now: after(minutes) })).toBe(may);
});

test("a charter's two thirds are 2/3", () => {
	expect(thresholdChoices["two-thirds-of-votes"].share).toEqual({ numerator: 2, denominator: 3 });
	expect(ruleFrom({ threshold: "simple-majority", quorum: "none", eachBench: false })).toEqual({
		quorum: null,
		threshold: { share: { numerator: 1, denominator: 2 }, comparison: "more-than", base: "yes-and-no" },
		eachBench: null,
	});
});

test("who joined in the middle of the year was not absent before, who left not afterwards", () => {
	const meetings = ["2026-02-01", "2026-05-31", "2026-06-01", "2026-09-01"].map((on) => ({
		day: day(on),
		attended: ["anna", "cem"],
	}));
	expect(attendanceOf(cem, meetings)).toEqual({ held: 2, attended: 2 });
	expect(attendanceOf(ben, meetings)).toEqual({ held: 2, attended: 0 });
	expect(attendanceOf(anna, meetings)).toEqual({ held: 4, attended: 4 });
});

test("a substitute acts for the named seat, or for each seat of the body that sent both", () => {
	const seat = member("s1", "advisory", { onBehalfOf: "Seniorenbeirat" });
	const other = member("s2", "advisory", { onBehalfOf: "Jugendbeirat" });
	const sent = member("v", "advisory", { function: "substitute", onBehalfOf: "Seniorenbeirat" });
	const named = member("w", "advisory", {
		function: "substitute",
		substituteForId: "s2",
		onBehalfOf: "Seniorenbeirat",
	});
	expect([standsInFor(sent, seat), standsInFor(sent, other)]).toEqual([true, false]);
	expect([standsInFor(named, seat), standsInFor(named, other)]).toEqual([false, true]);
	expect(standsInFor(member("x", "advisory", { function: "substitute" }), anna)).toBe(false);
	const all = [seat, other, sent];
	const acting = (membershipId: string) => [presence(membershipId, { substituteId: "v" })];
	expect(attendanceProblem(all, acting("s1"), day("2026-07-01"))).toBeNull();
	expect(attendanceProblem(all, acting("s2"), day("2026-07-01"))).toBe("not-its-substitute");
	// it is no seat of its own, and counts only where it acts
	const list = votingList(all, acting("s1"), { day: day("2026-07-01"), at, biased: [] });
	expect(list.map(({ membershipId, present }) => [membershipId, present])).toEqual([
		["s1", true],
		["s2", false],
	]);
});
