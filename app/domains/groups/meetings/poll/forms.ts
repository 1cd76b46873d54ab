import { z } from "zod";
import { day, moment, tick } from "../../form-fields";
import { gatherings } from "../meeting";
import { slotAnswers } from "./date-poll";

/** So many times can be proposed at once. */
export const slotNumbers = [1, 2, 3, 4, 5, 6] as const;

const slot = z.union([z.literal(""), moment], "moment-missing").default("");

export const pollForm = z.object({
	title: z.string("title-missing").trim().min(3, "title-missing").max(120, "title-missing"),
	format: z.enum(gatherings, "format-missing").default("meeting"),
	place: z.string().trim().max(200, "place-missing").default(""),
	"slot-1": slot,
	"slot-2": slot,
	"slot-3": slot,
	"slot-4": slot,
	"slot-5": slot,
	"slot-6": slot,
	minutes: z
		.string("duration-wrong")
		.trim()
		.regex(/^\d{2,3}$/, "duration-wrong")
		.transform(Number)
		.refine((minutes) => minutes >= 15 && minutes <= 720, "duration-wrong"),
	answerUntil: day,
	guests: z.string().max(5000, "guests-wrong").default(""),
	isPublic: tick,
});

/** One field for every time of a poll; their names carry its id. */
export function answersForm(slotIds: readonly string[]) {
	const answer = z.enum(slotAnswers, "answers-missing");
	return z.object(Object.fromEntries(slotIds.map((id): [string, typeof answer] => [`slot-${id}`, answer])));
}
