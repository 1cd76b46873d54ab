import { useText } from "~/platform/i18n";
import { messages } from "./messages";

/** The way from the start page to here; the last entry is this page and needs no link. */
export function Breadcrumb({
	entries,
	label,
}: {
	entries: readonly { label: string; href?: string }[];
	/** Only where a page shows two of them. */
	label?: string;
}) {
	const t = useText(messages);
	return (
		<nav className="gw-breadcrumb" aria-label={label ?? t("breadcrumb.label")}>
			<ol>
				{entries.map((entry) => (
					<li key={entry.label}>
						{entry.href ? <a href={entry.href}>{entry.label}</a> : <span aria-current="page">{entry.label}</span>}
					</li>
				))}
			</ol>
		</nav>
	);
}
