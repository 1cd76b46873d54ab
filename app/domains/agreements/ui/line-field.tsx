import type { ReactNode } from "react";
import { FormScope } from "~/design/field";

/** One line of a list in a form: the same field names in every line, ids of its own, and what the line is about hidden. */
export function LineField({
	line,
	hidden,
	children,
}: {
	line: number;
	hidden: Record<string, string>;
	children: ReactNode;
}) {
	return (
		// The first line keeps the plain ids, so that the error summary leads to it.
		<FormScope value={line === 0 ? "" : `zeile-${line + 1}`}>
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{children}
		</FormScope>
	);
}
