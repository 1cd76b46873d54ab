export const itemStates = ["OPEN", "ACCEPTED", "REFUSED", "SETTLED"] as const;
export type ItemState = (typeof itemStates)[number];

/** Where one item may go: the successor accepts or refuses what is open, the lead settles what is left. */
const ways: Record<ItemState, readonly ItemState[]> = {
	OPEN: ["ACCEPTED", "REFUSED", "SETTLED"],
	REFUSED: ["SETTLED"],
	ACCEPTED: [],
	SETTLED: [],
};

export function mayBecome(from: ItemState, to: ItemState): boolean {
	return ways[from].includes(to);
}

export type HandOverState = "prepared" | "offered" | "partly" | "rest" | "completed";

/**
 * How far a hand-over is: prepared (nobody is there to take it), offered, partly accepted, the rest with the lead, completed.
 * Without items there is nothing left to do.
 */
export function stateOf(items: readonly { state: ItemState }[], hasSuccessor: boolean): HandOverState {
	const open = items.some(({ state }) => state === "OPEN");
	if (!open) return items.some(({ state }) => state === "REFUSED") ? "rest" : "completed";
	if (!hasSuccessor) return "prepared";
	return items.every(({ state }) => state === "OPEN") ? "offered" : "partly";
}

export const limits = { textLeast: 3, textMost: 1000, reasonLeast: 3, reasonMost: 500 };
