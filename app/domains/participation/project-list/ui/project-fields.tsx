import { RadioGroup } from "~/design/choice-group";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { participations } from "../project";
import { staffMessages } from "../staff-messages";

type Values = Record<string, string | string[]>;
type Named = { id: string; label: string };

/** One value of a form as text; absent is empty. */
export function textIn(values: Values, name: string): string {
	const value = values[name];
	return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** Everything that is said about a project. */
export function ProjectFields({
	values,
	problems,
	posts,
	processes,
}: {
	values: Values;
	problems: ReturnType<typeof useProblems>;
	posts: readonly Named[];
	processes: readonly { id: string; title: string }[];
}) {
	const t = useText(staffMessages);
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	return (
		<>
			<Section title={t("form.what")} id="was">
				<TextField {...field("title")} label={t("form.title")} maxLength={120} />
				<TextArea
					{...field("summary")}
					label={t("form.summary")}
					hint={t("form.summaryHint")}
					rows={3}
					maxLength={400}
				/>
				<TextArea {...field("description")} label={t("form.description")} optional richText />
			</Section>
			<Section title={t("form.where")} id="wo">
				<TextField {...field("place")} label={t("form.place")} hint={t("form.placeHint")} maxLength={200} />
				<TextField {...field("point")} label={t("form.point")} hint={t("form.pointHint")} width="medium" optional />
				<TextField {...field("timeFrame")} label={t("form.timeFrame")} hint={t("form.timeFrameHint")} maxLength={200} />
			</Section>
			<Section title={t("form.money")} id="geld">
				{(["cost", "yearly"] as const).map((name) => (
					<TextField
						key={name}
						{...field(name)}
						label={t(`form.${name}`)}
						hint={t("form.amountHint")}
						inputMode="decimal"
						width="medium"
						suffix="Euro"
						optional
					/>
				))}
				<TextField {...field("payer")} label={t("form.payer")} maxLength={300} optional />
				<TextField {...field("goal")} label={t("form.goal")} maxLength={300} optional />
				<Select
					{...field("responsiblePostId")}
					label={t("form.responsible")}
					empty={t("form.none")}
					options={posts.map(({ id, label }) => ({ value: id, label }))}
					optional
				/>
			</Section>
			<Section title={t("form.participationTitle")} id="beteiligung">
				<RadioGroup
					{...field("participation")}
					label={t("form.participation")}
					choices={participations.map((value) => ({ value, label: t(`form.${value}`) }))}
				/>
				<TextArea
					{...field("participationReason")}
					label={t("form.reason")}
					hint={t("form.reasonHint")}
					rows={3}
					maxLength={2000}
				/>
				<TextArea {...field("participationHow")} label={t("form.how")} rows={3} maxLength={2000} optional />
				<Select
					{...field("processId")}
					label={t("form.process")}
					empty={t("form.noProcess")}
					options={processes.map(({ id, title }) => ({ value: id, label: title }))}
					optional
				/>
			</Section>
		</>
	);
}
