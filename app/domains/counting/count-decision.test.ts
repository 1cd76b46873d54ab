import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type CastVote, countDecision, type DecisionChoice, isPossibleChoice, type Turnout } from "./count-decision";
import { answersOf, asksReason, type DecisionRule, isBlocking, storedDecisionRule } from "./decision-rule";

const half = { numerator: 1, denominator: 2 };
const third = { numerator: 1, denominator: 3 };
const parts = { quorum: null, reasonFor: [] };
const consent: DecisionRule = { method: "consent", ...parts };
const consensus: DecisionRule = { method: "consensus", ...parts, vetoes: 1, aside: third };
const score: DecisionRule = { method: "score", ...parts, highest: 5, passive: null, lot: null };
const ranking: DecisionRule = { method: "ranking", ...parts, unranked: "last", passive: null, lot: null };
const resistance: DecisionRule = { method: "resistance", ...parts, highest: 10, passive: "1", lot: null };
const twoThirds: DecisionRule = {
	method: "majority",
	...parts,
	threshold: { share: { numerator: 2, denominator: 3 }, comparison: "at-least", base: "votes-cast" },
	eachBench: null,
};

/** One bench in which everybody who is named votes; `more` could have voted as well. */
function cast(choices: readonly DecisionChoice[], more = 0): [Turnout, CastVote[]] {
	const electorate = choices.length + more;
	return [
		{ seats: electorate, benches: [{ bench: "citizens", electorate, present: choices.length }] },
		choices.map((choice) => ({ bench: "citizens", choice })),
	];
}
const times = (count: number, choice: DecisionChoice) => Array.from({ length: count }, () => choice);
const result = (rule: DecisionRule, choices: readonly DecisionChoice[], options: readonly string[] = [], more = 0) => {
	const [turnout, votes] = cast(choices, more);
	return countDecision(rule, turnout, votes, options);
};

test.each([3, 6, 9, 12, 15, 18, 21, 24, 27, 30])("two thirds of %i single votes", (voters) => {
	const yes = (voters / 3) * 2;
	expect(result(twoThirds, [...times(yes, "yes"), ...times(voters - yes, "no")]).result).toBe("adopted");
	expect(result(twoThirds, [...times(yes - 1, "yes"), ...times(voters - yes + 1, "no")]).result).toBe("rejected");
});

describe("answers", () => {
	test.each<[string, DecisionRule, DecisionChoice[], string]>([
		["consent of all", consent, ["consent", "consent"], "adopted"],
		["a reservation does not stop it", consent, ["consent", "reservation"], "adopted"],
		["one objection stops it, however many consent", consent, [...times(20, "consent"), "objection"], "rejected"],
		["standing aside is no consent", consent, ["aside", "aside"], "rejected"],
		["consensus with some aside", consensus, ["agree", "agree", "reservation", "aside"], "adopted"],
		["a third may stand aside", consensus, ["agree", "agree", "aside"], "adopted"],
		["more than a third may not", consensus, ["agree", "aside", "aside", "agree", "aside"], "rejected"],
		["one veto blocks", consensus, [...times(20, "agree"), "veto"], "rejected"],
		["two block where the rule says two", { ...consensus, vetoes: 2 }, ["agree", "veto", "veto"], "rejected"],
		["one of two does not", { ...consensus, vetoes: 2 }, ["agree", "agree", "veto"], "adopted"],
		["abstaining alone adopts nothing", consensus, ["abstain", "abstain"], "rejected"],
		["nobody voted", consensus, [], "not-decided"],
	])("%s", (_, rule, choices, expected) => {
		expect(result(rule, choices).result).toBe(expected);
	});

	it("an unmet quorum decides nothing, also where somebody objects", () => {
		const quorum = { share: half, comparison: "more-than", base: "electorate", counts: "votes-cast" } as const;
		for (const rule of [consent, consensus, twoThirds]) {
			const [answer = ""] = answersOf(rule);
			const no = answersOf(rule).at(-1) ?? "";
			expect(result({ ...rule, quorum }, [answer, no], [], 2).result).toBe("not-decided");
			expect(result({ ...rule, quorum }, times(3, answer), [], 2).result).toBe("adopted");
		}
	});

	it("are shown by bench", () => {
		const count = countDecision(
			consent,
			{
				seats: 3,
				benches: [
					{ bench: "politics", electorate: 1, present: 1 },
					{ bench: "citizens", electorate: 2, present: 1 },
				],
			},
			[
				{ bench: "politics", choice: "objection" },
				{ bench: "citizens", choice: "consent" },
			],
		);
		expect(count).toMatchObject({
			result: "rejected",
			byBench: [
				{ bench: "politics", answers: { consent: 0, reservation: 0, aside: 0, objection: 1 } },
				{ bench: "citizens", answers: { consent: 1, reservation: 0, aside: 0, objection: 0 } },
			],
		});
	});

	it("an objection and a veto need a reason, others as the rule says", () => {
		expect(asksReason(consent, "objection")).toBe(true);
		expect(asksReason(consent, "reservation")).toBe(false);
		expect(asksReason({ ...twoThirds, reasonFor: ["no"] }, "no")).toBe(true);
		expect(asksReason(twoThirds, "no")).toBe(false);
		expect(isBlocking(consensus, "veto")).toBe(true);
		expect(isBlocking(twoThirds, "no")).toBe(false);
	});

	it("as many yes as no are rejected, or decide nothing where the rule says so", () => {
		const simple = { ...twoThirds, threshold: { share: half, comparison: "more-than", base: "yes-and-no" } } as const;
		expect(result(simple, ["yes", "no"]).result).toBe("rejected");
		expect(result({ ...simple, tie: "not-decided" }, ["yes", "no"]).result).toBe("not-decided");
		expect(result({ ...simple, tie: "not-decided" }, ["yes", "yes", "no"]).result).toBe("adopted");
		expect(result({ ...simple, tie: "not-decided" }, ["yes", "no", "no"]).result).toBe("rejected");
	});

	it("a threshold may be of those present: who stays silent counts against", () => {
		const present = { ...twoThirds, threshold: { share: half, comparison: "more-than", base: "present" } } as const;
		const benches = [{ bench: "citizens", electorate: 6, present: 5 }];
		const votes = (yes: number) => times(yes, "yes").map((choice) => ({ bench: "citizens", choice }));
		expect(countDecision(present, { seats: 6, benches }, votes(2)).result).toBe("rejected");
		expect(countDecision(present, { seats: 6, benches }, votes(3)).result).toBe("adopted");
	});
});

describe("options", () => {
	const three = ["1", "2", "3"];

	it("score: sums and exact means; equal ones decide nothing without a lot", () => {
		const ballots = [
			{ "1": 5, "2": 4, "3": 0 },
			{ "1": 2, "2": 4, "3": 1 },
			{ "1": 3, "2": 0, "3": 1 },
		];
		const count = result(score, ballots, three);
		expect(count).toMatchObject({ result: "adopted", winner: "1", tied: [] });
		if (count.method !== "score") throw new Error("counted otherwise");
		expect(count.options.map(({ option, sum, mean }) => [option, sum, mean])).toEqual([
			["1", 10, "10/3"],
			["2", 8, "8/3"],
			["3", 2, "2/3"],
		]);
		const tie = [
			{ "1": 5, "2": 0, "3": 0 },
			{ "1": 0, "2": 5, "3": 0 },
		];
		expect(result(score, tie, three)).toMatchObject({ result: "not-decided", winner: null, tied: ["1", "2"] });
		expect(result({ ...score, lot: ["3", "2", "1"] }, tie, three)).toMatchObject({ result: "adopted", winner: "2" });
		expect(result({ ...score, passive: "1" }, ballots, three)).toMatchObject({ result: "rejected", winner: "1" });
	});

	it("ranking: who beats all others comes first, also when fewer put it on the first place", () => {
		const ballots = [
			...times(4, { "1": 1, "2": 2, "3": 3 }),
			...times(3, { "2": 1, "3": 2, "1": 3 }),
			...times(2, { "3": 1, "2": 2, "1": 3 }),
		];
		const count = result(ranking, ballots, three);
		expect(count).toMatchObject({ result: "adopted", winner: "2" });
		if (count.method !== "ranking") throw new Error("counted otherwise");
		expect(count.preferred).toEqual([
			[0, 4, 4],
			[5, 0, 7],
			[5, 2, 0],
		]);
	});

	it("resistance: the least wins, and nothing is adopted when that is leaving things as they are", () => {
		const ballots = [
			{ "1": 9, "2": 1, "3": 0 },
			{ "1": 5, "2": 2, "3": 10 },
		];
		expect(result(resistance, ballots, three)).toMatchObject({ result: "adopted", winner: "2" });
		expect(result({ ...resistance, passive: "2" }, ballots, three)).toMatchObject({ result: "rejected", winner: "2" });
	});

	it("who abstains takes part, but judges nothing", () => {
		const quorum = { share: half, comparison: "at-least", base: "electorate", counts: "votes-cast" } as const;
		const ballot = { "1": 0, "2": 5, "3": 1 };
		expect(result({ ...score, quorum }, [ballot, "abstain"], three, 2)).toMatchObject({
			result: "adopted",
			winner: "2",
		});
		expect(result({ ...score, quorum }, [ballot], three, 2)).toMatchObject({ result: "not-decided", winner: "2" });
		expect(result(score, ["abstain"], three)).toMatchObject({ result: "not-decided", winner: null });
	});

	test.each<[string, DecisionRule, DecisionChoice]>([
		["an option is missing", score, { "1": 5, "2": 4 }],
		["a figure above the scale", score, { "1": 6, "2": 0, "3": 0 }],
		["a figure below it", resistance, { "1": -1, "2": 0, "3": 0 }],
		["half a point", score, { "1": 0.5, "2": 0, "3": 0 }],
		["an unknown option", ranking, { "4": 1 }],
		["a place that is none", ranking, { "1": 4 }],
		["an empty ranking", ranking, {}],
		["an answer where options are judged", score, "yes"],
		["an answer of another method", consent, "yes"],
		["figures where answers are asked", consent, { "1": 1 }],
	])("%s is refused", (_, rule, choice) => {
		expect(isPossibleChoice(rule, choice, three)).toBe(false);
		expect(() => result(rule, [choice], three)).toThrow(RangeError);
	});
});

test("more votes than people, and votes of unknown benches are refused", () => {
	const [turnout] = cast(["yes"]);
	const vote = { bench: "citizens", choice: "yes" };
	expect(() => countDecision(twoThirds, turnout, [vote, vote])).toThrow(RangeError);
	expect(() => countDecision(twoThirds, turnout, [{ ...vote, bench: "guests" }])).toThrow(RangeError);
});

test("without benches on the ballots the sum is counted, and nothing is said by bench", () => {
	const benches = [
		{ bench: "politics", electorate: 2, present: 2 },
		{ bench: "citizens", electorate: 2, present: 1 },
	];
	const votes = ["yes", "yes", "no"].map((choice) => ({ bench: null, choice }));
	expect(countDecision(twoThirds, { seats: 4, benches }, votes)).toMatchObject({
		result: "adopted",
		count: { votes: { yes: 2, no: 1, abstain: 0, electorate: 4, present: 3 } },
		byBench: [],
	});
});

test("a rule from before there were several methods is one of the majority", () => {
	const { method: _, reasonFor: __, ...old } = twoThirds;
	expect(storedDecisionRule(old)).toEqual(twoThirds);
	expect(() => storedDecisionRule({ method: "shouting" })).toThrow();
	expect(() => storedDecisionRule(null)).toThrow();
});

describe("for every vote", () => {
	const options = ["1", "2", "3", "4"];
	const figures = (least: number, most: number) =>
		fc
			.array(fc.integer({ min: least, max: most }), { minLength: 4, maxLength: 4 })
			.map((list): DecisionChoice => Object.fromEntries(list.map((figure, index) => [options[index] ?? "", figure])));
	const cases: [DecisionRule, fc.Arbitrary<DecisionChoice>][] = [
		[{ ...score, lot: ["2", "4", "1", "3"] }, figures(0, 5)],
		[{ ...ranking, lot: ["2", "4", "1", "3"] }, figures(1, 4)],
		[{ ...resistance, lot: null }, figures(0, 10)],
		[consent, fc.constantFrom(...answersOf(consent))],
		[consensus, fc.constantFrom(...answersOf(consensus))],
	];

	it.each(cases)("the order of votes and options changes nothing (%o)", (rule, choice) => {
		const judged = answersOf(rule).length === 0;
		fc.assert(
			fc.property(fc.array(choice, { maxLength: 12 }), (choices) => {
				const here = result(rule, choices, judged ? options : []);
				const turned = result(rule, choices.toReversed(), judged ? options.toReversed() : []);
				expect(turned).toEqual(here);
			}),
		);
	});

	it("consent is adopted exactly when somebody consents and nobody objects", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...answersOf(consent)), { minLength: 1, maxLength: 12 }), (choices) => {
				const adopted =
					!choices.includes("objection") && choices.some((one) => one === "consent" || one === "reservation");
				expect(result(consent, choices).result).toBe(adopted ? "adopted" : "rejected");
			}),
		);
	});

	it("less resistance against the first never takes the place from it", () => {
		fc.assert(
			fc.property(fc.array(figures(1, 10), { minLength: 1, maxLength: 8 }), (choices) => {
				const rule = { ...resistance, lot: options };
				const before = result(rule, choices, options);
				if (!("winner" in before) || before.winner === null) return;
				const { winner } = before;
				const eased = choices.map((one) =>
					typeof one === "string" ? one : { ...one, [winner]: (one[winner] ?? 1) - 1 },
				);
				expect(result(rule, eased, options)).toMatchObject({ winner });
			}),
		);
	});
});
