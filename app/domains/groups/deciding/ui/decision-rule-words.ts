import { type Locale, textFor } from "~/platform/i18n";
import { answersOf, type DecisionRule, type MajorityRule } from "../../../counting/index";
import { benchQuorumWords, ruleWords, shareWords } from "../../charter/ui/rule-words";
import type { BallotOption } from "../ballot";
import { resultMessages } from "../result-messages";

/** Any rule of decision as sentences: when the group can decide, what is adopted, what parts a tie, what needs a reason. */
export function decisionRuleWords(
	locale: Locale,
	rule: DecisionRule | MajorityRule,
	options: readonly BallotOption[] = [],
): string[] {
	if (!("method" in rule)) return ruleWords(locale, rule);
	const t = textFor(locale, resultMessages);
	const reasons = answersOf(rule)
		.filter((answer) => rule.reasonFor.includes(answer))
		.map((answer) => t("rule.reason", { answer: answerWords(locale, answer) }));
	if (rule.method === "majority") {
		return [...ruleWords(locale, rule), ...(rule.tie ? [t("rule.tie")] : []), ...reasons];
	}
	// the quorum is said as the charter's is
	const [quorum = ""] = ruleWords(locale, { ...plainMajority, quorum: rule.quorum });
	const ofBenches = benchQuorumWords(locale, rule.benches);
	const title = (number: string) => options.find((option) => option.number === number)?.title ?? number;
	switch (rule.method) {
		case "consent":
			return [quorum, ...ofBenches, t("rule.consent"), ...reasons];
		case "consensus":
			return [
				quorum,
				...ofBenches,
				t("rule.consensus", { vetoes: rule.vetoes }),
				...(rule.aside ? [t("rule.aside", { share: shareWords(locale, rule.aside) })] : []),
				...reasons,
			];
		default:
			return [
				quorum,
				...ofBenches,
				rule.method === "ranking" ? t("rule.ranking") : t(`rule.${rule.method}`, { highest: String(rule.highest) }),
				...(rule.passive === null ? [] : [t("rule.passive", { title: title(rule.passive) })]),
				rule.lot ? t("rule.lot", { order: rule.lot.map(title).join(", ") }) : t("rule.noLot"),
			];
	}
}

const plainMajority: MajorityRule = {
	quorum: null,
	threshold: { share: { numerator: 1, denominator: 2 }, comparison: "more-than", base: "yes-and-no" },
	eachBench: null,
};

const known = ["yes", "no", "abstain", "consent", "reservation", "aside", "objection", "agree", "veto"] as const;

/** An answer in words; a stored one that is unknown is a broken house. */
export function answerWords(locale: Locale, answer: string): string {
	const found = known.find((one) => one === answer);
	if (!found) throw new Error(`no answer is called ${answer}`);
	return textFor(locale, resultMessages)(`answers.${found}`);
}
