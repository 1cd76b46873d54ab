import { z } from "zod";
import { pointIn } from "~/domains/organisations";
import { officeLimits } from "./office-day.server";
import { rhythms } from "./rhythms";

const day = z.iso.date("day-wrong");
const time = z
	.string("time-wrong")
	.trim()
	.regex(/^(?:[01]?\d|2[0-3])[:.][0-5]\d$/, "time-wrong")
	.transform((text) => text.replace(".", ":").padStart(5, "0"));
const text = (most: number) =>
	z
		.string()
		.trim()
		.max(most, "text-too-long")
		.default("")
		.transform((given) => given || null);
const reason = z.string("reason-missing").trim().min(5, "reason-missing").max(officeLimits.textMost, "text-too-long");
const place = z.string("place-missing").trim().min(3, "place-missing").max(officeLimits.placeMost, "text-too-long");

/** A point on the map, typed or pressed: `karte.x` and `karte.y` say where the picture was pressed without scripts. */
const onMap = {
	punkt: z
		.string()
		.trim()
		.max(60, "point-wrong")
		.default("")
		.refine((text) => text === "" || pointIn(text) !== null, "point-wrong"),
	"karte.x": z.string().max(20).optional(),
	"karte.y": z.string().max(20).optional(),
};

export const seriesForm = z.object({
	...onMap,
	post: z.uuid("post-missing"),
	municipality: z.uuid("municipality-missing"),
	place,
	firstDay: day,
	lastDay: z
		.union([z.literal(""), day], "day-wrong")
		.default("")
		.transform((given) => given || null),
	rhythm: z.enum(rhythms, "rhythm-missing"),
	opensAt: time,
	closesAt: time,
	slotMinutes: z
		.union(
			[
				z.literal("").transform(() => null),
				z
					.string()
					.trim()
					.regex(/^\d{1,3}$/)
					.transform(Number)
					.refine((minutes) => minutes >= 5 && minutes <= 240),
			],
			"slot-wrong",
		)
		.default(null),
	accessibility: text(officeLimits.textMost),
	note: text(officeLimits.textMost),
});

export const endForm = z.object({ lastDay: day });
export const cancelDayForm = z.object({ reason });
export const moveDayForm = z.object({ day, opensAt: time, closesAt: time, place, reason, ...onMap });

/** Counting a topic ("" is something else), or taking the last count back. */
export const visitForm = z.object({
	act: z.enum(["count", "take-back"], "invalid"),
	topic: z
		.union([z.literal(""), z.uuid()], "invalid")
		.default("")
		.transform((id) => id || null),
});

const minute = z
	.string("slot-unknown")
	.regex(/^\d{1,4}$/, "slot-unknown")
	.transform(Number);

export const bookingForm = z.object({
	minute,
	name: z.string("name-missing").trim().min(2, "name-missing").max(officeLimits.nameMost, "text-too-long"),
	email: text(200),
	phone: text(officeLimits.phoneMost),
	subject: text(officeLimits.subjectMost),
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
});

/** With whom a booking made under cover is to be, as its address says it. */
export const companyForm = z
	.enum(["vertretung", "stelle"])
	.transform((word) => (word === "stelle" ? "holder" : "deputy"));

/** Cancelling, or moving to a slot: series, day and minute, "K7MP2QRS 2026-11-24 40". */
export const bookingActForm = z.object({
	act: z.enum(["cancel", "move"], "invalid"),
	bei: z.union([z.literal("").transform(() => null), companyForm], "invalid").default(null),
	slot: z
		.union([z.literal(""), z.string().regex(/^[A-Z0-9]+ \d{4}-\d{2}-\d{2} \d{1,4}$/)], "slot-unknown")
		.default("")
		.transform((given) => {
			const [code = "", day = "", minute = ""] = given.split(" ");
			return { code: code || null, day, minute: Number(minute) };
		}),
});
