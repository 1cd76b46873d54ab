import { RadioGroup } from "~/design/choice-group";
import type { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { bases, visibilities } from "../vocabulary";
import { textIn } from "./typed";

type Props = { values: Typed; problems: ReturnType<typeof useProblems>; withBasis?: boolean; notPublic?: boolean };

/** What every fact about somebody says of itself: wozu, worauf gestützt, woher, für wen. */
export function FactFields({ values, problems, withBasis = true, notPublic = false }: Props) {
	const t = useText(partyMessages);
	const say = useText(messages);
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	return (
		<>
			<TextField {...field("source")} label={t("form.source")} hint={t("form.sourceHint")} maxLength={200} />
			<TextField {...field("purpose")} label={t("form.purpose")} maxLength={200} />
			{withBasis && (
				<Select
					{...field("basis")}
					label={t("form.basis")}
					options={bases.map((value) => ({ value, label: say(`bases.${value}`) }))}
				/>
			)}
			<RadioGroup
				{...field("visibility")}
				label={t("form.visibility")}
				choices={visibilities
					.filter((value) => !(notPublic && value === "PUBLIC"))
					.map((value) => ({ value, label: say(`visibilities.${value}`) }))}
			/>
		</>
	);
}
