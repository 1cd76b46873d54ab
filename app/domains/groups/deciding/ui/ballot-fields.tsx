import { Checkbox, RadioGroup } from "~/design/choice-group";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useLocale, useText } from "~/platform/i18n";
import { answersOf, asksReason, type DecisionChoice, type DecisionRule, isBlocking } from "../../../counting/index";
import type { BallotOption } from "../ballot";
import { ballotMessages } from "../ballot-messages";
import { answerWords } from "./decision-rule-words";

/** What stands in the fields of a ballot: as it was typed, or as it is stored. */
export type Filled = { choice: string; abstain: boolean; figures: Readonly<Record<string, string>>; reason: string };

export const emptyBallot: Filled = { choice: "", abstain: false, figures: {}, reason: "" };

/** A stored vote as its fields show it. */
export function filledFrom(choice: DecisionChoice, reason: string): Filled {
	if (typeof choice === "string") return { ...emptyBallot, choice, abstain: choice === "abstain", reason };
	const figures = Object.fromEntries(Object.entries(choice).map(([number, figure]) => [number, String(figure)]));
	return { ...emptyBallot, figures, reason };
}

/** What was typed into a ballot that was refused. */
export function filledAgain(
	typed: Readonly<Record<string, string | string[]>>,
	options: readonly BallotOption[],
	prefix: "" | "secret-",
): Filled {
	const text = (name: string) => String(typed[`${prefix}${name}`] ?? "");
	return {
		choice: text("choice"),
		abstain: text("abstain") === "on",
		figures: Object.fromEntries(options.map(({ number }) => [number, text(`option-${number}`)])),
		reason: String(typed.reason ?? ""),
	};
}

/** Figures up to here are chosen from a list; larger scales are typed. */
const mostListed = 20;

/** The fields of a ballot: answers with what they mean, or a figure for each option; and the reason, where votes are by name. */
export function BallotFields({
	rule,
	options,
	filled,
	prefix = "",
	at,
}: {
	rule: DecisionRule;
	options: readonly BallotOption[];
	filled: Filled;
	prefix?: "" | "secret-";
	at(field: string): string | undefined;
}) {
	const t = useText(ballotMessages);
	const locale = useLocale();
	const answers = answersOf(rule);
	const withReason = answers.filter((answer) => asksReason(rule, answer));
	return (
		<>
			{answers.length > 0 ? (
				<RadioGroup
					name={`${prefix}choice`}
					label={t("ballot.choice")}
					value={filled.choice}
					error={at("choice")}
					choices={answers.map((answer) => ({
						value: answer,
						label: answerWords(locale, answer),
						hint: hinted.has(answer) && rule.method !== "majority" ? t(`answerHints.${hintOf(answer)}`) : undefined,
					}))}
				/>
			) : (
				<Figures rule={rule} options={options} filled={filled} prefix={prefix} error={at("choice")} />
			)}
			{prefix === "" && (
				<TextArea
					name="reason"
					label={t("ballot.reason")}
					hint={[
						...(withReason.length > 0
							? [t("ballot.reasonNeeded", { answers: withReason.map((one) => answerWords(locale, one)).join(", ") })]
							: []),
						t("ballot.reasonHint"),
					].join(" ")}
					value={filled.reason}
					rows={3}
					maxLength={2000}
					error={at("reason")}
					optional={!answers.some((answer) => isBlocking(rule, answer) && filled.choice === answer)}
				/>
			)}
		</>
	);
}

const hints = ["consent", "reservation", "aside", "objection", "veto"] as const;
const hinted: ReadonlySet<string> = new Set(hints);

function hintOf(answer: string): (typeof hints)[number] {
	const found = hints.find((one) => one === answer);
	if (!found) throw new Error(`no hint for ${answer}`);
	return found;
}

function Figures({
	rule,
	options,
	filled,
	prefix,
	error,
}: {
	rule: DecisionRule;
	options: readonly BallotOption[];
	filled: Filled;
	prefix: string;
	error: string | undefined;
}) {
	const t = useText(ballotMessages);
	const isRanking = rule.method === "ranking";
	const [least, most] = isRanking ? [1, options.length] : [0, "highest" in rule ? rule.highest : 0];
	const scale = String(most);
	const hint = isRanking
		? t("ballot.rankHint")
		: t(rule.method === "score" ? "ballot.scoreHint" : "ballot.resistanceHint", { highest: scale });
	return (
		<fieldset className="kern-fieldset">
			<legend className="kern-label">{t("ballot.choice")}</legend>
			<p className="kern-hint gw-hint">{hint}</p>
			{options.map(({ number, title }, index) => {
				const field = {
					name: `${prefix}option-${number}`,
					label: t("ballot.figure", { number, title }),
					value: filled.figures[number] ?? "",
					// the sentence stands at the first figure, where the summary leads
					error: index === 0 ? error : undefined,
					optional: isRanking,
				};
				return most > mostListed ? (
					<TextField key={number} {...field} inputMode="numeric" width="short" />
				) : (
					<Select
						key={number}
						{...field}
						empty="–"
						options={Array.from({ length: most - least + 1 }, (_, step) => String(least + step)).map((figure) => ({
							value: figure,
							label: figure,
						}))}
					/>
				);
			})}
			<Checkbox
				name={`${prefix}abstain`}
				label={t("ballot.abstain")}
				hint={t("ballot.abstainHint")}
				checked={filled.abstain}
				optional
			/>
		</fieldset>
	);
}

/** Where the sentence of a refusal stands: at the first field of what is chosen. */
export function fieldOfChoice(options: readonly BallotOption[], prefix: "" | "secret-"): string {
	const [first] = options;
	return first ? `${prefix}option-${first.number}` : `${prefix}choice`;
}
