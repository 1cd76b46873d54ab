import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { switches } from "../phase";
import { setupMessages } from "../setup-messages";
import { textOf } from "./process-fields";

/** Name, days and switches of a phase. */
export function PhaseFields({ typed, at }: { typed: Typed; at: (field: string) => string | undefined }) {
	const t = useText(setupMessages);
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	return (
		<>
			<TextField {...field("title")} label={t("schedule.name")} maxLength={120} />
			<DateField {...field("firstDay")} label={t("schedule.first")} />
			<DateField {...field("lastDay")} label={t("schedule.last")} hint={t("schedule.lastHint")} />
			<CheckboxGroup
				name="switches"
				label={t("schedule.switches")}
				hint={t("schedule.switchesHint")}
				values={Array.isArray(typed.switches) ? typed.switches : []}
				error={at("switches")}
				choices={switches.map((name) => ({ value: name, label: t(`switches.${name}`) }))}
				optional
			/>
		</>
	);
}
