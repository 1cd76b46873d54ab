import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** What was typed into a field that takes one value. */
export function textOf(value: string | string[] | undefined): string {
	return typeof value === "string" ? value : "";
}

/** The twelve questions of an idea collection; the form for changing shows more below them. */
export function ProcessFields({
	typed,
	at,
	posts,
}: {
	typed: Typed;
	at: (field: string) => string | undefined;
	posts: readonly { id: string; label: string }[];
}) {
	const t = useText(messages);
	const choices = posts.map(({ id, label }) => ({ value: id, label }));
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	return (
		<>
			<TextField {...field("title")} label={t("form.title")} hint={t("form.titleHint")} maxLength={120} />
			<TextArea {...field("purpose")} label={t("form.purpose")} hint={t("form.purposeHint")} richText rows={5} />
			<TextArea
				{...field("fixedPoints")}
				label={t("form.fixedPoints")}
				hint={t("form.fixedPointsHint")}
				richText
				rows={4}
			/>
			<TextArea
				{...field("openQuestions")}
				label={t("form.openQuestions")}
				hint={t("form.openQuestionsHint")}
				richText
				rows={4}
			/>
			<TextField {...field("decidedBy")} label={t("form.decidedBy")} hint={t("form.decidedByHint")} maxLength={200} />
			<DateField {...field("firstDay")} label={t("form.firstDay")} />
			<DateField {...field("lastDay")} label={t("form.lastDay")} hint={t("form.lastDayHint")} />
			<DateField {...field("answeredUntil")} label={t("form.answeredUntil")} />
			<Select {...field("responsiblePostId")} label={t("form.responsible")} options={choices} />
			<Select
				{...field("deputyPostId")}
				label={t("form.deputy")}
				empty={t("form.noDeputy")}
				options={choices}
				optional
			/>
			<RadioGroup
				{...field("moderation")}
				label={t("form.moderation")}
				choices={[
					{ value: "before", label: t("form.before") },
					{ value: "after", label: t("form.after") },
				]}
			/>
			<Checkbox
				name="guestsWelcome"
				label={t("form.guests")}
				hint={t("form.guestsHint")}
				checked={typed.guestsWelcome === "on"}
				optional
			/>
			<TextArea
				{...field("categories")}
				label={t("form.categories")}
				hint={t("form.categoriesHint")}
				rows={5}
				optional
			/>
		</>
	);
}
