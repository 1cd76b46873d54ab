import { z } from "zod";
import { moment, optionalId, tick } from "../form-fields";
import { formats } from "./meeting";

const title = z.string("title-missing").trim().min(3, "title-missing").max(120, "title-missing");
const momentOrOpen = z.union([z.literal(""), moment], "moment-missing").default("");
const count = (most: number, code: string) =>
	z
		.string()
		.trim()
		.regex(/^\d{0,3}$/, code)
		.default("")
		.refine((text) => Number(text) <= most, code);

/** Whether a format needs a place for people to come to. */
const placeNeeded: readonly string[] = ["meeting", "workshop", "hybrid"];

export const meetingForm = z.object({
	title,
	format: z.enum(formats, "format-missing").default("meeting"),
	startsAt: momentOrOpen,
	endsAt: momentOrOpen,
	place: z.string().trim().max(200, "place-missing").default(""),
	onlineUrl: z
		.union([z.literal(""), z.url({ protocol: /^https$/, error: "link-wrong" }).max(500, "link-wrong")], "link-wrong")
		.default(""),
	dotsEach: count(20, "dots-wrong"),
	isPublic: tick,
});

type Meeting = z.output<typeof meetingForm>;

/** What the fields of a meeting do not say together, by the format that was chosen. */
export function missingIn({ format, startsAt, endsAt, place }: Meeting): { code: string; field: string }[] {
	if (format === "circular") return endsAt ? [] : [{ code: "end-missing", field: "endsAt" }];
	return [
		...(startsAt ? [] : [{ code: "moment-missing", field: "startsAt" }]),
		...(placeNeeded.includes(format) && place.length < 2 ? [{ code: "place-missing", field: "place" }] : []),
	];
}

export const cancelForm = z.object({
	reason: z.string("reason-missing").trim().min(3, "reason-missing").max(500, "reason-missing"),
});

export const agendaForm = z.object({
	title,
	takenUpId: optionalId,
	minutes: count(600, "minutes-wrong"),
	proposal: z.string().trim().max(5000, "proposal-missing").default(""),
	isPublic: tick,
});

const time = z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)], "time-wrong").default("");

/** One field of attendance and two of times for each seat; their names carry the seat's id. */
export function attendanceForm(seatIds: readonly string[]) {
	const seat = z.union([z.enum(["present", "absent"]), z.uuid()], "choice-missing");
	return z.object(
		Object.fromEntries(
			seatIds.flatMap((id): [string, z.ZodType<string>][] => [
				[`seat-${id}`, seat],
				[`from-${id}`, time],
				[`until-${id}`, time],
			]),
		),
	);
}

export const moveForm = z.object({ direction: z.enum(["up", "down"], "choice-missing") });

/** What a member wants to have on the agenda. */
export const motionForm = z.object({
	title,
	text: z.string("motion-missing").trim().min(10, "motion-missing").max(5000, "motion-missing"),
});

/** Puts a motion on the agenda, or declines it with a reason. */
export const motionDecisionForm = z.object({
	act: z.enum(["take", "decline"], "choice-missing"),
	isPublic: tick,
	reason: z.string().trim().max(2000, "reason-missing").default(""),
});
