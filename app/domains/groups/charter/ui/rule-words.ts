import { type Locale, textFor } from "~/platform/i18n";
import type { Fraction, MajorityRule } from "../../../counting/index";
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

/** A rule of decision as sentences: when the group can decide, what is adopted, what every bench has to reach. */
export function ruleWords(locale: Locale, { quorum, threshold, eachBench }: MajorityRule): string[] {
	const t = textFor(locale, messages);
	const ofYes = ({ share, comparison, base }: MajorityRule["threshold"]) => ({
		how: how[comparison],
		share: shareWords(locale, share),
		base: bases[base],
	});
	const isUnanimous = threshold.share.numerator === threshold.share.denominator && threshold.base === "yes-and-no";
	const first = quorum
		? t(quorum.counts === "present" ? "rule.quorum.present" : "rule.quorum.votes", {
				how: how[quorum.comparison],
				share: shareWords(locale, quorum.share),
				base: quorum.base,
			})
		: t("rule.quorum.none");
	return [
		first,
		isUnanimous ? t("rule.unanimous") : t("rule.threshold", ofYes(threshold)),
		...(eachBench ? [t("rule.eachBench", ofYes(eachBench))] : []),
	];
}
