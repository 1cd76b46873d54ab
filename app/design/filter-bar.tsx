import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { Button, ButtonRow } from "./button";
import { FormScope, filterScope } from "./field";
import { Icon } from "./icon";
import { messages } from "./messages";

/** Narrows a list down by GET, so that every view has an address. Children are fields; `active` shows what is set. */
export function FilterBar({
	action,
	active = [],
	resetHref,
	hidden = {},
	children,
}: {
	action?: string;
	/** Filters that are set, each with the address of the list without it. */
	active?: readonly { label: string; removeHref: string }[];
	resetHref: string;
	/** Values to carry along, such as the sorting. */
	hidden?: Record<string, string>;
	children: ReactNode;
}) {
	const t = useText(messages);
	return (
		<FormScope value={filterScope}>
			<form className="gw-filter" method="get" action={action} aria-label={t("filter.title")}>
				{Object.entries(hidden).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				<div className="gw-filter__fields">{children}</div>
				<ButtonRow>
					<Button look="secondary">{t("filter.apply")}</Button>
					{active.length > 0 && <a href={resetHref}>{t("filter.reset")}</a>}
				</ButtonRow>
				{active.length > 0 && (
					<ul className="gw-filter__active">
						{active.map((filter) => (
							<li key={filter.label}>
								<a className="gw-chip" href={filter.removeHref}>
									<span className="kern-sr-only">{t("filter.remove")}: </span>
									{filter.label}
									<Icon name="close" small />
								</a>
							</li>
						))}
					</ul>
				)}
			</form>
		</FormScope>
	);
}
