import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { Form } from "~/design/form";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { useText } from "~/platform/i18n";
import { circularMessages } from "../messages";
import { type WrittenChoice, writtenAnswers } from "../written";

/** The answer of one seat to one item. */
export function WrittenForm({
	itemId,
	seat,
	answer,
	reason,
	at,
	witness,
}: {
	itemId: string;
	seat: { id: string; name: string };
	answer: WrittenChoice | "" | null;
	reason: string;
	at: (field: string) => string | undefined;
	/** From paper: who may have read it too. */
	witness?: { seats: readonly { id: string; name: string }[]; chosen: string };
}) {
	const t = useText(circularMessages);
	return (
		<Form id={`antwort-${itemId}-${seat.id}`} hidden={{ item: itemId, seat: seat.id }}>
			<RadioGroup
				name="answer"
				label={t("question", { name: seat.name })}
				hint={witness ? undefined : t("changeable")}
				value={answer ?? ""}
				error={at("answer")}
				choices={writtenAnswers.map((value) => ({ value, label: t(`answers.${value}`) }))}
			/>
			<TextArea
				name="reason"
				label={t("reason")}
				hint={t("reasonHint")}
				rows={3}
				maxLength={2000}
				value={reason}
				error={at("reason")}
				optional
			/>
			{witness && (
				<Select
					name="witness"
					label={t("witness")}
					hint={t("witnessHint")}
					value={witness.chosen}
					error={at("witness")}
					options={witness.seats.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			)}
			<Button>{t("save")}</Button>
		</Form>
	);
}
