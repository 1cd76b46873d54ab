import { RadioGroup } from "~/design/choice-group";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { MajorityRule } from "../../../counting/index";
import { formMessages } from "../../form-messages";
import { benchKinds } from "../../group";
import { messages } from "../../messages";
import { typedText } from "../../ui/typed";
import { bodyKinds, guestPolicies, minutesWriters } from "../charter";
import { ruleFrom } from "../rule-choice";
import { RuleFields } from "./rule-fields";

/** What a form offers for a rule that is not there yet. */
const firstRule = ruleFrom({ threshold: "simple-majority", quorum: "more-than-half", eachBench: false });

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
			<RuleFields prefix="" rule={given.rules[0]?.rule ?? firstRule} typed={typed} at={at} />
			{([2, 3] as const).map((number) => {
				const rule = given.rules[number - 1];
				const prefix = `rule${number}-` as const;
				const isOpen = typedText(typed, `${prefix}name`, rule?.name ?? "") !== "";
				return (
					<Disclosure key={number} summary={t("fields.further", { number: String(number) })} open={isOpen}>
						<TextField
							{...field(`${prefix}name`, rule?.name)}
							label={t("fields.ruleName")}
							hint={t("fields.furtherHint")}
							maxLength={80}
							optional
						/>
						<RuleFields prefix={prefix} rule={rule?.rule ?? firstRule} typed={typed} at={at} />
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
