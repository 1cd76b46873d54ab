import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { formats, type MeetingFormat } from "../meeting";

export type MeetingValues = {
	title: string;
	format: string;
	startsAt: string;
	endsAt: string;
	place: string;
	onlineUrl: string;
	dotsEach: string;
	isPublic: boolean;
};

/** The fields of a meeting, for planning and for changing one. */
export function MeetingFields({
	values,
	at,
	offered = formats,
}: {
	values: MeetingValues;
	at: (field: string) => string | undefined;
	/** The formats that can be chosen. */
	offered?: readonly MeetingFormat[];
}) {
	const t = useText(formMessages);
	const words = useText(messages);
	const circular = offered.includes("circular");
	const text = (name: "title" | "startsAt" | "endsAt" | "place" | "onlineUrl" | "dotsEach") => ({
		name,
		value: values[name],
		error: at(name),
	});
	return (
		<>
			<TextField {...text("title")} label={t("plan.name")} hint={t("plan.nameHint")} maxLength={120} />
			<RadioGroup
				name="format"
				label={t("plan.format")}
				value={values.format}
				error={at("format")}
				choices={offered.map((format) => ({
					value: format,
					label: words(`formats.${format}`),
					hint: format === "circular" ? t("plan.circularHint") : undefined,
				}))}
			/>
			<DateField
				{...text("startsAt")}
				label={t("plan.startsAt")}
				hint={circular ? t("plan.startsHint") : undefined}
				withTime
				optional={circular && "depends"}
			/>
			<DateField {...text("endsAt")} label={t("plan.endsAt")} hint={t("plan.endsHint")} withTime optional />
			<TextField
				{...text("place")}
				label={t("plan.place")}
				hint={t("plan.placeHint")}
				maxLength={200}
				optional="depends"
			/>
			<TextField
				{...text("onlineUrl")}
				label={t("plan.onlineUrl")}
				hint={t("plan.onlineHint")}
				type="url"
				maxLength={500}
				optional
			/>
			<TextField
				{...text("dotsEach")}
				label={t("plan.dots")}
				hint={t("plan.dotsHint")}
				inputMode="numeric"
				width="short"
				optional
			/>
			<Checkbox name="isPublic" label={t("plan.isPublic")} checked={values.isPublic} optional="depends" />
		</>
	);
}
