import { DateField } from "~/design/date-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../post-messages";
import { typedText } from "./typed";

/** First and last day; the last may stay open. */
export function PeriodFields({
	typed,
	day,
	at,
	lastDayHint,
}: {
	typed: Typed | null | undefined;
	/** The first day proposed, `YYYY-MM-DD`. */
	day: string;
	at(field: string): string | undefined;
	lastDayHint?: string;
}) {
	const t = useText(messages);
	return (
		<>
			<DateField
				name="firstDay"
				label={t("fields.firstDay")}
				value={typedText(typed, "firstDay", day)}
				error={at("firstDay")}
			/>
			<DateField
				name="lastDay"
				optional
				label={t("fields.lastDay")}
				hint={lastDayHint ?? t("fields.lastDayHint")}
				value={typedText(typed, "lastDay")}
				error={at("lastDay")}
			/>
		</>
	);
}
