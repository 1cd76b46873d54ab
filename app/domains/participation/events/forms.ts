import { z } from "zod";
import { enteredWays, eventLimits, modes } from "./event";

const moment = z.string("moment-missing").regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "moment-missing");
const momentOrNone = z.union([z.literal(""), moment], "moment-wrong").default("");
const tick = z.literal("on").optional();
const text = (most: number) =>
	z
		.string()
		.trim()
		.max(most, "text-too-long")
		.transform((given) => given || null)
		.default(null);
/** Read as rich text from the same form; named here so that what was typed comes back. */
const richText = z.string().default("");
const count = (code: string, most: number) =>
	z.union(
		[
			z.literal("").transform(() => null),
			z
				.string()
				.trim()
				.regex(/^\d{1,6}$/)
				.transform(Number)
				.refine((given) => given <= most),
		],
		code,
	);

export const eventForm = z.object({
	title: z
		.string("title-missing")
		.trim()
		.min(eventLimits.titleLeast, "title-missing")
		.max(eventLimits.titleMost, "title-too-long"),
	mode: z.enum(modes, "mode-missing"),
	startsAt: moment,
	endsAt: moment,
	place: text(eventLimits.placeMost),
	directions: text(eventLimits.textMost),
	accessibility: text(eventLimits.textMost),
	onlineAddress: z
		.union([z.literal(""), z.url({ protocol: /^https$/, error: "address-wrong" }).max(500)], "address-wrong")
		.default("")
		.transform((given) => given || null),
	agenda: richText,
	"agenda.json": richText,
	registers: tick,
	seats: count("seats-wrong", eventLimits.seatsMost).default(null),
	registrationEndsAt: momentOrNone,
});

const persons = z
	.string("persons-wrong")
	.trim()
	.regex(/^\d{1,2}$/, "persons-wrong")
	.transform(Number)
	.refine((given) => given >= 1 && given <= eventLimits.personsMost, "persons-wrong");

export const registrationForm = z.object({
	name: z.string("name-missing").trim().min(2, "name-missing").max(eventLimits.nameMost, "name-missing"),
	persons,
	needs: text(eventLimits.needsMost),
	/** Guests only; checked by the page, because people with an account are not asked. */
	email: z.string().trim().max(200, "email-unreadable").default(""),
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
});

/** Somebody who called, came by or wrote. */
export const enterRegistrationForm = z.object({
	channel: z.enum(enteredWays, "channel-missing"),
	name: z.string("name-missing").trim().min(2, "name-missing").max(eventLimits.nameMost, "name-missing"),
	persons,
	needs: text(eventLimits.needsMost),
	email: z.string().trim().max(200, "email-unreadable").default(""),
	phone: text(60),
});
export const actForForm = z.object({ act: z.enum(["accept", "cancel"]) });

export const registrationActForm = z.object({ act: z.enum(["confirm", "accept", "cancel"]) });
export const cancelEventForm = z.object({
	reason: z.string("reason-missing").trim().min(10, "reason-missing").max(eventLimits.textMost, "text-too-long"),
});
export const attendanceForm = z.object({
	anwesend: z.array(z.uuid()).default([]),
	besides: count("besides-wrong", eventLimits.seatsMost).default(null),
});
export const cardForm = z.object({
	text: z
		.string("card-missing")
		.trim()
		.min(eventLimits.cardLeast, "card-missing")
		.max(eventLimits.cardMost, "card-too-long"),
	category: text(60),
	/** Made by the page: sent twice it is one card. */
	karte: z.string().regex(/^[\w-]{43}$/),
});
export const minutesForm = z.object({ text: richText, "text.json": richText });
