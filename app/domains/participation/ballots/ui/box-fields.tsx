import { RadioGroup } from "~/design/choice-group";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { electorates } from "../ballot";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";

/** Who votes, and how long paper takes: the fields that every vote is set up with. */
export function ElectorateFields({
	text,
	at,
	label,
}: {
	text: (name: string) => string;
	at: (field: string) => string | undefined;
	label: string;
}) {
	const t = useText(messages);
	const s = useText(staffMessages);
	return (
		<>
			<RadioGroup
				name="electorate"
				label={label}
				value={text("electorate")}
				error={at("electorate")}
				choices={electorates.map((value) => ({
					value,
					label: t(`electorates.${value}`),
					hint: t(`electorateHints.${value}`),
				}))}
			/>
			<TextField
				name="paperDays"
				label={s("paperDays")}
				hint={s("paperDaysHint")}
				value={text("paperDays")}
				error={at("paperDays")}
				inputMode="numeric"
				width="short"
			/>
		</>
	);
}
