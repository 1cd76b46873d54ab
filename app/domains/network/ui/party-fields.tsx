import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { levels, type PartyKind, sectors } from "../vocabulary";
import { FactFields } from "./fact-fields";
import { textIn, textsIn } from "./typed";

type Choice = { value: string; label: string };
type Props = {
	kind: PartyKind;
	values: Typed;
	problems: ReturnType<typeof useProblems>;
	topics: readonly Choice[];
	areas: readonly Choice[];
	posts: readonly Choice[];
	same: readonly Choice[];
};

/** Everything that is said of a person or an organisation. */
export function PartyFields({ kind, values, problems, topics, areas, posts, same }: Props) {
	const t = useText(partyMessages);
	const say = useText(messages);
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	const person = kind === "PERSON";
	return (
		<>
			{person ? (
				<>
					<TextField {...field("givenName")} label={t("form.givenName")} maxLength={80} optional />
					<TextField {...field("familyName")} label={t("form.familyName")} maxLength={80} />
				</>
			) : (
				<>
					<TextField {...field("name")} label={t("form.name")} maxLength={160} />
					<Select
						{...field("sector")}
						label={t("form.sector")}
						optional
						empty={t("form.open")}
						options={sectors.map((value) => ({ value, label: say(`sectors.${value}`) }))}
					/>
					<Select
						{...field("level")}
						label={t("form.level")}
						optional
						empty={t("form.open")}
						options={levels.map((value) => ({ value, label: say(`levels.${value}`) }))}
					/>
				</>
			)}
			<TextField {...field("email")} type="email" label={t("party.email")} optional />
			<TextField {...field("phone")} type="tel" label={t("party.phone")} optional width="medium" />
			<TextField {...field("website")} type="url" label={t("party.website")} optional />
			{!person && (
				<>
					<TextArea {...field("mission")} label={t("party.mission")} rows={2} maxLength={1000} optional />
					<TextArea {...field("offers")} label={t("party.offers")} rows={2} maxLength={1000} optional />
					<TextArea {...field("seeks")} label={t("party.seeks")} rows={2} maxLength={1000} optional />
					<DateField {...field("firstDay")} label={t("form.firstDay")} optional />
					<DateField {...field("lastDay")} label={t("form.lastDay")} optional />
				</>
			)}
			{topics.length > 0 && (
				<CheckboxGroup
					name="topics"
					label={t("form.topics")}
					values={textsIn(values, "topics")}
					choices={topics}
					error={problems.at("topics")}
					optional
				/>
			)}
			{areas.length > 0 && (
				<CheckboxGroup
					name="areas"
					label={t("form.areas")}
					values={textsIn(values, "areas")}
					choices={areas}
					error={problems.at("areas")}
					optional
				/>
			)}
			<Section id="woher" title={t("form.factTitle")}>
				<FactFields values={values} problems={problems} />
				{person && <DateField {...field("keepUntil")} label={t("form.keepUntil")} hint={t("form.keepUntilHint")} />}
				<Select
					{...field("keeperPost")}
					label={t("form.keeper")}
					hint={t("form.keeperHint")}
					optional
					empty={t("form.nobody")}
					options={posts}
				/>
				<Select
					{...field(person ? "person" : "organisation")}
					label={t(person ? "form.samePerson" : "form.sameOrganisation")}
					optional
					empty={t("form.no")}
					options={same}
				/>
				<TextField
					{...field("ownKey")}
					label={t("form.ownKey")}
					hint={t("form.ownKeyHint")}
					width="medium"
					maxLength={80}
					optional
				/>
			</Section>
		</>
	);
}
