import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Section } from "~/design/layout";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { typedText, typedTick } from "../../ui/typed";
import { ballotModes } from "../ballot";
import { voteStaffMessages } from "../vote-staff-messages";

const methods = ["majority", "majority-reasons", "consent", "consensus", "score", "ranking", "resistance"] as const;

/** How it is voted: by hands, by name or in secret; by which method, with its particulars; until when. */
export function BallotChoice({
	typed,
	replaced,
	at,
}: {
	typed: Typed | null | undefined;
	replaced: { mode: string; options: string } | null;
	at(field: string): string | undefined;
}) {
	const t = useText(voteStaffMessages);
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(typed, name, otherwise),
		error: at(name),
	});
	const tick = (name: string, otherwise = false) => ({
		name,
		checked: typedTick(typed, name, otherwise),
		error: at(name),
		optional: true,
	});
	return (
		<Section id="verfahren" title={t("open.how")}>
			<RadioGroup
				{...field("mode", replaced?.mode ?? "hands")}
				label={t("open.mode")}
				choices={ballotModes.map((mode) => ({
					value: mode,
					label: t(`open.modes.${mode}`),
					hint: t(`open.modeHints.${mode}`),
				}))}
			/>
			<DateField {...field("closesAt")} label={t("open.closesAt")} hint={t("open.closesAtHint")} withTime optional />
			<DateField {...field("remindAt")} label={t("open.remindAt")} hint={t("open.remindAtHint")} withTime optional />
			<Select
				{...field("method", "majority")}
				label={t("open.method")}
				options={methods.map((method) => ({ value: method, label: t(`open.methods.${method}`) }))}
			/>
			<TextArea
				{...field("options", replaced?.options)}
				label={t("open.options")}
				hint={t("open.optionsHint")}
				rows={4}
				optional
			/>
			<Checkbox {...tick("passive")} label={t("open.passive")} hint={t("open.passiveHint")} />
			<TextField
				{...field("highest")}
				label={t("open.highest")}
				hint={t("open.highestHint")}
				inputMode="numeric"
				width="short"
				optional
			/>
			<TextField
				{...field("vetoes")}
				label={t("open.vetoes")}
				hint={t("open.vetoesHint")}
				inputMode="numeric"
				width="short"
				optional
			/>
			<Checkbox {...tick("aside")} label={t("open.aside")} hint={t("open.asideHint")} />
			<Checkbox {...tick("lot")} label={t("open.lot")} hint={t("open.lotHint")} />
		</Section>
	);
}
