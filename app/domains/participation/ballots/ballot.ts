/** What is voted on with ballots, and its word in addresses. */
export const boxKinds = { budget: "budget", vote: "abstimmung" } as const;
export type BoxKind = keyof typeof boxKinds;

/** By what a voter is known: an account, a mail address (account or guest), or the code of a letter. */
export const electorates = ["account", "mail", "letter"] as const;
export type Electorate = (typeof electorates)[number];

/** What stands on a ballot: number → figure (1 for a tick, points, place, resistance). What is not named has none. */
export type Choice = Readonly<Record<string, number>>;

/** Where a vote stands; computed, never stored. */
export type BoxState = "preparing" | "frozen" | "voting" | "closed" | "counted";

export function stateOf(
	box: { frozenAt: Date | null; countedAt: Date | null },
	voting: { isOpen: boolean; until: Date | null },
	now: Date,
): BoxState {
	if (box.frozenAt === null) return "preparing";
	if (box.countedAt !== null) return "counted";
	if (voting.isOpen) return "voting";
	return voting.until !== null && voting.until <= now ? "closed" : "frozen";
}

/** From when on it is counted: when voting is over, and the days in which paper ballots are typed in. Null without a phase. */
export function countDueAt(votingUntil: Date | null, paperDays: number): Date | null {
	return votingUntil && new Date(votingUntil.getTime() + paperDays * 24 * 60 * 60 * 1000);
}

/** With fewer ballots the list of ballots is not published: they could be told apart. */
export const fewestPublished = 5;

/** A ballot in one line, the same whatever the order of its entries: "3:1 7:1". */
export function written(choice: Choice): string {
	return Object.entries(choice)
		.sort(([one], [other]) => Number(one) - Number(other))
		.map(([number, value]) => `${number}:${value}`)
		.join(" ");
}

/** The ballot that was written like this; what is not written like this is left out. */
export function choiceFrom(line: string): Choice {
	return Object.fromEntries(
		[...line.matchAll(/(?:^| )(\d{1,4}):(\d{1,3})(?= |$)/g)].map(([, number, value]) => [number, Number(value)]),
	);
}

/**
 * Where two people read the same paper ballot differently; empty when they agree.
 * @returns number on the ballot with the figure of either, null where nothing was typed in
 */
export function differences(
	one: Choice,
	other: Choice,
): { number: string; one: number | null; other: number | null }[] {
	return [...new Set([...Object.keys(one), ...Object.keys(other)])]
		.sort((a, b) => Number(a) - Number(b))
		.map((number) => ({ number, one: one[number] ?? null, other: other[number] ?? null }))
		.filter((pair) => pair.one !== pair.other);
}

/** Whether a process has to wait for it: people voted or can vote, and were not told yet what follows. */
export function waitsForResult(box: {
	state: BoxState;
	count: { voters: number | null } | null;
	resultToldAt: Date | null;
}): boolean {
	if (box.state === "voting" || box.state === "closed") return true;
	return box.state === "counted" && (box.count?.voters ?? 0) > 0 && box.resultToldAt === null;
}
