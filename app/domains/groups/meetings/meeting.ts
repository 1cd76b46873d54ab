export type MeetingState = "planned" | "invited" | "held";

export function stateOf({ invitedAt, heldAt }: { invitedAt: Date | null; heldAt: Date | null }): MeetingState {
	if (heldAt) return "held";
	return invitedAt ? "invited" : "planned";
}

/** The condition for what outsiders may know of: invited to, or held without an invitation that was sent from here. */
export const announced = { OR: [{ invitedAt: { not: null } }, { heldAt: { not: null } }] };

/** From how many days before a meeting its invitation is due. */
const inviteDaysBefore = 21;

/** Until when a meeting may begin for its invitation to be due now. */
export function invitationsDueUntil(now: Date): Date {
	return new Date(now.getTime() + inviteDaysBefore * 24 * 60 * 60 * 1000);
}
