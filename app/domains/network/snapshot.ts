import { z } from "zod";
import { partyKinds } from "./vocabulary";

const end = z.object({ id: z.string(), name: z.string(), kind: z.enum(partyKinds) });
const frozenTie = z.object({
	from: end,
	to: end,
	label: z.string(),
	role: z.string(),
	since: z.string(),
	lastDay: z.string().nullable(),
	source: z.string(),
	uncertain: z.boolean(),
});
const frozenTies = z.array(frozenTie);
/** A tie as it was when the snapshot was made. */
export type FrozenTie = z.output<typeof frozenTie>;

/** What is frozen of ties: no more than a reader saw. */
export function frozenOf(ties: readonly FrozenTie[]): FrozenTie[] {
	return ties.map(({ from, to, label, role, since, lastDay, source, uncertain }) => ({
		from: { id: from.id, name: from.name, kind: from.kind },
		to: { id: to.id, name: to.name, kind: to.kind },
		...{ label, role, since, lastDay, source, uncertain },
	}));
}

/** Reads what was frozen. @throws ZodError for what is no snapshot of ours */
export function readFrozen(stored: unknown): FrozenTie[] {
	return frozenTies.parse(stored);
}

/**
 * The same snapshot without somebody's name, as erasure wants it; what is said of their ties goes with the name.
 * @returns null when they are not in it
 */
export function withoutPerson(ties: readonly FrozenTie[], partyId: string): FrozenTie[] | null {
	if (!ties.some(({ from, to }) => from.id === partyId || to.id === partyId)) return null;
	const nameless = (party: FrozenTie["from"]) => (party.id === partyId ? { ...party, name: "" } : party);
	return ties.map((tie) => {
		const theirs = tie.from.id === partyId || tie.to.id === partyId;
		return { ...tie, from: nameless(tie.from), to: nameless(tie.to), ...(theirs ? { role: "", source: "" } : {}) };
	});
}
