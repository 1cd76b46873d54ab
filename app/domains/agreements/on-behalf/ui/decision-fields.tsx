import { DateField } from "~/design/date-field";
import { FileField } from "~/design/file-field";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { onBehalfMessages } from "../messages";

/** On which decision of the party a word in its name rests; with a file where the form can carry one. */
export function DecisionFields({
	typed,
	at,
	file = false,
	optional = false,
}: {
	typed: Typed;
	at(field: string): string | undefined;
	file?: boolean;
	/** Where only some of the parties to choose from need it. */
	optional?: boolean;
}) {
	const t = useText(onBehalfMessages);
	return (
		<>
			<p>{t("byDecision")}</p>
			<DateField
				name="decidedOn"
				optional={optional}
				label={t("decidedOn")}
				value={typed.decidedOn?.toString()}
				error={at("decidedOn")}
			/>
			<TextField
				name="decision"
				optional={optional || file}
				label={t("decision")}
				hint={t(file ? "decisionOrFile" : "decisionHint")}
				value={typed.decision?.toString()}
				error={at("decision")}
			/>
			{file && (
				<FileField
					name="decisionFile"
					optional
					accept="application/pdf,image/*"
					label={t("file")}
					hint={t("fileHint")}
					error={at("decisionFile")}
				/>
			)}
		</>
	);
}
