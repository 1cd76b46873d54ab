import { Checkbox, RadioGroup } from "~/design/choice-group";
import { Disclosure } from "~/design/disclosure";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { MajorityRule } from "../../../counting/index";
import { formMessages } from "../../form-messages";
import { type BenchKind, benchKinds } from "../../group";
import { messages } from "../../messages";
import { typedText, typedTick } from "../../ui/typed";
import { type QuorumChoice, quorumChoices, type ThresholdChoice, thresholdChoices } from "../rule-choice";
import { otherShare, quorumOfs, type RulePrefix, textsOfRule, thresholdOfs } from "../rule-form";

const thresholds = Object.keys(thresholdChoices) as ThresholdChoice[];
const quorums = Object.keys(quorumChoices) as QuorumChoice[];
const parts = ["threshold", "quorum"] as const;

type Shown = {
	prefix: RulePrefix;
	rule: MajorityRule;
	typed: Typed | null | undefined;
	at(field: string): string | undefined;
};

/** The fields of one rule: majority and quorum of the whole group, and what single benches have to reach by themselves. */
export function RuleFields({ prefix, rule, typed, at }: Shown) {
	const t = useText(formMessages);
	const words = useText(messages);
	return (
		<>
			<ShareFields prefix={prefix} rule={rule} typed={typed} at={at} bench={null} />
			<Checkbox
				name={`${prefix}eachBench`}
				label={t(prefix === "" ? "found.eachBench" : "fields.eachBench")}
				hint={t("found.eachBenchHint")}
				checked={typedTick(typed, `${prefix}eachBench`, rule.eachBench !== null)}
				optional
			/>
			{benchKinds.map((bench) => {
				const before = textsOfRule(rule, bench);
				const isOpen = Object.entries(before).some(
					([part, text]) =>
						typedText(typed, `${prefix}${bench}-${part}`, text) !== "" || at(`${prefix}${bench}-${part}`) !== undefined,
				);
				return (
					<Disclosure key={bench} summary={t("shares.ofBench", { bench: words(`benches.${bench}`) })} open={isOpen}>
						<p>{t("shares.ofBenchText")}</p>
						<ShareFields prefix={prefix} rule={rule} typed={typed} at={at} bench={bench} />
					</Disclosure>
				);
			})}
		</>
	);
}

/** Majority and quorum of the whole group or of one bench: an offered share, or another as a fraction. */
function ShareFields({ prefix, rule, typed, at, bench }: Shown & { bench: BenchKind | null }) {
	const t = useText(formMessages);
	const words = useText(messages);
	const before = textsOfRule(rule, bench);
	const block = bench === null ? prefix : `${prefix}${bench}-`;
	const field = (part: keyof typeof before) => ({
		name: `${block}${part}`,
		value: typedText(typed, `${block}${part}`, before[part]),
		error: at(`${block}${part}`),
	});
	const other = { value: otherShare, label: t("shares.other") };
	const isUsual = bench === null && prefix === "";
	const offered = {
		threshold: thresholds.map((value) => ({ value, label: t(`found.thresholds.${value}`) })),
		quorum: quorums
			.filter((value) => bench === null || value !== "none")
			.map((value) => ({ value, label: t(`found.quorums.${value}`) })),
	};
	const ofs = {
		threshold: thresholdOfs.map(({ value, words: of, compared }) => ({
			value,
			group: t(`shares.comparisons.${compared.comparison}`),
			label: t(`shares.thresholdBases.${of}`),
		})),
		quorum: quorumOfs.map(({ value, words: of, compared }) => ({
			value,
			group: t(`shares.comparisons.${compared.comparison}`),
			label: t(`shares.quorumBases.${of}`),
		})),
	};
	return (
		<>
			{parts.map((part) => {
				const of = bench === null ? "" : ` (${words(`benches.${bench}`)})`;
				const another = (
					<>
						<TextField
							{...field(`${part}Share`)}
							label={`${t(`shares.${part}Share`)}${of}`}
							hint={t("shares.shareHint")}
							width="short"
							maxLength={7}
							optional
						/>
						<Select
							{...field(`${part}Of`)}
							label={`${t(`shares.${part}Base`)}${of}`}
							options={ofs[part]}
							empty={t("shares.noBase")}
							optional
						/>
					</>
				);
				return (
					<div key={part} className="gw-flow">
						{isUsual ? (
							<RadioGroup {...field(part)} label={t(`found.${part}`)} choices={[...offered[part], other]} />
						) : (
							<Select
								{...field(part)}
								label={
									bench === null ? t(`found.${part}`) : t(`shares.${part}Of`, { bench: words(`benches.${bench}`) })
								}
								options={[...offered[part], other]}
								empty={bench === null ? undefined : t(`shares.${part}None`)}
								optional={bench !== null}
							/>
						)}
						{bench === null ? (
							<Disclosure
								summary={t(`shares.${part}Other`)}
								open={
									field(part).value === otherShare ||
									[`${part}Share`, `${part}Of`].some((name) => at(`${block}${name}`))
								}
							>
								{another}
							</Disclosure>
						) : (
							another
						)}
					</div>
				);
			})}
		</>
	);
}
