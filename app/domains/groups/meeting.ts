export type MeetingState = "planned" | "invited" | "held";

export function stateOf({ invitedAt, heldAt }: { invitedAt: Date | null; heldAt: Date | null }): MeetingState {
	if (heldAt) return "held";
	return invitedAt ? "invited" : "planned";
}

/** From how many days before a meeting its invitation is due. */
const inviteDaysBefore = 21;

/** Until when a meeting may begin for its invitation to be due now. */
export function invitationsDueUntil(now: Date): Date {
	return new Date(now.getTime() + inviteDaysBefore * 24 * 60 * 60 * 1000);
}
