import { CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { answers } from "~/domains/counting";
import { useText } from "~/platform/i18n";
import type { Choice } from "../../ballots/ballot";
import { textOf } from "../../ballots/ui/typed";
import { messages } from "../messages";
import type { VoteHead } from "../queries/find-vote.server";
import { highestResistance } from "../vote";

/** The fields of the ballot paper: ticks, or a figure per option. */
export function VoteFields({
	vote,
	drafted,
	typed,
	at,
}: {
	vote: Pick<VoteHead, "settings" | "options">;
	drafted: Choice;
	/** What was typed before it was refused; otherwise what is saved is shown. */
	typed: Record<string, string | string[]> | undefined;
	at: (field: string) => string | undefined;
}) {
	const t = useText(messages);
	const { kind, mostOptions } = vote.settings;
	const label = ({ number, title }: VoteHead["options"][number]) =>
		t("paper.number", { number: String(number), title });
	if (kind === "choose") {
		const ticked = typed ? [typed.option ?? []].flat() : Object.keys(drafted);
		const choices = vote.options.map((option) => ({
			value: String(option.number),
			label: label(option),
			hint: option.text || undefined,
		}));
		const field = { name: "option", label: t("paper.choose"), error: at("option"), choices };
		return mostOptions === 1 ? (
			<RadioGroup {...field} value={ticked[0] ?? ""} />
		) : (
			<CheckboxGroup {...field} values={ticked} />
		);
	}
	const figures = (from: number, to: number, word: (figure: number) => string) =>
		Array.from({ length: to - from + 1 }, (_, index) => ({
			value: String(from + index),
			label: word(from + index),
		}));
	const resistance = (figure: number) =>
		figure === 0
			? t("paper.resistance.none")
			: figure === highestResistance
				? t("paper.resistance.most")
				: String(figure);
	return (
		<fieldset className="kern-fieldset">
			<legend className="kern-label">{t("paper.choose")}</legend>
			<div className="kern-fieldset__body gw-flow">
				{vote.options.map((option) => {
					const name = `option-${option.number}`;
					const value = typed ? textOf(typed[name]) : String(drafted[String(option.number)] ?? "");
					const field = { name, label: label(option), hint: option.text || undefined, error: at(name), value };
					switch (kind) {
						case "yes-no":
							return (
								<RadioGroup
									key={name}
									{...field}
									horizontal
									optional
									choices={(["yes", "no", "abstain"] as const).map((answer) => ({
										value: String(answers[answer]),
										label: t(`paper.${answer}`),
									}))}
								/>
							);
						case "ranking":
							return (
								<Select
									key={name}
									{...field}
									optional
									empty={t("paper.noPlace")}
									options={figures(1, vote.options.length, (place) => t("paper.place", { place: String(place) }))}
								/>
							);
						case "resistance":
							return <Select key={name} {...field} options={figures(0, highestResistance, resistance)} />;
						default:
							return (
								<TextField
									key={name}
									{...field}
									inputMode="numeric"
									width="short"
									maxLength={3}
									suffix={t("paper.points")}
									optional
								/>
							);
					}
				})}
			</div>
		</fieldset>
	);
}
