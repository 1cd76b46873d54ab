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

type Fields = { typed: Typed; at: (field: string) => string | undefined };
type Posts = readonly { id: string; label: string }[];

/** The texts of the decision frame; `quick` asks for three lines. */
export function FrameTexts({ typed, at, quick = false }: Fields & { quick?: boolean }) {
	const t = useText(messages);
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	const shape = quick ? { rows: 2, hint: t("form.quickLine") } : { rows: 4, richText: true };
	return (
		<>
			<TextField {...field("title")} label={t("form.title")} hint={t("form.titleHint")} maxLength={120} />
			<TextArea {...field("purpose")} label={t("form.purpose")} hint={t("form.purposeHint")} {...shape} />
			<TextArea {...field("fixedPoints")} label={t("form.fixedPoints")} hint={t("form.fixedPointsHint")} {...shape} />
			{!quick && (
				<TextArea
					{...field("openQuestions")}
					label={t("form.openQuestions")}
					hint={t("form.openQuestionsHint")}
					{...shape}
				/>
			)}
			<TextField {...field("decidedBy")} label={t("form.decidedBy")} hint={t("form.decidedByHint")} maxLength={200} />
		</>
	);
}

/** First and last day of taking part; asked for once, afterwards phases have pages of their own. */
export function DayFields({ typed, at }: Fields) {
	const t = useText(messages);
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	return (
		<>
			<DateField {...field("firstDay")} label={t("form.firstDay")} />
			<DateField {...field("lastDay")} label={t("form.lastDay")} hint={t("form.lastDayHint")} />
		</>
	);
}

/** By when everybody is answered, and by whom. */
export function AnswerFields({ typed, at, posts, deputy = true }: Fields & { posts: Posts; deputy?: boolean }) {
	const t = useText(messages);
	const choices = posts.map(({ id, label }) => ({ value: id, label }));
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	return (
		<>
			<DateField {...field("answeredUntil")} label={t("form.answeredUntil")} />
			<Select {...field("responsiblePostId")} label={t("form.responsible")} options={choices} />
			{deputy && (
				<Select
					{...field("deputyPostId")}
					label={t("form.deputy")}
					empty={t("form.noDeputy")}
					options={choices}
					optional
				/>
			)}
		</>
	);
}

export function CategoryField({ typed, at }: Fields) {
	const t = useText(messages);
	return (
		<TextArea
			name="categories"
			value={textOf(typed.categories)}
			error={at("categories")}
			label={t("form.categories")}
			hint={t("form.categoriesHint")}
			rows={5}
			optional
		/>
	);
}

/** How contributions appear, and whether guests may take part; preset by the recipe. */
export function ModerationFields({ typed, at }: Fields) {
	const t = useText(messages);
	return (
		<>
			<RadioGroup
				name="moderation"
				value={textOf(typed.moderation)}
				error={at("moderation")}
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
		</>
	);
}
