import { countMajority, type MajorityCount, storedRule } from "../../counting/index";

type Tally = {
	benchKind: string;
	electorate: number;
	present: number;
	yes: number | null;
	no: number | null;
	abstain: number | null;
};

/** Counts stored votes by their frozen rule; null while not all benches have been written down. */
export function countOf(stored: { rule: unknown; seats: number; tallies: readonly Tally[] }): MajorityCount | null {
	const benches = stored.tallies.flatMap(({ benchKind, electorate, present, yes, no, abstain }) =>
		yes === null || no === null || abstain === null
			? []
			: [{ bench: benchKind, electorate, present, yes, no, abstain }],
	);
	if (benches.length < stored.tallies.length) return null;
	return countMajority(storedRule(stored.rule), stored.seats, benches);
}
