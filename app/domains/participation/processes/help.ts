export type HelpState = "asked" | "running" | "declined" | "ended";

/** Help by another organisation, as far as its state depends on it; nothing of it is stored as a state. */
export type Help = { acceptedAt: Date | null; endedAt: Date | null };

export function helpStateOf({ acceptedAt, endedAt }: Help): HelpState {
	if (endedAt) return acceptedAt ? "ended" : "declined";
	return acceptedAt ? "running" : "asked";
}

export type HelpAct = "accept" | "end" | "note-hours";

const open = {
	asked: ["accept", "end"],
	// hours of the last days may be noted after the end
	running: ["end", "note-hours"],
	declined: [],
	ended: ["note-hours"],
} as const satisfies Record<HelpState, readonly HelpAct[]>;

/** The table of what may happen in which state. */
export function mayHappenToHelp(state: HelpState, act: HelpAct): boolean {
	return (open[state] as readonly HelpAct[]).includes(act);
}
