/** How a suggestion stands. */
export const suggestionStates = ["open", "accepted", "rejected", "withdrawn"] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** A stored state, typed. Throws for what no command writes. */
export function suggestionState(stored: string): SuggestionState {
	const state = suggestionStates.find((known) => known === stored);
	if (!state) throw new Error(`unknown state of a suggestion: ${stored}`);
	return state;
}

/** Rights that differ from what the group gives. */
export const documentRights = ["write", "read", "none"] as const;
export type DocumentRight = (typeof documentRights)[number];

export function documentRight(stored: string): DocumentRight {
	const right = documentRights.find((known) => known === stored);
	if (!right) throw new Error(`unknown right in a text: ${stored}`);
	return right;
}

/** Longest texts that people type here, in characters. */
export const documentLimits = {
	title: 120,
	reason: 500,
	quote: 1_000,
	replacement: 5_000,
	comment: 5_000,
	onBehalf: 120,
};

/** So many texts a group may have, and so many remarks of each kind a text. */
export const documentCounts = { documents: 100, remarks: 1_000 };
