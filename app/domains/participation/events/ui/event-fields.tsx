import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { eventLimits, modes } from "../event";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";

type Typed = Record<string, string | string[] | undefined>;

function textOf(value: string | string[] | undefined): string {
	return typeof value === "string" ? value : "";
}

/** All fields of an event; `typed` is what was typed, or the event as it stands. */
export function EventFields({ typed, at }: { typed: Typed; at(field: string): string | undefined }) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	return (
		<>
			<TextField
				{...field("title")}
				label={t("form.title")}
				hint={t("form.titleHint")}
				maxLength={eventLimits.titleMost}
			/>
			<DateField {...field("startsAt")} label={t("form.startsAt")} withTime />
			<DateField {...field("endsAt")} label={t("form.endsAt")} withTime />
			<RadioGroup
				{...field("mode")}
				label={t("form.mode")}
				choices={modes.map((mode) => ({ value: mode, label: m(`modes.${mode}`) }))}
			/>
			<TextField {...field("place")} label={t("form.place")} maxLength={eventLimits.placeMost} optional />
			<TextArea
				{...field("directions")}
				label={t("form.directions")}
				hint={t("form.directionsHint")}
				rows={3}
				optional
			/>
			<TextArea
				{...field("accessibility")}
				label={t("form.accessibility")}
				hint={t("form.accessibilityHint")}
				rows={3}
				optional
			/>
			<TextField
				{...field("onlineAddress")}
				label={t("form.onlineAddress")}
				hint={t("form.onlineHint")}
				type="url"
				optional
			/>
			<TextArea {...field("agenda")} label={t("form.agenda")} richText optional />
			<Checkbox
				name="registers"
				label={t("form.registers")}
				checked={typed.registers === "on"}
				error={at("registers")}
				optional
			/>
			<TextField
				{...field("seats")}
				label={t("form.seats")}
				hint={t("form.seatsHint")}
				inputMode="numeric"
				width="short"
				optional
			/>
			<DateField
				{...field("registrationEndsAt")}
				label={t("form.registrationEndsAt")}
				hint={t("form.registrationHint")}
				withTime
				optional
			/>
		</>
	);
}
