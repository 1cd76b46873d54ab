import { useLocale, useText } from "~/platform/i18n";
import type { DecisionChoice } from "../../../counting/index";
import type { BallotOption } from "../ballot";
import { resultMessages } from "../result-messages";
import { answerWords } from "./decision-rule-words";

/** What stands on a ballot, in words. */
export function ChoiceWords({ choice, options }: { choice: DecisionChoice; options: readonly BallotOption[] }) {
	const t = useText(resultMessages);
	const locale = useLocale();
	if (typeof choice === "string") return choice === "abstain" ? t("answers.abstain") : answerWords(locale, choice);
	const given = options.flatMap(({ number, title }) => {
		const figure = choice[number];
		return figure === undefined ? [] : [`${title}: ${figure}`];
	});
	return given.join(" · ");
}
