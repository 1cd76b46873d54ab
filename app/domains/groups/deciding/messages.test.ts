import { expect, it, test } from "vitest";
import { missingTexts } from "~/platform/i18n";
import { ruleFrom } from "../charter/rule-choice";
import { frozenRule, type MethodChoice, optionsFor } from "./ballot";
import { ballotMessages } from "./ballot-messages";
import { voteLetterMessages } from "./letter-messages";
import { openingMessages } from "./opening-messages";
import { resultMessages } from "./result-messages";
import { slipMessages } from "./slip-messages";
import { decisionRuleWords } from "./ui/decision-rule-words";
import { voteRefusals, voteStaffMessages } from "./vote-staff-messages";

it("stands in both languages", () => {
	for (const words of [
		ballotMessages,
		openingMessages,
		resultMessages,
		slipMessages,
		voteStaffMessages,
		voteLetterMessages,
	]) {
		expect(missingTexts(words)).toEqual([]);
	}
	expect(Object.keys(voteRefusals.en)).toEqual(Object.keys(voteRefusals.de));
});

const third = { numerator: 1, denominator: 3 };
test.each<[MethodChoice, number, RegExp]>([
	[{ method: "majority", reasonForNo: true }, 3, /Wer „Nein“ sagt/],
	[{ method: "consent" }, 2, /schwerwiegenden Einwand/],
	[{ method: "consensus", vetoes: 1, aside: third }, 3, /niemand ein Veto einlegt.*Höchstens ein Drittel/s],
	[{ method: "consensus", vetoes: 2, aside: null }, 2, /weniger als 2 Personen/],
	[{ method: "score", highest: 5, passive: true }, 4, /0 bis 5 Punkte.*„Alles bleibt, wie es ist“ vorn/s],
	[{ method: "ranking", passive: false }, 3, /Schulze-Methode.*Los.*Rad, Bus/s],
	[{ method: "resistance", highest: 10 }, 4, /bis 10/],
])("%o is said in whole sentences", (method, length, words) => {
	const charter = ruleFrom({ threshold: "simple-majority", quorum: "more-than-half", eachBench: false });
	const options = optionsFor(method, ["Bus", "Rad"]);
	const rule = frozenRule(charter, method, options, method.method === "ranking" ? ["2", "1"] : null);
	const sentences = decisionRuleWords("de", rule, options);
	expect(sentences).toHaveLength(length);
	expect(sentences.join("\n")).toMatch(words);
	for (const locale of ["de", "en"] as const) {
		for (const sentence of decisionRuleWords(locale, rule, options)) expect(sentence).toMatch(/^[A-Z][^{}]+\.$/);
	}
});
