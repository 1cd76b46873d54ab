import type { z } from "zod";
import { parseMoment } from "~/platform/calendar.server";
import { type meetingForm, missingIn } from "./forms";
import type { MeetingFormat } from "./meeting";

type Read = {
	title: string;
	startsAt: Date;
	endsAt: Date | null;
	place: string;
	isPublic: boolean;
	format: MeetingFormat;
	onlineUrl: string | null;
	dotsEach: number;
};

/** A checked form of a meeting as commands take it, or what is missing. A circular procedure begins now. */
export function readMeeting(
	form: z.output<typeof meetingForm>,
	now: Date,
): { read: Read } | { refusals: { code: string; field: string }[] } {
	const refusals = missingIn(form);
	if (refusals.length > 0) return { refusals };
	const circular = form.format === "circular";
	const startsAt = circular ? now : parseMoment(form.startsAt);
	const endsAt = form.endsAt ? parseMoment(form.endsAt) : null;
	if (!startsAt) return { refusals: [{ code: "moment-missing", field: "startsAt" }] };
	if (form.endsAt && !endsAt) return { refusals: [{ code: "moment-missing", field: "endsAt" }] };
	if (circular && endsAt && endsAt <= now) return { refusals: [{ code: "end-in-the-past", field: "endsAt" }] };
	return {
		read: {
			title: form.title,
			startsAt,
			endsAt,
			place: circular || form.format === "online" ? "" : form.place,
			isPublic: form.isPublic === "on",
			format: form.format,
			onlineUrl: form.format === "online" || form.format === "hybrid" ? form.onlineUrl || null : null,
			dotsEach: form.format === "workshop" ? Number(form.dotsEach) : 0,
		},
	};
}
