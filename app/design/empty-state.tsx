import type { ReactNode } from "react";

/** Stands where a list has nothing yet, and says what to do first. */
export function EmptyState({
	title,
	children,
	action,
	level = 2,
}: {
	title: string;
	children?: ReactNode;
	/** Usually one LinkButton. */
	action?: ReactNode;
	level?: 2 | 3;
}) {
	const Heading = `h${level}` as const;
	return (
		<div className="gw-empty">
			<svg className="gw-empty__picture" viewBox="0 0 96 64" aria-hidden="true" focusable="false">
				<rect x="14" y="18" width="52" height="36" rx="5" />
				<rect x="26" y="8" width="56" height="38" rx="5" />
				<path d="M36 20h36M36 29h24" />
			</svg>
			<Heading className="gw-empty__title">{title}</Heading>
			{children && <div className="gw-empty__text gw-flow">{children}</div>}
			{action}
		</div>
	);
}
