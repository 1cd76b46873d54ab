import type { ReactNode } from "react";

/**
 * A drawing with everything WCAG 1.1.1 asks for: title and description inside the SVG, and beside it a table or list
 * that says the same.
 */
export function Picture({
	id,
	title,
	description,
	viewBox,
	equal,
	children,
}: {
	/** Unique on the page. */
	id: string;
	title: string;
	description: string;
	viewBox: string;
	/** The same as text: a DataTable or a list. */
	equal: ReactNode;
	children: ReactNode;
}) {
	return (
		<figure className="gw-figure">
			<div className="gw-figure__picture">
				<p className="gw-figure__title">{title}</p>
				<svg className="gw-picture" viewBox={viewBox} role="img" aria-labelledby={`${id}-title ${id}-text`}>
					<title id={`${id}-title`}>{title}</title>
					<desc id={`${id}-text`}>{description}</desc>
					{children}
				</svg>
			</div>
			<figcaption className="gw-figure__equal">{equal}</figcaption>
		</figure>
	);
}
