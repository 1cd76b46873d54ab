import { expect, test } from "vitest";
import { ballotModes } from "./ballot";
import { chosenFrom, methodChoices, pairProblem, searchOf } from "./how-to-vote";

test("every method goes by name, hands only for a majority, in secret only without reasons", () => {
	const table = Object.fromEntries(
		methodChoices.map((method) => [method, ballotModes.filter((mode) => pairProblem(method, mode) === null)]),
	);
	expect(table).toEqual({
		majority: ["hands", "named", "secret"],
		"majority-reasons": ["named"],
		consent: ["named"],
		consensus: ["named"],
		score: ["named", "secret"],
		ranking: ["named", "secret"],
		resistance: ["named", "secret"],
	});
	expect(pairProblem("consent", "hands")?.code).toBe("hands-for-majority-only");
	expect(pairProblem("consent", "secret")?.code).toBe("secret-without-reasons");
});

test.each([
	["", null],
	["methode=consent", null],
	["methode=witchcraft&art=named", null],
	["methode=consent&art=loud", null],
	["methode=consent&art=named", { method: "consent", mode: "named", rule: 0 }],
	["methode=majority&art=hands&regel=1", { method: "majority", mode: "hands", rule: 1 }],
	["methode=majority&art=hands&regel=2", { method: "majority", mode: "hands", rule: 0 }],
	["methode=majority&art=hands&regel=-1", { method: "majority", mode: "hands", rule: 0 }],
	["methode=majority&art=hands&regel=0.5", { method: "majority", mode: "hands", rule: 0 }],
])("the address %s chooses %o", (search, chosen) => {
	expect(chosenFrom(new URLSearchParams(search), 2)).toEqual(chosen);
});

test("an address made of a choice chooses the same", () => {
	const how = { method: "score", mode: "secret", rule: 1 } as const;
	const search = new URLSearchParams(searchOf(how, "K7MQ2XFA"));
	expect(chosenFrom(search, 3)).toEqual(how);
	expect([search.get("ersetzt"), search.has("waehlen")]).toEqual(["K7MQ2XFA", false]);
	expect(new URLSearchParams(searchOf(how, "", true)).has("waehlen")).toBe(true);
});
