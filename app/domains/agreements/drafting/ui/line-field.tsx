import type { ReactNode } from "react";
import { FormScope } from "~/design/field";

/** The scope of a line's ids; the first line keeps the plain ones. */
export function lineScope(line: number): string {
	return line === 0 ? "" : `zeile-${line + 1}`;
}

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
		<FormScope value={lineScope(line)}>
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{children}
		</FormScope>
	);
}
