import { describe, expect, it, test } from "vitest";
import type { BenchRule, MajorityRule } from "../../counting/index";
import { storedRule } from "../../counting/index";
import { benchKinds } from "../group";
import { quorumChoices, ruleFrom, thresholdChoices } from "./rule-choice";
import {
	otherShare,
	quorumOfs,
	type RuleField,
	ruleFields,
	ruleFromTexts,
	rulePrefixes,
	textsOfRule,
	thresholdOfs,
} from "./rule-form";

const empty = Object.fromEntries(ruleFields.map((name) => [name, ""])) as Record<RuleField, string>;
const usual = { ...empty, threshold: "simple-majority", quorum: "none" };
const all = { eachBench: false, seated: benchKinds };

/** What a form shows of a rule, posted again as it is. */
function postedAgain(rule: MajorityRule, prefix: (typeof rulePrefixes)[number] = "") {
	const texts: Record<string, string> = { ...empty };
	for (const bench of [null, ...benchKinds]) {
		for (const [part, text] of Object.entries(textsOfRule(rule, bench))) {
			texts[`${prefix}${bench === null ? "" : `${bench}-`}${part}`] = text;
		}
	}
	return ruleFromTexts(texts as typeof empty, prefix, { ...all, eachBench: rule.eachBench !== null });
}

describe("a rule in the fields of a form", () => {
	it("is the same rule when the form is posted as it was shown, for every offered share", () => {
		for (const threshold of Object.keys(thresholdChoices) as (keyof typeof thresholdChoices)[]) {
			for (const quorum of Object.keys(quorumChoices) as (keyof typeof quorumChoices)[]) {
				for (const eachBench of [true, false]) {
					const rule = storedRule(JSON.parse(JSON.stringify(ruleFrom({ threshold, quorum, eachBench }))));
					expect(postedAgain(rule)).toEqual({ done: true, value: rule });
				}
			}
		}
	});

	it("may be any exact share of any base, for the whole group and for each bench by itself", () => {
		const share = { numerator: 5, denominator: 7 };
		for (const prefix of rulePrefixes) {
			for (const { compared: ofYes } of thresholdOfs) {
				for (const { compared: ofPeople } of quorumOfs) {
					const threshold = { share, ...ofYes };
					const quorum = { share, ...ofPeople };
					const benches: BenchRule[] = [
						{ bench: "politics", threshold, quorum: null },
						{ bench: "citizens", threshold: thresholdChoices["two-thirds-of-votes"], quorum },
					];
					const rule = { ...ruleFrom({ threshold: "simple-majority", quorum: "none", eachBench: true }), benches };
					for (const asked of [rule, { ...rule, threshold, quorum }]) {
						const stored = storedRule(JSON.parse(JSON.stringify(asked)));
						expect(postedAgain(stored, prefix)).toEqual({ done: true, value: stored });
					}
				}
			}
		}
	});
});

test.each<[string, Partial<Record<RuleField, string>>, string, string]>([
	["no majority", { threshold: "" }, "choice-missing", "threshold"],
	["an unknown majority", { threshold: "all-of-them" }, "choice-missing", "threshold"],
	["no quorum", { quorum: "" }, "choice-missing", "quorum"],
	["67 percent", { threshold: otherShare, thresholdShare: "67 %" }, "share-wrong", "thresholdShare"],
	["more than the whole", { threshold: otherShare, thresholdShare: "3/2" }, "share-wrong", "thresholdShare"],
	["a share of nothing", { quorum: otherShare, quorumShare: "1/0" }, "share-wrong", "quorumShare"],
	["nothing of it", { quorum: otherShare, quorumShare: "0/3" }, "share-wrong", "quorumShare"],
	["a share of what?", { threshold: otherShare, thresholdShare: "3/4" }, "choice-missing", "thresholdOf"],
	["a share that nobody chose", { thresholdShare: "3/4" }, "share-not-chosen", "threshold"],
	[
		"a bench's share of what?",
		{ "politics-quorum": otherShare, "politics-quorumShare": "3/4", "politics-quorumOf": "at-least:everybody" },
		"choice-missing",
		"politics-quorumOf",
	],
	[
		"a share for a bench without seats",
		{ "advisory-threshold": "without-dissent" },
		"bench-without-seats",
		"advisory-threshold",
	],
])("%s is refused at its field", (_, texts, code, field) => {
	const seated = benchKinds.filter((kind) => kind !== "advisory");
	const outcome = ruleFromTexts({ ...usual, ...texts }, "", { ...all, seated });
	expect(outcome).toEqual({ done: false, refusals: [{ code, field }] });
});

test("everything that is wrong is said at once", () => {
	const texts = { thresholdShare: "3/4", "politics-threshold": otherShare, "citizens-quorum": "two-thirds" };
	const outcome = ruleFromTexts({ ...usual, ...texts }, "", { ...all, seated: ["politics"] });
	expect(outcome).toMatchObject({
		refusals: [
			{ code: "share-not-chosen", field: "threshold" },
			{ code: "share-wrong", field: "politics-thresholdShare" },
			{ code: "bench-without-seats", field: "citizens-quorum" },
		],
	});
});
