import { Button } from "~/design/button";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { checkMessages } from "../check-messages";

/**
 * Code, fingerprint, or both. A file never leaves the device: its field has no name, so no browser sends it, and it is shown
 * by the script that can read it.
 */
export function CheckForm({ typed, errors }: { typed?: Typed; errors?: { code?: string; sha256?: string } }) {
	const t = useText(checkMessages);
	return (
		<Form action="/pruefen">
			<TextField
				name="code"
				optional
				label={t("code")}
				hint={t("codeHint")}
				spellCheck={false}
				value={typed?.code}
				error={errors?.code}
			/>
			<div data-island="file-fingerprint" data-done={t("fileDone")} data-failed={t("fileFailed")} hidden>
				<FileField name="file" local optional accept="application/pdf" label={t("file")} hint={t("fileHint")} />
			</div>
			<TextField
				name="sha256"
				optional
				label={t("hash")}
				hint={t("hashHint")}
				spellCheck={false}
				value={typed?.sha256}
				error={errors?.sha256}
			/>
			<Button>{t("submit")}</Button>
		</Form>
	);
}

type Typed = { code?: string; sha256?: string };
