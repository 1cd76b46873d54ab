import { CheckboxGroup } from "~/design/choice-group";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { typedMany, typedText } from "../../ui/typed";
import { termMessages } from "../messages";
import type { TermChoices } from "../queries/terms.server";

export type TermsGivenInForm = {
	topicIds: string[];
	areaIds: string[];
	topics: string;
	areas: string;
	parent?: string;
};

/** The fields of what a group or body is about; with `parent` also for whom it works. */
export function TermFields({
	choices,
	typed,
	given,
	at,
	parent = false,
}: {
	choices: TermChoices;
	typed: Typed | null | undefined;
	given: TermsGivenInForm | null;
	at(name: string): string | undefined;
	parent?: boolean;
}) {
	const t = useText(termMessages);
	const many = (name: "topicIds" | "areaIds") => ({
		name,
		label: t(name),
		hint: t(`${name}Hint`),
		values: typed ? typedMany(typed, name) : (given?.[name] ?? []),
		error: at(name),
	});
	const text = (name: "topics" | "areas") => ({
		name,
		label: t(name),
		hint: t(`${name}Hint`),
		value: typedText(typed, name, given?.[name]),
		error: at(name),
	});
	return (
		<>
			{choices.topics.length > 0 && <CheckboxGroup {...many("topicIds")} choices={choices.topics} optional />}
			<TextField {...text("topics")} optional />
			{choices.areas.length > 0 && <CheckboxGroup {...many("areaIds")} choices={choices.areas} optional />}
			<TextField {...text("areas")} optional />
			{parent && choices.parents.length > 0 && (
				<Select
					name="parent"
					label={t("parent")}
					hint={t("parentHint")}
					value={typedText(typed, "parent", given?.parent)}
					error={at("parent")}
					empty={t("noParent")}
					options={choices.parents.map((choice) => ({
						...choice,
						group: t(choice.value.startsWith("group:") ? "groups" : "bodies"),
					}))}
					optional
				/>
			)}
		</>
	);
}
