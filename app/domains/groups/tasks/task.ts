export const taskStates = ["open", "under-way", "done", "dropped"] as const;
export type TaskState = (typeof taskStates)[number];

/** A stored state; the database checks it, so anything else is a broken house. */
export function taskState(stored: string): TaskState {
	const known = taskStates.find((state) => state === stored);
	if (!known) throw new Error(`no state of a task is called ${stored}`);
	return known;
}

export const openStates: readonly TaskState[] = ["open", "under-way"];

/** Days before its due day from which a task is named and reminded of once. */
export const soon = 7;

export type Urgency = "later" | "soon" | "due" | "overdue";

/** How near its due day an open task is; days are stored dates. */
export function urgencyOf(dueOn: Date, day: Date): Urgency {
	const days = Math.round((dueOn.getTime() - day.getTime()) / (24 * 60 * 60 * 1000));
	if (days < 0) return "overdue";
	if (days === 0) return "due";
	return days <= soon ? "soon" : "later";
}

/** Which states a note may lead to; what has ended stays ended. */
export function mayBecome(from: TaskState, to: TaskState): boolean {
	if (!openStates.includes(from)) return false;
	return to !== "open" || from === "open";
}
