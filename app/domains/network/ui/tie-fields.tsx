import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { tieMessages } from "../tie-messages";
import { FactFields } from "./fact-fields";
import { textIn } from "./typed";

/** What is said of a tie besides its ends and its type. */
export function TieFields({ values, problems }: { values: Typed; problems: ReturnType<typeof useProblems> }) {
	const t = useText(tieMessages);
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	return (
		<>
			<TextField {...field("role")} label={t("tie.role")} hint={t("tie.roleHint")} maxLength={120} optional />
			<DateField {...field("firstDay")} label={t("tie.firstDay")} />
			<DateField {...field("lastDay")} label={t("tie.lastDay")} optional />
			<FactFields values={values} problems={problems} />
			<Section id="mandat" title={t("tie.mandate")}>
				<TextField {...field("term")} label={t("tie.term")} width="medium" maxLength={60} optional />
				<TextField {...field("electoralArea")} label={t("tie.electoralArea")} maxLength={120} optional />
				<RadioGroup
					{...field("votingRight")}
					label={t("tie.votingRight")}
					optional
					choices={[
						{ value: "", label: t("tie.unknown") },
						{ value: "yes", label: t("tie.yes") },
						{ value: "no", label: t("tie.no") },
					]}
				/>
				<TextField
					{...field("onBehalfOf")}
					label={t("tie.onBehalfOf")}
					hint={t("tie.nameHint")}
					maxLength={160}
					optional
				/>
				<TextField
					{...field("substituteFor")}
					label={t("tie.substituteFor")}
					hint={t("tie.nameHint")}
					maxLength={160}
					optional
				/>
			</Section>
		</>
	);
}
