import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import { deviations, effects, fundings, outcomes } from "../resolution";
import { staffMessages } from "../staff-messages";

type Values = Record<string, string | string[]>;

/** One value of a form as text; absent is empty. */
export function textIn(values: Values, name: string): string {
	const value = values[name];
	return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** Everything that is written down about a resolution. */
export function ResolutionFields({ values, problems }: { values: Values; problems: ReturnType<typeof useProblems> }) {
	const t = useText(messages);
	const say = useText(staffMessages);
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	return (
		<>
			<Section title={say("form.where")} id="sitzung">
				<TextField {...field("title")} label={say("form.title")} hint={say("form.titleHint")} maxLength={160} />
				<TextField {...field("body")} label={say("form.body")} hint={say("form.bodyHint")} maxLength={120} />
				<DateField {...field("sessionOn")} label={say("form.sessionOn")} />
				<TextField {...field("agendaItem")} label={say("form.agendaItem")} width="medium" maxLength={60} optional />
				<TextField {...field("paperNumber")} label={say("form.paperNumber")} width="medium" maxLength={60} optional />
				<TextField
					{...field("address")}
					type="url"
					label={say("form.address")}
					hint={say("form.addressHint")}
					optional
				/>
			</Section>
			<Section title={say("form.what")} id="was-beschlossen">
				<RadioGroup
					{...field("outcome")}
					label={say("form.outcome")}
					choices={outcomes.map((value) => ({ value, label: t(`outcomeNames.${value}`) }))}
				/>
				<TextField
					{...field("exceptItems")}
					label={say("form.exceptItems")}
					hint={say("form.exceptItemsHint")}
					maxLength={120}
					optional
				/>
				<TextArea {...field("summary")} label={say("form.summary")} rows={4} maxLength={3000} />
				<TextArea {...field("wording")} label={say("form.wording")} hint={say("form.wordingHint")} rows={4} optional />
				<Select
					{...field("effect")}
					label={say("form.effect")}
					hint={say("form.effectHint")}
					empty={say("form.notStated")}
					options={effects.map((value) => ({ value, label: t(`effects.${value}`) }))}
					optional
				/>
				<Select
					{...field("funding")}
					label={say("form.funding")}
					empty={say("form.notStated")}
					options={fundings.map((value) => ({ value, label: t(`fundings.${value}`) }))}
					optional
				/>
			</Section>
			<Section title={say("form.votesTitle")} id="stimmen">
				<RadioGroup
					{...field("voting")}
					value={textIn(values, "voting") || "not-told"}
					label={say("form.voting")}
					choices={[
						{ value: "not-told", label: say("form.notTold") },
						{ value: "unanimous", label: say("form.unanimous") },
						{ value: "counted", label: say("form.counted") },
					]}
				/>
				{(["votesFor", "votesAgainst", "abstentions"] as const).map((name) => (
					<TextField
						key={name}
						{...field(name)}
						label={say(`form.${name}`)}
						inputMode="numeric"
						width="short"
						optional
					/>
				))}
			</Section>
			<Section title={say("form.deviationTitle")} id="abweichung">
				<RadioGroup
					{...field("deviation")}
					label={say("form.deviation")}
					choices={[
						{ value: "", label: say("form.nothing") },
						...deviations.map((value) => ({ value, label: t(`deviations.${value}`) })),
					]}
				/>
				<TextArea
					{...field("deviationReason")}
					label={say("form.deviationReason")}
					hint={say("form.deviationReasonHint")}
					rows={4}
					optional
				/>
			</Section>
		</>
	);
}
