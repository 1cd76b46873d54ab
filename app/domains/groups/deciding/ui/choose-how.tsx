import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { useLocale, useText } from "~/platform/i18n";
import type { NamedRule } from "../../charter/charter";
import { ruleWords } from "../../charter/ui/rule-words";
import { ballotModes } from "../ballot";
import { type HowToVote, methodChoices } from "../how-to-vote";
import { openingMessages } from "../opening-messages";

/** The first step of opening a vote: by which method, how votes are cast, and by which rule of the charter. */
export function ChooseHow({
	chosen,
	rules,
	replaces,
	at,
}: {
	chosen: HowToVote;
	rules: readonly NamedRule[];
	replaces: string;
	at(field: string): string | undefined;
}) {
	const t = useText(openingMessages);
	const locale = useLocale();
	return (
		<form className="gw-form" method="get">
			{replaces && <input type="hidden" name="ersetzt" value={replaces} />}
			<RadioGroup
				name="methode"
				label={t("choose.method")}
				value={chosen.method}
				error={at("methode")}
				choices={methodChoices.map((value) => ({
					value,
					label: t(`methods.${value}`),
					hint: t(`methodHints.${value}`),
				}))}
			/>
			<RadioGroup
				name="art"
				label={t("choose.mode")}
				value={chosen.mode}
				error={at("art")}
				choices={ballotModes.map((value) => ({ value, label: t(`modes.${value}`), hint: t(`modeHints.${value}`) }))}
			/>
			{rules.length > 1 && (
				<RadioGroup
					name="regel"
					label={t("choose.rule")}
					value={String(chosen.rule)}
					choices={rules.map(({ name, rule }, index) => ({
						value: String(index),
						label: name || t("choose.usualRule"),
						hint: ruleWords(locale, rule).join(" "),
					}))}
				/>
			)}
			<Button>{t("choose.next")}</Button>
		</form>
	);
}
