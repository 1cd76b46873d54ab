import { Button } from "~/design/button";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { checkMessages } from "../check-messages";

/**
 * Code, fingerprint, or both. Where a script can read it, a file never leaves the device: its field has no name, so no browser
 * sends it. Without such a script a second form sends it; the script takes that form away.
 */
export function CheckForm({ typed, errors }: { typed?: Typed; errors?: Typed & { pdf?: string } }) {
	const t = useText(checkMessages);
	return (
		<>
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
			<div data-without-fingerprint>
				<Section title={t("upload.title")} id="hochladen" intro={t("upload.text")}>
					<Form files action="/pruefen">
						<FileField
							name="pdf"
							accept="application/pdf"
							label={t("upload.file")}
							hint={t("upload.hint")}
							error={errors?.pdf}
						/>
						<Button>{t("upload.submit")}</Button>
					</Form>
				</Section>
			</div>
		</>
	);
}

type Typed = { code?: string; sha256?: string };
