import { expect, test } from "vitest";
import { overlap } from "./body";

const body = (name: string, topics: string[] = [], areas: string[] = []) => ({ name, topics, areas });

test.each([
	["the same topic", body("Rufbus", ["Mobilität"]), body("Verkehrsausschuss", ["Mobilität"]), ["mobilität"]],
	["a longer word", body("Runde", ["Mobilität"]), body("Mobilitätsbeirat"), ["mobilität"]],
	["only everyday words", body("Arbeitskreis Bäume"), body("Arbeitskreis Schule"), []],
	["other areas", body("A", ["Mobilität"], ["Mayen"]), body("B", ["Mobilität"], ["Mendig"]), []],
	["one for the whole territory", body("A", ["Mobilität"], ["Mayen"]), body("B", ["Mobilität"]), ["mobilität"]],
	["short words alike at the beginning only", body("A", ["Rad"]), body("B", ["Radio"]), []],
])("%s", (_, one, other, words) => {
	expect(overlap(one, other)).toEqual(words);
});
