import type { ReactNode } from "react";

/** One thing of a list: what it is, its title (the link covers the whole card), its state, a few words, facts below. */
export function Card({
	title,
	href,
	above,
	state,
	foot,
	level = 3,
	children,
}: {
	title: string;
	href?: string;
	above?: string;
	/** Badges. */
	state?: ReactNode;
	/** Short facts, such as dates and counts. */
	foot?: ReactNode;
	level?: 2 | 3 | 4;
	children?: ReactNode;
}) {
	const Heading = `h${level}` as const;
	return (
		<article className={href ? "gw-card gw-card--link" : "gw-card"}>
			{above && <p className="gw-card__above">{above}</p>}
			<Heading className="gw-card__title">{href ? <a href={href}>{title}</a> : title}</Heading>
			{state && <div className="gw-card__state">{state}</div>}
			{children && <div className="gw-card__body gw-flow">{children}</div>}
			{foot && <div className="gw-card__foot">{foot}</div>}
		</article>
	);
}

/** Cards side by side as a list; each child becomes one entry. */
export function CardList({ children }: { children: readonly ReactNode[] }) {
	return (
		<ul className="gw-cards">
			{children.map((child, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server and never reordered
				<li key={index}>{child}</li>
			))}
		</ul>
	);
}
