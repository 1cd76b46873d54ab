import { DateField } from "~/design/date-field";
import { FileField } from "~/design/file-field";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { costClasses } from "../../costs/cost-item";
import { messages } from "../../messages";
import { existingMessages } from "../messages";

type Props = {
	/** The organisation that enters: the first party of every entry. */
	own: string;
	value(name: string): string | undefined;
	at(name: string): string | undefined;
	/** Whether typing begins here. */
	focus: boolean;
	scanHint?: string;
};

/** The fields of a contract that was signed elsewhere, in the order in which most are typed. */
export function ContractFields({ own, value, at, focus, scanHint }: Props) {
	const t = useText(existingMessages);
	const say = useText(messages);
	return (
		<>
			<TextField name="title" label={t("form.name")} value={value("title")} error={at("title")} focus={focus} />
			<TextArea
				name="parties"
				rows={3}
				label={t("form.parties")}
				hint={t("form.partiesHint", { own })}
				value={value("parties")}
				error={at("parties")}
			/>
			<TextArea
				name="amounts"
				optional
				rows={3}
				label={t("form.amounts")}
				hint={t("form.amountsHint", { own })}
				value={value("amounts")}
				error={at("amounts")}
			/>
			<Select
				name="costClass"
				label={t("form.costClass")}
				value={value("costClass") ?? "operation"}
				error={at("costClass")}
				options={costClasses.map((one) => ({ value: one, label: say(`classes.${one}`) }))}
			/>
			<DateField name="startsOn" label={t("form.starts")} value={value("startsOn")} error={at("startsOn")} />
			<DateField
				name="lastDay"
				optional
				label={t("form.last")}
				hint={t("form.lastHint")}
				value={value("lastDay")}
				error={at("lastDay")}
			/>
			<TextField
				name="noticeMonths"
				optional
				inputMode="numeric"
				width="short"
				label={t("form.noticeMonths")}
				value={value("noticeMonths")}
				error={at("noticeMonths")}
			/>
			<DateField name="signedOn" optional label={t("form.signed")} value={value("signedOn")} error={at("signedOn")} />
			<TextField
				name="fileNumber"
				optional
				label={t("form.fileNumber")}
				value={value("fileNumber")}
				error={at("fileNumber")}
			/>
			<TextField name="purpose" optional label={t("form.purpose")} value={value("purpose")} error={at("purpose")} />
			<FileField
				name="scan"
				optional
				accept="application/pdf,image/*"
				label={t("form.scan")}
				hint={scanHint ?? t("form.scanHint")}
				error={at("scan")}
			/>
		</>
	);
}
