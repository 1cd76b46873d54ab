import type { ReactNode } from "react";

/** A part of a page under its own heading. `aside` stands at the heading's end, such as a link to all. */
export function Section({
	title,
	id,
	level = 2,
	intro,
	aside,
	children,
}: {
	title: string;
	/** Jump target; also names the section for screen readers. */
	id: string;
	level?: 2 | 3;
	intro?: ReactNode;
	aside?: ReactNode;
	children: ReactNode;
}) {
	const Heading = `h${level}` as const;
	return (
		<section className={`gw-section gw-section--${level}`} aria-labelledby={id}>
			<div className="gw-section__head">
				<Heading id={id}>{title}</Heading>
				{aside}
			</div>
			{intro && <p className="gw-section__intro">{intro}</p>}
			{children}
		</section>
	);
}

/** Content with a narrower column beside it (below it where there is no room). */
export function Columns({
	children,
	aside,
	asideLabel,
}: {
	children: ReactNode;
	aside: ReactNode;
	asideLabel: string;
}) {
	return (
		<div className="gw-columns">
			<div className="gw-columns__main gw-flow">{children}</div>
			<aside className="gw-columns__aside gw-flow" aria-label={asideLabel}>
				{aside}
			</aside>
		</div>
	);
}

/** Running text in readable line length, with even distances. */
export function Flow({ children }: { children: ReactNode }) {
	return <div className="gw-flow gw-prose">{children}</div>;
}
