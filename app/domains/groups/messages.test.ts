import { expect, test } from "vitest";
import { quorumChoices, ruleFrom, thresholdChoices } from "./charter/rule-choice";
import { ruleWords } from "./charter/ui/rule-words";

const choices = Object.keys(thresholdChoices).flatMap((threshold) =>
	Object.keys(quorumChoices).map((quorum) => [threshold, quorum] as const),
);

test.each(choices)("%s with quorum %s is said in whole sentences", (threshold, quorum) => {
	const rule = ruleFrom({
		threshold: threshold as keyof typeof thresholdChoices,
		quorum: quorum as keyof typeof quorumChoices,
		eachBench: true,
	});
	for (const locale of ["de", "en"] as const) {
		const sentences = ruleWords(locale, rule);
		expect(sentences).toHaveLength(3);
		for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^{}]+\.$/);
	}
});

test("a share without a name of its own is written as a fraction", () => {
	const share = { numerator: 5, denominator: 7 };
	const threshold = { share, comparison: "at-least", base: "votes-cast" } as const;
	const [quorum, words] = ruleWords("de", { quorum: null, threshold, eachBench: null });
	expect(quorum).toBe("Der Arbeitskreis ist immer beschlussfähig.");
	expect(words).toContain("mindestens 5/7 der abgegebenen Stimmen");
});
