import { expect, test } from "vitest";
import { quorumBases, thresholdBases } from "../counting/index";
import { quorumChoices, ruleFrom, thresholdChoices } from "./charter/rule-choice";
import { ruleWords } from "./charter/ui/rule-words";

const plain = { threshold: "simple-majority", quorum: "none", eachBench: false } as const;
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

test("what single benches have to reach is said in whole sentences, with its share", () => {
	const share = { numerator: 2, denominator: 3 };
	for (const base of thresholdBases) {
		for (const quorumBase of quorumBases) {
			const rule = ruleFrom({
				threshold: "simple-majority",
				quorum: "none",
				eachBench: true,
				benches: [
					{
						bench: "citizens",
						threshold: { share, comparison: "at-least", base },
						quorum: { share, comparison: "more-than", base: quorumBase, counts: "votes-cast" },
					},
					{ bench: "politics", threshold: thresholdChoices["without-dissent"], quorum: null },
				],
			});
			for (const locale of ["de", "en"] as const) {
				const sentences = ruleWords(locale, rule);
				expect(sentences).toHaveLength(6);
				for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^{}]+\.$/);
			}
		}
	}
	const citizens = { bench: "citizens", threshold: thresholdChoices["two-thirds-of-votes"], quorum: null };
	expect(ruleWords("de", ruleFrom({ ...plain, benches: [citizens] }))[2]).toBe(
		"Die Gruppe Bürgerschaft muss für sich zustimmen. Dafür müssen mindestens zwei Drittel (2/3) ihrer abgegebenen Stimmen (mit Enthaltungen) Ja sein.",
	);
});

test("a share without a name of its own is written as a fraction", () => {
	const share = { numerator: 5, denominator: 7 };
	const threshold = { share, comparison: "at-least", base: "votes-cast" } as const;
	const [quorum, words] = ruleWords("de", { quorum: null, threshold, eachBench: null });
	expect(quorum).toBe("Der Arbeitskreis ist immer beschlussfähig.");
	expect(words).toContain("mindestens 5/7 der abgegebenen Stimmen");
});
