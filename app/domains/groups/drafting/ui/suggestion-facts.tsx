import type { BadgeTone } from "~/design/badge";
import { TextDifference } from "~/design/text-difference";
import { useFormat, useText } from "~/platform/i18n";
import { differenceOf } from "~/platform/passages/words";
import type { SuggestionState } from "../document";
import type { ShownSuggestion } from "../queries/remarks.server";
import { workMessages } from "../work-messages";

export const suggestionTones = {
	open: "info",
	accepted: "success",
	rejected: "warning",
	withdrawn: "neutral",
} as const satisfies Record<SuggestionState, BadgeTone>;

/** What a suggestion would change, why, and how it was decided. */
export function SuggestionFacts({ suggestion }: { suggestion: ShownSuggestion }) {
	const t = useText(workMessages);
	const { date } = useFormat();
	const { passage, decidedBy, decidedAt, decision, onBehalfOf } = suggestion;
	return (
		<div className="gw-flow">
			<TextDifference
				pieces={differenceOf(suggestion.quote, suggestion.replacement)}
				words={{ removed: t("suggestions.removed"), added: t("suggestions.added"), end: t("suggestions.end") }}
			/>
			{passage.gone && <p>{t("suggestions.gone")}</p>}
			{passage.now !== null && <p>{t("suggestions.changed", { words: passage.now })}</p>}
			<p>
				{t("suggestions.why")}: {suggestion.reason}
				{onBehalfOf && ` (${t("suggestions.behalf", { name: onBehalfOf })})`}
			</p>
			{suggestion.state !== "open" && suggestion.state !== "withdrawn" && decidedBy && decidedAt && (
				<p>
					{t("suggestions.decision")}: {t(`suggestions.states.${suggestion.state}`)},{" "}
					{t("suggestions.decidedBy", { name: decidedBy, date: date(decidedAt) })}
					{decision && `. ${t("suggestions.why")}: ${decision}`}
				</p>
			)}
		</div>
	);
}
