import { Section } from "~/design/layout";
import { useLocale, useText } from "~/platform/i18n";
import { ballotMessages } from "../ballot-messages";
import type { DecisionRecord } from "../queries/decision-record.server";
import { decisionRuleWords } from "./decision-rule-words";

/** The rule that was frozen with a vote: which of the charter's it is, in words and exact shares. */
export function FrozenRule({ record, title }: { record: DecisionRecord; title: string }) {
	const t = useText(ballotMessages);
	const locale = useLocale();
	const { rule, ruleName, options } = record;
	return (
		<Section id="regel" title={title} intro={ruleName ? t("ballot.ruleName", { name: ruleName }) : undefined}>
			<ul>
				{decisionRuleWords(locale, rule, options).map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
		</Section>
	);
}
