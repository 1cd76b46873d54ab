import { expect, test } from "vitest";
import { missingOfAuthority } from "./missing";

const rule = [{ count: 2, posts: ["chair", "deputy", "treasurer"], mandatory: ["chair"] }];
const party = { name: "Verein", form: "text" as const, posts: ["chair", "deputy"], alternatives: rule };

test.each([
	["nothing", party, []],
	["a form that nobody confirmed", { ...party, toBeConfirmed: true }, ["form-unconfirmed"]],
	["an unknown form is told elsewhere", { ...party, form: null, toBeConfirmed: true }, []],
	["one of two named", { ...party, posts: ["chair"] }, ["representation-unmet"]],
	["two without the chair", { ...party, posts: ["deputy", "treasurer"] }, ["representation-unmet"]],
	["nobody named is told elsewhere", { ...party, posts: [] }, []],
	[
		"signed text without a rule",
		{ ...party, form: "signed-text" as const, alternatives: [] },
		["representation-missing"],
	],
	["signed text with one", { ...party, form: "signed-text" as const }, []],
] as const)("%s", (_, given, codes) => {
	expect(missingOfAuthority([given]).map(({ code }) => code)).toEqual(codes);
});
