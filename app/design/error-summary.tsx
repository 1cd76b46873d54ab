import { useText } from "~/platform/i18n";
import { fieldId } from "./field";
import { Icon } from "./icon";
import { messages } from "./messages";

/**
 * One error: its sentence, and the field it belongs to (without one it concerns the whole form); `form` where the field
 * has a scope of its own, such as a line of a list.
 */
export type FormError = { field?: string; form?: string; message: string };

/**
 * All errors of a form at the top of the page, each leading to its field. It takes the focus when the page loads,
 * also without JavaScript. Renders nothing when there are none.
 */
export function ErrorSummary({
	errors,
	form,
	title,
	focus = true,
}: {
	errors: readonly FormError[];
	/** The id of the form, when it has one. */
	form?: string;
	title?: string;
	/** False only where a page shows several at once. */
	focus?: boolean;
}) {
	const t = useText(messages);
	if (errors.length === 0) return null;
	return (
		// biome-ignore lint/a11y/noAutofocus: after a refused form the focus belongs on what to mend (GOV.UK error summary)
		<div className="gw-error-summary" role="alert" tabIndex={-1} autoFocus={focus} data-error-summary="">
			<h2 className="gw-error-summary__title">
				<Icon name="danger" />
				<span>{title ?? t("errors.title", { count: errors.length })}</span>
			</h2>
			<ul>
				{errors.map((error) => (
					<li key={`${error.form ?? ""}:${error.field ?? ""}:${error.message}`}>
						{error.field ? <a href={`#${fieldId(error.field, error.form ?? form)}`}>{error.message}</a> : error.message}
					</li>
				))}
			</ul>
		</div>
	);
}
