import { describe, expect, it, test } from "vitest";
import { type Choice, countVote } from "./count-vote";
import { isVoteFile, recountVote, UnreadableVote } from "./recount-vote";
import type { VoteRule } from "./vote-rule";

const abc = ["1", "2", "3"];
const lot = ["3", "1", "2"];
const rules: VoteRule[] = [
	{ method: "yes-no", lot },
	{ method: "choose", most: 2, lot },
	{ method: "ranking", unranked: "last", lot },
	{ method: "points", perVoter: 5, lot },
	{ method: "resistance", highest: 10, passive: "3", lot },
];
const ballots: Record<VoteRule["method"], Choice[]> = {
	"yes-no": [{ 1: 1, 2: 2 }, { 1: 1, 2: 1, 3: 3 }, { 1: 2 }],
	choose: [{ 1: 1, 2: 1 }, { 2: 1 }, { 1: 1 }, { 3: 1 }],
	ranking: [{ 1: 1, 2: 2 }, { 2: 1 }, { 2: 1, 3: 1, 1: 2 }],
	points: [{ 1: 5 }, { 2: 3, 3: 2 }, { 3: 3 }],
	resistance: [
		{ 1: 0, 2: 4, 3: 8 },
		{ 1: 10, 2: 3, 3: 2 },
	],
};

describe("counting a vote", () => {
	it("yes and no: each option by itself, a tie is no, what is not answered abstains", () => {
		const count = countVote(abc, { method: "yes-no", lot }, ballots["yes-no"]);
		expect(count).toEqual({
			method: "yes-no",
			voters: 3,
			winners: ["1"],
			options: [
				{ option: "1", yes: 2, no: 1, abstain: 0, adopted: true },
				{ option: "2", yes: 1, no: 1, abstain: 1, adopted: false },
				{ option: "3", yes: 0, no: 0, abstain: 3, adopted: false },
			],
		});
	});

	it("ticks: the most win, a tie goes by the lot", () => {
		const count = countVote(abc, { method: "choose", most: 2, lot }, ballots.choose);
		expect(count.winners).toEqual(["1"]);
		expect(count.options).toEqual([
			{ option: "1", sum: 2, ballots: 2, tiedWith: ["2"] },
			{ option: "2", sum: 2, ballots: 2, tiedWith: ["1"] },
			{ option: "3", sum: 1, ballots: 1, tiedWith: [] },
		]);
	});

	it("points: the most win, not the most ballots", () => {
		expect(countVote(abc, { method: "points", perVoter: 5, lot }, ballots.points)).toMatchObject({
			winners: ["3"],
			options: [
				{ option: "3", sum: 5, ballots: 2, tiedWith: ["1"] },
				{ option: "1", sum: 5, ballots: 1 },
				{ option: "2", sum: 3, ballots: 1 },
			],
		});
	});

	it("ranking: worked example 4 (Schulze, 45 voters)", () => {
		const options = ["A", "B", "C", "D", "E"];
		const groups: [number, string][] = [
			[5, "ACBED"],
			[5, "ADECB"],
			[8, "BEDAC"],
			[3, "CABED"],
			[7, "CAEBD"],
			[2, "CBADE"],
			[7, "DCEBA"],
			[8, "EBADC"],
		];
		const cast = groups.flatMap(([voters, order]) =>
			Array.from({ length: voters }, () => Object.fromEntries([...order].map((option, place) => [option, place + 1]))),
		);
		const count = countVote(options, { method: "ranking", unranked: "last", lot: options.toReversed() }, cast);
		expect(count).toMatchObject({ winners: ["E"], order: ["E", "A", "C", "B", "D"] });
	});

	it("resistance: worked example 5, all options beside the passive solution", () => {
		const people: [number, number, number, number][] = [
			[8, 0, 3, 0],
			[9, 0, 4, 1],
			[7, 1, 3, 0],
			[2, 10, 4, 10],
			[8, 9, 3, 10],
		];
		const cast = people.map(([p, one, two, three]) => ({ P: p, 1: one, 2: two, 3: three }));
		const options = ["P", "1", "2", "3"];
		const count = countVote(options, { method: "resistance", highest: 10, passive: "P", lot: options }, cast);
		expect(count.winners).toEqual(["2"]);
		expect(
			count.method === "resistance" && count.options.map(({ option, resistance }) => [option, resistance]),
		).toEqual([
			["2", 17],
			["1", 20],
			["3", 21],
			["P", 34],
		]);
	});

	it.each(rules)("$method: nobody voted, nobody wins", (rule) => {
		expect(countVote(abc, rule, [])).toMatchObject({ voters: 0, winners: [] });
	});

	it.each(rules)("$method: the order of ballots and options changes nothing", (rule) => {
		const cast = ballots[rule.method];
		const plain = countVote(abc, rule, cast);
		expect(countVote(abc.toReversed(), rule, cast.toReversed())).toEqual(plain);
		for (let turn = 1; turn < cast.length; turn += 1) {
			expect(countVote(abc, rule, [...cast.slice(turn), ...cast.slice(0, turn)])).toEqual(plain);
		}
	});

	it.each(rules)("$method: other names for the options give the same result under these names (neutrality)", (rule) => {
		const renamed: Record<string, string> = { 1: "2", 2: "3", 3: "1" };
		const name = (option: string) => renamed[option] ?? option;
		const other: VoteRule = {
			...rule,
			lot: rule.lot.map(name),
			...(rule.method === "resistance" && { passive: name(rule.passive) }),
		};
		const cast = ballots[rule.method].map((ballot) =>
			Object.fromEntries(Object.entries(ballot).map(([option, value]) => [name(option), value])),
		);
		expect(countVote(abc, other, cast).winners).toEqual(countVote(abc, rule, ballots[rule.method]).winners.map(name));
	});

	test.each<[string, VoteRule, Choice]>([
		["an unknown option", { method: "choose", most: 2, lot }, { 9: 1 }],
		["too many ticks", { method: "choose", most: 1, lot }, { 1: 1, 2: 1 }],
		["two ticks for one", { method: "choose", most: 2, lot }, { 1: 2 }],
		["too many points", { method: "points", perVoter: 5, lot }, { 1: 4, 2: 2 }],
		["an answer that is none", { method: "yes-no", lot }, { 1: 4 }],
		["a place before the first", { method: "ranking", unranked: "last", lot }, { 1: 0 }],
		["an option that is not rated", { method: "resistance", highest: 10, passive: "3", lot }, { 1: 0, 2: 1 }],
		["more than the scale", { method: "resistance", highest: 10, passive: "3", lot }, { 1: 0, 2: 1, 3: 11 }],
		["half a point", { method: "points", perVoter: 5, lot }, { 1: 0.5 }],
	])("%s is not counted", (_, rule, ballot) => {
		expect(() => countVote(abc, rule, [ballot])).toThrow(RangeError);
	});
});

describe("recounting a published vote", () => {
	const file = {
		format: "gemeinwerk-vote",
		title: "Brücke",
		rule: rules[1],
		options: abc.map((option) => ({ number: Number(option), title: `Variante ${option}` })),
		ballots: ballots.choose.map((choice, index) => ({ receipt: `R${index}`, choice })),
		winners: ["1"],
	};

	it("gives the published winners", () => {
		const text = JSON.stringify(file);
		expect(isVoteFile(text)).toBe(true);
		expect(isVoteFile("META\nkey;value")).toBe(false);
		expect(recountVote(text).count.winners).toEqual(file.winners);
	});

	it.each([
		["no JSON", "{"],
		["another format", JSON.stringify({ ...file, format: "x" })],
		["a ballot without figures", JSON.stringify({ ...file, ballots: [{ receipt: "R", choice: { 1: "x" } }] })],
	])("refuses %s", (_, text) => {
		expect(() => recountVote(text)).toThrow(UnreadableVote);
	});
});
