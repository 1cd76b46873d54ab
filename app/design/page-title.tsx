import type { ReactNode } from "react";

/** The page's h1 with what stands around it: a word above (kind of thing), state, a lead sentence, main acts. */
export function PageTitle({
	title,
	above,
	lead,
	state,
	children,
	level = 1,
}: {
	title: string;
	above?: string;
	lead?: ReactNode;
	/** A Badge or two. */
	state?: ReactNode;
	/** Usually a ButtonRow. */
	children?: ReactNode;
	/** 2 only where the page's h1 stands elsewhere. */
	level?: 1 | 2;
}) {
	const Heading = `h${level}` as const;
	return (
		<div className="gw-title">
			{above && <p className="gw-title__above">{above}</p>}
			<Heading className="gw-title__words">{title}</Heading>
			{state && <div className="gw-title__state">{state}</div>}
			{lead && <p className="gw-title__lead">{lead}</p>}
			{children}
		</div>
	);
}

/** Like PageTitle, on a coloured surface, for start pages. */
export function Hero(props: Parameters<typeof PageTitle>[0]) {
	return (
		<div className="gw-hero">
			<PageTitle {...props} />
		</div>
	);
}
