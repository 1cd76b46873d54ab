import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { FormScope } from "./field";
import { messages } from "./messages";

/**
 * A form that changes something. The browser's own checks are off: the server's answer names all errors at once and
 * in our words. With JavaScript it is sent once only, and with `draftKey` its texts are kept on the device until sent.
 */
export function Form({
	action,
	id,
	hidden = {},
	files,
	draftKey,
	inline,
	children,
}: {
	/** Defaults to the page's own address. */
	action?: string;
	/** Needed when two forms on a page share field names; give the same to ErrorSummary. */
	id?: string;
	hidden?: Record<string, string>;
	/** The form sends files. */
	files?: boolean;
	/** Unique per form and object, such as `contribution:process-slug`. */
	draftKey?: string;
	/** Only buttons: no rhythm of its own. */
	inline?: boolean;
	children: ReactNode;
}) {
	const t = useText(messages);
	return (
		<FormScope value={id ?? ""}>
			<form
				id={id}
				className={inline ? "gw-form gw-form--inline" : "gw-form"}
				method="post"
				action={action}
				encType={files ? "multipart/form-data" : undefined}
				noValidate
				data-island={draftKey ? "submit-once keep-draft" : "submit-once"}
				data-busy={t("form.busy")}
				data-draft-key={draftKey}
				data-saved={draftKey && t("form.saved")}
				data-restored={draftKey && t("form.restored")}
				data-discard={draftKey && t("form.discard")}
			>
				{Object.entries(hidden).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				{children}
			</form>
		</FormScope>
	);
}
