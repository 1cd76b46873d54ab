import { Button } from "~/design/button";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Code and, if one likes, the file. */
export function CheckForm({ code, error }: { code?: string; error?: string }) {
	const t = useText(messages);
	return (
		<Form action="/pruefen" files>
			<TextField
				name="code"
				label={t("check.code")}
				hint={t("check.codeHint")}
				spellCheck={false}
				value={code}
				error={error}
			/>
			<FileField name="file" optional accept="application/pdf" label={t("check.file")} hint={t("check.fileHint")} />
			<Button>{t("check.submit")}</Button>
		</Form>
	);
}
