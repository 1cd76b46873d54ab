import { useText } from "~/platform/i18n";
import { messages } from "./messages";

/** Views of one thing, each with its own address. Links, not ARIA tabs: every view is a page that can be sent on. */
export function Tabs({
	tabs,
	label,
}: {
	tabs: readonly { href: string; label: string; count?: number; current?: boolean }[];
	/** Names the views when a page has several rows of them. */
	label?: string;
}) {
	const t = useText(messages);
	return (
		<nav className="gw-tabs" aria-label={label ?? t("tabs.label")}>
			<ul>
				{tabs.map((tab) => (
					<li key={tab.href}>
						<a href={tab.href} aria-current={tab.current ? "page" : undefined}>
							{tab.label}
							{tab.count !== undefined && <span className="gw-tabs__count"> {tab.count}</span>}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
