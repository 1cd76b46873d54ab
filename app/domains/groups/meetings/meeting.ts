export const formats = ["meeting", "workshop", "online", "hybrid", "circular"] as const;
export type MeetingFormat = (typeof formats)[number];

/** The formats in which people come together; a circular procedure has neither place nor hour. */
export const gatherings = ["meeting", "workshop", "online", "hybrid"] as const;

export function formatOf(stored: string): MeetingFormat {
	const known = formats.find((one) => one === stored);
	if (!known) throw new Error(`no format is called ${stored}`);
	return known;
}

export type MeetingState = "planned" | "invited" | "running" | "held" | "cancelled";

/** What the state of a meeting depends on; nothing of it is stored as a state. */
export type MeetingDates = {
	invitedAt: Date | null;
	begunAt: Date | null;
	heldAt: Date | null;
	cancelledAt: Date | null;
};

/** What a query selects to know the state. */
export const stateSelection = { invitedAt: true, begunAt: true, heldAt: true, cancelledAt: true } as const;

export function stateOf({ invitedAt, begunAt, heldAt, cancelledAt }: MeetingDates): MeetingState {
	if (cancelledAt) return "cancelled";
	if (heldAt) return "held";
	if (begunAt) return "running";
	return invitedAt ? "invited" : "planned";
}

/** The condition for what outsiders may know of: invited to, or begun without an invitation that was sent from here. */
export const announced = { OR: [{ invitedAt: { not: null } }, { begunAt: { not: null } }] };

/** From how many days before a meeting its invitation is due. */
const inviteDaysBefore = 21;

const day = 24 * 60 * 60 * 1000;

/** Until when a meeting may begin for its invitation to be due now. */
export function invitationsDueUntil(now: Date): Date {
	return new Date(now.getTime() + inviteDaysBefore * day);
}

const twoHours = 2 * 60 * 60 * 1000;

/** When a meeting ends for calendars: as planned, or two hours after its beginning. */
export function endOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date | null }): Date {
	return endsAt ?? new Date(startsAt.getTime() + twoHours);
}
