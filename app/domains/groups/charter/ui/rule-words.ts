import { type Locale, textFor } from "~/platform/i18n";
import type { Fraction, MajorityRule, Threshold } from "../../../counting/index";
import { benchKind } from "../../group";
import { messages } from "../../messages";

const named: Record<string, string> = {
	"1/2": "half",
	"1/3": "third",
	"2/3": "twoThirds",
	"3/4": "threeQuarters",
	"1/1": "all",
};

/** A share as people say it: "zwei Drittel". */
export function shareWords(locale: Locale, { numerator, denominator }: Fraction): string {
	const exact = `${numerator}/${denominator}`;
	return textFor(locale, messages)("rule.share", { share: named[exact] ?? "other", exact });
}

const how = { "more-than": "more", "at-least": "least" } as const;
const bases = { "votes-cast": "cast", "yes-and-no": "yesno", electorate: "electorate", present: "present" } as const;

/** "At least all yes and no" is said as what it is. */
function isUnanimous({ share, base }: Threshold): boolean {
	return share.numerator === share.denominator && base === "yes-and-no";
}

function ofYes(locale: Locale, { share, comparison, base }: Threshold) {
	return { how: how[comparison], share: shareWords(locale, share), base: bases[base] };
}

/**
 * A rule of decision as sentences: when the group can decide, what is adopted, what every bench and what single ones have to
 * reach by themselves.
 */
export function ruleWords(locale: Locale, { quorum, threshold, eachBench, benches }: MajorityRule): string[] {
	const t = textFor(locale, messages);
	const own = benches?.filter((rule) => rule.threshold !== null) ?? [];
	return [
		quorum
			? t(quorum.counts === "present" ? "rule.quorum.present" : "rule.quorum.votes", {
					how: how[quorum.comparison],
					share: shareWords(locale, quorum.share),
					base: quorum.base,
				})
			: t("rule.quorum.none"),
		isUnanimous(threshold) ? t("rule.unanimous") : t("rule.threshold", ofYes(locale, threshold)),
		...own.flatMap(({ bench, threshold: asked }) => {
			if (!asked) return [];
			const words = { bench: t(`benches.${benchKind(bench)}`) };
			return [
				isUnanimous(asked) ? t("rule.benchUnanimous", words) : t("rule.bench", { ...words, ...ofYes(locale, asked) }),
			];
		}),
		...(eachBench ? [t(own.length > 0 ? "rule.otherBenches" : "rule.eachBench", ofYes(locale, eachBench))] : []),
		...benchQuorumWords(locale, benches),
	];
}

/** Which benches have to be able to decide by themselves, and when they are. */
export function benchQuorumWords(locale: Locale, benches: MajorityRule["benches"] = []): string[] {
	const t = textFor(locale, messages);
	return benches.flatMap(({ bench, quorum }) =>
		quorum
			? [
					t("rule.benchQuorum", {
						bench: t(`benches.${benchKind(bench)}`),
						how: how[quorum.comparison],
						share: shareWords(locale, quorum.share),
						base: quorum.base,
						counts: quorum.counts === "present" ? "present" : "votes",
					}),
				]
			: [],
	);
}
