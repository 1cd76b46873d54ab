import { z } from "zod";

const field = z.union([z.string(), z.null()]);
const tieEnds = z.object({ fromId: z.string(), toId: z.string() });

/** Everything that a merge changed, so that undoing it restores exactly that; days as `YYYY-MM-DD`, moments in ISO. */
export const mergeRecord = z.object({
	/** The survivor's fields: as they were, and as the merge left them. */
	fields: z.record(z.string(), z.object({ before: field, after: field })),
	topics: z.array(z.string()),
	areas: z.array(z.string()),
	ties: z.array(z.object({ id: z.string(), before: tieEnds, after: tieEnds })),
	onBehalfOf: z.array(z.string()),
	substituteFor: z.array(z.string()),
	marks: z.array(z.object({ id: z.string(), tieBefore: z.string(), tieAfter: z.string() })),
	notes: z.array(z.string()),
	mentions: z.array(z.string()),
	/** Ties that the survivor had already: they stay with the entry that went, and come back with it. */
	left: z.array(z.string()),
});
export type MergeRecord = z.output<typeof mergeRecord>;

/** Of two texts the first that says something. */
export function filled(one: string | null, other: string | null): string | null {
	return one || other;
}

/** The fields that differ, with both values. */
export function changesBetween(
	before: Record<string, string | null>,
	after: Record<string, string | null>,
): MergeRecord["fields"] {
	return Object.fromEntries(
		Object.entries(after).flatMap(([name, value]) => {
			const old = before[name] ?? null;
			return old === value ? [] : [[name, { before: old, after: value }]];
		}),
	);
}

/** What undoing sets: each field that is still as the merge left it. What somebody changed since stays. */
export function fieldsToRestore(
	fields: MergeRecord["fields"],
	present: Record<string, string | null>,
): Record<string, string | null> {
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, { before, after }]) =>
			(present[name] ?? null) === after ? [[name, before]] : [],
		),
	);
}
