/** How far an answer has been carried out (Umsetzungsstand). */
export const updateStates = ["planned", "begun", "done", "delayed", "dropped"] as const;
export type UpdateState = (typeof updateStates)[number];

/** In characters. */
export const updateLimits = { least: 10, most: 2000 } as const;

export function isUpdateState(name: string): name is UpdateState {
	return (updateStates as readonly string[]).includes(name);
}

/** Green for what was done, red for what will not come: the word always stands beside it. */
export function toneOfUpdate(state: string): "success" | "info" | "warning" | "neutral" {
	if (state === "done") return "success";
	if (state === "delayed") return "warning";
	return state === "dropped" ? "neutral" : "info";
}
