import type { ReactNode } from "react";

type Side = { title: string; children: ReactNode };

/** Two wordings beside each other, below each other where there is no room. */
export function TextPair({ sides, level = 3 }: { sides: readonly [Side, Side]; level?: 3 | 4 }) {
	const Heading = `h${level}` as const;
	return (
		<div className="gw-pair">
			{sides.map(({ title, children }) => (
				<div key={title} className="gw-pair__side gw-flow">
					<Heading>{title}</Heading>
					{children}
				</div>
			))}
		</div>
	);
}
