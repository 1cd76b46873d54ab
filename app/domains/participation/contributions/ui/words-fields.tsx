import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { limits } from "../contribution";
import { messages } from "../messages";

/** What was typed into a field that takes one value. */
export function textOf(value: string | string[] | undefined): string {
	return typeof value === "string" ? value : "";
}

/** Title, text, topic and place of a contribution. */
export function WordsFields({
	typed,
	at,
	categories,
	kind = "idea",
}: {
	/** The heading of an annotation names its passage and stays; it has no topic and no place. */
	kind?: string;
	typed: Typed;
	at: (field: string) => string | undefined;
	categories: readonly string[];
}) {
	const t = useText(messages);
	if (kind === "annotation") {
		return (
			<>
				<input type="hidden" name="title" value={textOf(typed.title)} />
				<TextArea name="text" label={t("form.text")} value={textOf(typed.text)} error={at("text")} rows={8} richText />
			</>
		);
	}
	return (
		<>
			<TextField
				name="title"
				label={t("form.headline")}
				hint={t("form.headlineHint")}
				value={textOf(typed.title)}
				error={at("title")}
				maxLength={limits.titleMost}
			/>
			<TextArea
				name="text"
				label={t("form.text")}
				hint={t("form.textHint")}
				value={textOf(typed.text)}
				error={at("text")}
				rows={8}
				richText
			/>
			{categories.length > 0 && (
				<Select
					name="category"
					label={t("form.category")}
					value={textOf(typed.category)}
					error={at("category")}
					options={categories.map((category) => ({ value: category, label: category }))}
					optional
				/>
			)}
			<TextField
				name="place"
				label={t("form.place")}
				hint={t("form.placeHint")}
				value={textOf(typed.place)}
				error={at("place")}
				optional
			/>
		</>
	);
}
