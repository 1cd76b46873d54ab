import { useText } from "~/platform/i18n";
import { fieldId } from "./field";
import { Icon } from "./icon";
import { messages } from "./messages";

/** A search by GET in one line. `label` says what is searched ("Beiträge durchsuchen"). */
export function SearchField({
	action,
	name = "q",
	value,
	label,
	scope = "search",
}: {
	action: string;
	name?: string;
	value?: string;
	label?: string;
	/** Prefix of the id when a page has several. */
	scope?: string;
}) {
	const t = useText(messages);
	const id = fieldId(name, scope);
	return (
		<search>
			<form className="gw-search" method="get" action={action}>
				<label className="kern-label" htmlFor={id}>
					{label ?? t("search.label")}
				</label>
				<div className="gw-search__row">
					<input
						className="gw-search__input"
						id={id}
						name={name}
						type="search"
						defaultValue={value}
						enterKeyHint="search"
					/>
					<button type="submit" className="gw-search__button">
						<Icon name="search" />
						<span className="gw-search__word">{t("search.submit")}</span>
					</button>
				</div>
			</form>
		</search>
	);
}
