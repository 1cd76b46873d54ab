import { Checkbox, RadioGroup } from "~/design/choice-group";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { MajorityRule } from "../../../counting/index";
import { formMessages } from "../../form-messages";
import { benchKinds } from "../../group";
import { messages } from "../../messages";
import { typedText, typedTick } from "../../ui/typed";
import { bodyKinds, guestPolicies, minutesWriters } from "../charter";
import { choiceOf, type QuorumChoice, quorumChoices, type ThresholdChoice, thresholdChoices } from "../rule-choice";

const thresholds = Object.keys(thresholdChoices) as ThresholdChoice[];
const quorums = Object.keys(quorumChoices) as QuorumChoice[];
const firstChoice = { threshold: "simple-majority", quorum: "more-than-half", eachBench: false } as const;
/** Rules besides the usual one that a form offers. */
const furtherRules = [2, 3] as const;

type Given = {
	mandate: string;
	bodyKind: string;
	benches: readonly { kind: string; minSeats: number; maxSeats: number }[] | null;
	rules: readonly { name: string; rule: MajorityRule }[];
	minutesBy: string;
	objectionDays: number;
	guestsBy: string;
	invitationDays: number;
	motionDays: number;
};

/** What the form of a first charter offers. */
export const firstCharter: Given = {
	mandate: "",
	bodyKind: "advisory",
	benches: null,
	rules: [],
	minutesBy: "chair",
	objectionDays: 14,
	guestsBy: "leaders",
	invitationDays: 14,
	motionDays: 7,
};

/** The fields of a charter, for founding and for a new version. */
export function CharterFields({
	typed,
	at,
	given,
}: {
	typed: Typed | null | undefined;
	at(field: string): string | undefined;
	given: Given;
}) {
	const t = useText(formMessages);
	const words = useText(messages);
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(typed, name, otherwise),
		error: at(name),
	});
	const seats = (kind: string, end: "min" | "max") => {
		if (!given.benches) return end === "min" ? "1" : "4";
		const bench = given.benches.find((one) => one.kind === kind);
		return String((end === "min" ? bench?.minSeats : bench?.maxSeats) ?? 0);
	};
	const usual = given.rules[0] ? choiceOf(given.rules[0].rule) : firstChoice;
	return (
		<>
			<TextArea
				{...field("mandate", given.mandate)}
				label={t("found.mandate")}
				hint={t("found.mandateHint")}
				richText
				rows={5}
			/>
			<RadioGroup
				{...field("bodyKind", given.bodyKind)}
				label={t("fields.bodyKind")}
				hint={t("fields.bodyKindHint")}
				choices={bodyKinds.map((value) => ({ value, label: words(`charter.bodyKinds.${value}`) }))}
			/>
			<Section id="sitze" title={t("found.seats")} intro={t("found.seatsHint")}>
				{benchKinds.flatMap((kind) =>
					(["min", "max"] as const).map((end) => (
						<TextField
							key={`${kind}-${end}`}
							{...field(`${kind}-${end}`, seats(kind, end))}
							label={t(`found.${end}`, { bench: words(`benches.${kind}`) })}
							inputMode="numeric"
							width="short"
						/>
					)),
				)}
			</Section>
			<RadioGroup
				{...field("threshold", usual.threshold)}
				label={t("found.threshold")}
				choices={thresholds.map((value) => ({ value, label: t(`found.thresholds.${value}`) }))}
			/>
			<RadioGroup
				{...field("quorum", usual.quorum)}
				label={t("found.quorum")}
				choices={quorums.map((value) => ({ value, label: t(`found.quorums.${value}`) }))}
			/>
			<Checkbox
				name="eachBench"
				label={t("found.eachBench")}
				hint={t("found.eachBenchHint")}
				checked={typedTick(typed, "eachBench", usual.eachBench)}
				optional
			/>
			{furtherRules.map((number) => {
				const rule = given.rules[number - 1];
				const chosen = rule ? choiceOf(rule.rule) : firstChoice;
				const isOpen = typedText(typed, `rule${number}-name`, rule?.name ?? "") !== "";
				return (
					<Disclosure key={number} summary={t("fields.further", { number: String(number) })} open={isOpen}>
						<TextField
							{...field(`rule${number}-name`, rule?.name)}
							label={t("fields.ruleName")}
							hint={t("fields.furtherHint")}
							maxLength={80}
							optional
						/>
						<Select
							{...field(`rule${number}-threshold`, chosen.threshold)}
							label={t("found.threshold")}
							options={thresholds.map((value) => ({ value, label: t(`found.thresholds.${value}`) }))}
						/>
						<Select
							{...field(`rule${number}-quorum`, chosen.quorum)}
							label={t("found.quorum")}
							options={quorums.map((value) => ({ value, label: t(`found.quorums.${value}`) }))}
						/>
						<Checkbox
							name={`rule${number}-eachBench`}
							label={t("fields.eachBench")}
							hint={t("found.eachBenchHint")}
							checked={typedTick(typed, `rule${number}-eachBench`, chosen.eachBench)}
							optional
						/>
					</Disclosure>
				);
			})}
			{(["invitationDays", "motionDays"] as const).map((name) => (
				<TextField
					key={name}
					{...field(name, String(given[name]))}
					label={t(`fields.${name}`)}
					inputMode="numeric"
					width="short"
				/>
			))}
			<RadioGroup
				{...field("minutesBy", given.minutesBy)}
				label={t("fields.minutesBy")}
				choices={minutesWriters.map((value) => ({ value, label: t(`fields.minutesWriters.${value}`) }))}
			/>
			<TextField
				{...field("objectionDays", String(given.objectionDays))}
				label={t("fields.objectionDays")}
				inputMode="numeric"
				width="short"
			/>
			<RadioGroup
				{...field("guestsBy", given.guestsBy)}
				label={t("fields.guestsBy")}
				choices={guestPolicies.map((value) => ({ value, label: t(`fields.guestPolicies.${value}`) }))}
			/>
		</>
	);
}
