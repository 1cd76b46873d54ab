import { daysFrom, today } from "~/platform/calendar.server";

type Asked = {
	day: Date;
	format: string;
	begunAt: Date | null;
	heldAt: Date | null;
	cancelledAt: Date | null;
};

/** The last day on which members can ask for an item, by the charter of the meeting's day. */
export function motionsUntil({ day }: Pick<Asked, "day">, motionDays: number): Date {
	return daysFrom(day, -motionDays);
}

/** Whether members can ask for an item now; a circular procedure takes none. */
export function takesMotions(meeting: Asked, motionDays: number, now: Date): boolean {
	const isBefore = !meeting.begunAt && !meeting.heldAt && !meeting.cancelledAt;
	return isBefore && meeting.format !== "circular" && today(now) <= motionsUntil(meeting, motionDays);
}
