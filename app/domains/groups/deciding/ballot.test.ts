import { describe, expect, it, test } from "vitest";
import {
	frozenRule,
	isTakingVotes,
	type MethodChoice,
	mayReplace,
	optionsFor,
	passiveTitle,
	seatsOf,
	votersShownFrom,
} from "./ballot";
import { ballotProblem } from "./opening";

const half = { numerator: 1, denominator: 2 };
const charter = {
	quorum: { share: half, comparison: "more-than", base: "seats", counts: "present" },
	threshold: { share: half, comparison: "more-than", base: "yes-and-no" },
	eachBench: null,
} as const;

test("quorum and majority are the charter's, whatever the method", () => {
	const titles = ["Bus", "Rad"];
	const methods: MethodChoice[] = [
		{ method: "majority", reasonForNo: true },
		{ method: "consent" },
		{ method: "consensus", vetoes: 2, aside: null },
		{ method: "score", highest: 5, passive: true },
		{ method: "ranking", passive: false },
		{ method: "resistance", highest: 10 },
	];
	for (const method of methods) {
		const options = optionsFor(method, titles);
		const rule = frozenRule(charter, method, options, null);
		expect(rule.quorum).toEqual(charter.quorum);
		expect(rule.method).toBe(method.method);
		if (rule.method === "majority") expect(rule).toMatchObject({ ...charter, reasonFor: ["no"] });
		if (rule.method === "resistance" || rule.method === "score") {
			expect(options.map(({ title }) => title)).toEqual([...titles, passiveTitle]);
			expect(rule.passive).toBe("3");
		}
		if (rule.method === "ranking") expect(options).toHaveLength(2);
	}
});

describe("who speaks for a seat", () => {
	const seat = (changes: object = {}) => ({
		membershipId: "seat",
		biased: false,
		holderId: "holder",
		actingSubstituteId: null,
		substitutes: [{ id: "substitute", personId: "deputy" }],
		...changes,
	});

	test.each([
		["its holder", "holder", {}, "named", [{ membershipId: "seat", actingId: null }]],
		["nobody who is biased", "holder", { biased: true }, "named", []],
		["a stranger never", "stranger", {}, "named", []],
		["a substitute by name", "deputy", {}, "named", [{ membershipId: "seat", actingId: "substitute" }]],
		["no substitute in secret who was not acting", "deputy", {}, "secret", []],
		[
			"in secret the substitute who was acting",
			"deputy",
			{ actingSubstituteId: "substitute" },
			"secret",
			[{ membershipId: "seat", actingId: "substitute" }],
		],
		["not the holder beside them", "holder", { actingSubstituteId: "substitute" }, "secret", []],
	] as const)("%s", (_, personId, changes, mode, expected) => {
		expect(seatsOf(personId, [seat(changes)], mode)).toEqual(expected);
	});

	const own = { actingId: null, recordedById: null };
	const acting = { actingId: "substitute", recordedById: null };
	const written = { actingId: null, recordedById: "clerk" };
	test.each([
		[null, "substitute", true],
		[own, "member", true],
		[acting, "member", true],
		[written, "member", true],
		[own, "substitute", false],
		[acting, "substitute", true],
		[written, "substitute", false],
		[own, "on-behalf", false],
		[acting, "on-behalf", false],
		[written, "on-behalf", true],
	] as const)("over %o a vote by %s: %s", (existing, by, expected) => {
		expect(mayReplace(existing, by)).toBe(expected);
	});
});

test.each([
	[{ seats: 9, entitled: 9 }, charter.quorum, 5],
	[{ seats: 20, entitled: 8 }, charter.quorum, 11],
	[{ seats: 9, entitled: 9 }, null, 5],
	[{ seats: 3, entitled: 3 }, null, 3],
	[{ seats: 4, entitled: 2 }, null, 3],
])("who took part in secret is shown from quorum, half and three on: %o", (sizes, quorum, from) => {
	expect(votersShownFrom({ quorum }, sizes)).toBe(from);
});

test("votes are taken until the end, not at it", () => {
	const end = new Date("2026-11-22T12:00:00Z");
	const open = { votesRecordedAt: null, cancelledAt: null, closesAt: end };
	expect(isTakingVotes(open, new Date("2026-11-22T11:59:59Z"))).toBe(true);
	expect(isTakingVotes(open, end)).toBe(false);
	expect(isTakingVotes({ ...open, closesAt: null }, end)).toBe(true);
	expect(isTakingVotes({ ...open, cancelledAt: end }, new Date(0))).toBe(false);
	expect(isTakingVotes({ ...open, votesRecordedAt: end }, new Date(0))).toBe(false);
});

describe("how it may be voted", () => {
	const now = new Date("2026-11-22T12:00:00Z");
	const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
	const benches = [
		{ bench: "politics", electorate: 4 },
		{ bench: "citizens", electorate: 2 },
	];
	const majority: MethodChoice = { method: "majority", reasonForNo: false };
	const wanted = { mode: "named" as const, method: majority, options: [], closesAt: null, remindAt: null };
	const given = { benches, now, eachBench: false };

	test.each([
		["by name", {}, {}, null],
		["consent by hands", { mode: "hands", method: { method: "consent" } }, {}, "hands-for-majority-only"],
		["consent in secret", { mode: "secret", method: { method: "consent" } }, {}, "secret-without-reasons"],
		["reasons in secret", { mode: "secret", method: { ...majority, reasonForNo: true } }, {}, "secret-without-reasons"],
		["in secret", { mode: "secret" }, {}, null],
		[
			"in secret among two",
			{ mode: "secret" },
			{ benches: [{ bench: "politics", electorate: 2 }] },
			"too-few-for-secret",
		],
		["in secret with two of a bench", { mode: "secret" }, { eachBench: true }, "bench-too-small-for-secret"],
		["nobody", {}, { benches: [] }, "nobody-entitled"],
		["one option", { method: { method: "ranking", passive: false }, options: ["Bus"] }, {}, "options-too-few"],
		["one and none", { method: { method: "resistance", highest: 10 }, options: ["Bus"] }, {}, null],
		["twice the same", { method: { method: "ranking", passive: false }, options: ["Bus", "bus "] }, {}, "option-twice"],
		["options for yes and no", { options: ["Bus", "Rad"] }, {}, "options-not-asked"],
		[
			"scale of nought",
			{ method: { method: "score", highest: 0, passive: true }, options: ["Bus"] },
			{},
			"scale-wrong",
		],
		["no veto blocks", { method: { method: "consensus", vetoes: 0, aside: null } }, {}, "vetoes-wrong"],
		["an end that is over", { closesAt: later(0) }, {}, "closes-in-the-past"],
		["a reminder without an end", { remindAt: later(1) }, {}, "closing-missing"],
		["a reminder at the end", { remindAt: later(2), closesAt: later(2) }, {}, "reminder-outside"],
		["a reminder before it", { remindAt: later(1), closesAt: later(2) }, {}, null],
	])("%s", (_, changes, more, expected) => {
		const problem = ballotProblem({ ...wanted, ...(changes as object) }, { ...given, ...(more as object) });
		expect(problem?.code ?? null).toBe(expected);
	});

	it("may have as many options as fit on a page", () => {
		const options = Array.from({ length: 21 }, (_, index) => `Variante ${index}`);
		const method: MethodChoice = { method: "ranking", passive: false };
		expect(ballotProblem({ ...wanted, method, options }, given)?.code).toBe("options-too-many");
		expect(ballotProblem({ ...wanted, method, options: options.slice(1) }, given)).toBeNull();
	});
});
