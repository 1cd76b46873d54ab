import type { ReactNode } from "react";

/** Facts as term and value, each with an act of its own if it can be changed. */
export function SummaryList({
	rows,
}: {
	rows: readonly { term: string; value: ReactNode; action?: { href: string; label: string; of: string } }[];
}) {
	return (
		<dl className="gw-summary">
			{rows.map((row) => (
				<div key={row.term} className="gw-summary__row">
					<dt>{row.term}</dt>
					<dd className="gw-summary__value">{row.value}</dd>
					{row.action && (
						<dd className="gw-summary__action">
							<a href={row.action.href}>
								{row.action.label}
								<span className="kern-sr-only">: {row.action.of}</span>
							</a>
						</dd>
					)}
				</div>
			))}
		</dl>
	);
}
