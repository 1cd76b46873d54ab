import { CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { fieldsOfAction } from "../field";
import { lines } from "../forms";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";

type Values = Record<string, string | string[]>;
type Props = { values: Values; problems: ReturnType<typeof useProblems> };

/** One value of a form as text; absent is empty. */
export function textIn(values: Values, name: string): string {
	const value = values[name];
	return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** Everything that is said about a measure, for its start and for later changes. */
export function MeasureFields({ values, problems }: Props) {
	const t = useText(messages);
	const say = useText(staffMessages);
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	const chosen = values.fields ?? [];
	return (
		<>
			<TextField {...field("title")} label={say("form.title")} maxLength={120} />
			<TextArea {...field("summary")} label={say("form.summary")} rows={3} maxLength={400} />
			<TextArea
				{...field("description")}
				label={say("form.description")}
				hint={say("form.descriptionHint")}
				optional
				richText
			/>
			<RadioGroup
				{...field("kind")}
				label={say("form.kind")}
				choices={[
					{ value: "TECHNICAL", label: t("kinds.TECHNICAL"), hint: say("form.technicalHint") },
					{ value: "NETWORK", label: t("kinds.NETWORK"), hint: say("form.networkHint") },
				]}
			/>
			<CheckboxGroup
				name="fields"
				label={say("form.fields")}
				hint={say("form.fieldsHint")}
				values={Array.isArray(chosen) ? chosen : [chosen]}
				error={problems.at("fields")}
				choices={fieldsOfAction.map((value) => ({ value, label: t(`fields.${value}`) }))}
			/>
			<TextArea {...field("targetGroups")} label={say("form.groups")} hint={say("form.groupsHint")} rows={3} optional />
			<Pairs title="origins" values={values} problems={problems} />
			<Section title={say("form.pilotTitle")} id="pilot">
				<DateField {...field("pilotFirstDay")} label={say("form.pilotFirstDay")} optional />
				<DateField {...field("pilotLastDay")} label={say("form.pilotLastDay")} optional />
			</Section>
			<Pairs title="criteria" values={values} problems={problems} />
			<Section title={say("form.moneyTitle")} id="geld">
				<TextField
					{...field("runningCost")}
					label={say("form.runningCost")}
					hint={say("form.runningCostHint")}
					inputMode="decimal"
					width="medium"
					suffix="Euro"
					optional
				/>
				<TextField {...field("payer")} label={say("form.payer")} hint={say("form.payerHint")} optional />
				<DateField {...field("fundingLastDay")} label={say("form.fundingLastDay")} optional />
			</Section>
		</>
	);
}

/** Lines of two fields each: an origin with its source, a stop criterion with its day. */
function Pairs({ title, values, problems }: Props & { title: "origins" | "criteria" }) {
	const say = useText(staffMessages);
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	const isOrigins = title === "origins";
	return (
		<Section
			title={say(isOrigins ? "form.originsTitle" : "form.criteriaTitle")}
			intro={say(isOrigins ? "form.originsIntro" : "form.criteriaIntro")}
			id={isOrigins ? "anlass" : "abbruch"}
		>
			{lines.map((line) =>
				isOrigins ? (
					<div key={line} className="gw-flow">
						<TextField {...field(`origin${line}`)} label={say("form.origin", { number: line })} optional />
						<TextField {...field(`originSource${line}`)} label={say("form.originSource", { number: line })} optional />
					</div>
				) : (
					<div key={line} className="gw-flow">
						<TextField
							{...field(`criterion${line}`)}
							label={say("form.criterion", { number: line })}
							hint={line === "1" ? say("form.criterionHint") : undefined}
							optional
						/>
						<DateField {...field(`criterionDay${line}`)} label={say("form.criterionDay", { number: line })} optional />
					</div>
				),
			)}
		</Section>
	);
}
