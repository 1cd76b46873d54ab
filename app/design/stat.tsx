import type { ReactNode } from "react";

/** One figure with its name; goes into StatRow. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
	return (
		<div className="gw-stat">
			<dt className="gw-stat__label">{label}</dt>
			<dd className="gw-stat__value">{value}</dd>
			{note && <dd className="gw-stat__note">{note}</dd>}
		</div>
	);
}

/** Figures side by side. */
export function StatRow({ children }: { children: ReactNode }) {
	return <dl className="gw-stats">{children}</dl>;
}

/** "12 von 40 beantwortet": words and a bar that says the same. */
export function Meter({ value, total, children }: { value: number; total: number; children: string }) {
	const share = total > 0 ? Math.min(100, (value / total) * 100) : 0;
	return (
		<div className="gw-meter">
			<span>{children}</span>
			<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
				<rect className="gw-meter__track" width="100" height="4" />
				<rect className="gw-meter__bar" width={share} height="4" />
			</svg>
		</div>
	);
}
