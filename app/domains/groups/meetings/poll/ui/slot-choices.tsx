import { RadioGroup } from "~/design/choice-group";
import { useFormat, useText } from "~/platform/i18n";
import { slotAnswers } from "../date-poll";
import { pollMessages } from "../messages";

type Slot = {
	id: string;
	startsAt: Date;
	endsAt: Date;
	answer: string;
	others: { yes: number; ifNeeded: number; no: number } | null;
};

/** For every proposed time: yes, if needed, no. */
export function SlotChoices({
	slots,
	typedOr,
	at,
}: {
	slots: readonly Slot[];
	typedOr: (field: string, otherwise: string) => string;
	at: (field: string) => string | undefined;
}) {
	const t = useText(pollMessages);
	const format = useFormat();
	return slots.map(({ id, startsAt, endsAt, answer, others }) => (
		<RadioGroup
			key={id}
			name={`slot-${id}`}
			label={`${format.weekday(startsAt)}, ${format.time(startsAt)}–${format.time(endsAt)}`}
			hint={
				others
					? t("answer.others", {
							yes: String(others.yes),
							ifNeeded: String(others.ifNeeded),
							no: String(others.no),
						})
					: undefined
			}
			value={typedOr(`slot-${id}`, answer)}
			error={at(`slot-${id}`)}
			choices={slotAnswers.map((value) => ({ value, label: t(`answers.${value}`) }))}
			horizontal
		/>
	));
}
