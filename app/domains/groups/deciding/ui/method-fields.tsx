import { Checkbox } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { typedText, typedTick } from "../../ui/typed";
import { judgesOptions } from "../ballot";
import type { HowToVote } from "../how-to-vote";
import { openingMessages } from "../opening-messages";

/** What the chosen method asks beside the wording, and nothing else; usual figures stand there already. */
export function MethodFields({
	chosen: { method, mode },
	typed,
	options,
	at,
}: {
	chosen: HowToVote;
	typed: Typed | null | undefined;
	/** Of the vote that this one takes the place of. */
	options: string;
	at(field: string): string | undefined;
}) {
	const t = useText(openingMessages);
	const field = (name: string, otherwise = "") => ({ name, value: typedText(typed, name, otherwise), error: at(name) });
	const tick = (name: string, otherwise = false) => ({
		name,
		checked: typedTick(typed, name, otherwise),
		error: at(name),
		optional: true,
	});
	const isResistance = method === "resistance";
	return (
		<>
			{judgesOptions(method) && (
				<>
					<TextArea
						{...field("options", options)}
						label={t("open.options")}
						hint={t(isResistance ? "open.optionsHintResistance" : "open.optionsHint")}
						rows={4}
					/>
					{!isResistance && <Checkbox {...tick("passive")} label={t("open.passive")} hint={t("open.passiveHint")} />}
					{method !== "ranking" && (
						<TextField
							{...field("highest", isResistance ? "10" : "5")}
							label={t(isResistance ? "open.highestResistance" : "open.highestScore")}
							hint={t("open.highestHint")}
							inputMode="numeric"
							width="short"
						/>
					)}
					<Checkbox {...tick("lot")} label={t("open.lot")} hint={t("open.lotHint")} />
				</>
			)}
			{method === "consensus" && (
				<>
					<TextField {...field("vetoes", "1")} label={t("open.vetoes")} inputMode="numeric" width="short" />
					<Checkbox {...tick("aside")} label={t("open.aside")} />
				</>
			)}
			{mode !== "hands" && (
				<>
					<DateField
						{...field("closesAt")}
						label={t("open.closesAt")}
						hint={t("open.closesAtHint")}
						withTime
						optional
					/>
					<DateField
						{...field("remindAt")}
						label={t("open.remindAt")}
						hint={t("open.remindAtHint")}
						withTime
						optional
					/>
				</>
			)}
		</>
	);
}
