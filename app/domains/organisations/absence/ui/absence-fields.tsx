import { DateField } from "~/design/date-field";
import { type Option, Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { typedText } from "../../ui/typed";
import { messages } from "../messages";

/** From when, until when, who stands in, and a reason for those who want to give one. */
export function AbsenceFields({
	typed,
	day,
	choices,
	usual,
	reasonHint,
	at,
}: {
	typed: Typed | null | undefined;
	/** Today, `YYYY-MM-DD`. */
	day: string;
	choices: readonly Option[];
	/** What happens when nobody is chosen. */
	usual: string;
	reasonHint: string;
	at(field: string): string | undefined;
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
				hint={t("fields.lastDayHint")}
				value={typedText(typed, "lastDay")}
				error={at("lastDay")}
			/>
			<Select
				name="coverPost"
				optional
				label={t("fields.cover")}
				hint={t("fields.coverHint")}
				empty={usual}
				options={choices}
				value={typedText(typed, "coverPost")}
				error={at("coverPost")}
			/>
			<TextField
				name="reason"
				optional
				label={t("fields.reason")}
				hint={reasonHint}
				value={typedText(typed, "reason")}
				error={at("reason")}
			/>
		</>
	);
}
