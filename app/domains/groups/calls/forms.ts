import { z } from "zod";
import { day, dayOrOpen, moment, tick } from "../form-fields";
import { benchKinds } from "../group";
import { callLimits, enteredWays, readStrata } from "./call";

const count = (code: string) =>
	z
		.string(code)
		.trim()
		.regex(/^\d{1,2}$/, code)
		.transform(Number);

export const callForm = z.object({
	benchKind: z.enum(benchKinds, "bench-missing"),
	text: z
		.string("text-missing")
		.trim()
		.min(callLimits.textLeast, "text-missing")
		.max(callLimits.textMost, "text-missing"),
	seats: count("seats-wrong"),
	minAge: z
		.union(
			[
				z.literal(""),
				z
					.string()
					.trim()
					.regex(/^\d{1,2}$/),
			],
			"age-wrong",
		)
		.default("")
		.transform((text) => (text === "" ? null : Number(text))),
	livesIn: z.string().trim().max(80, "text-too-long").default(""),
	strataQuestion: z.string().trim().max(80, "text-too-long").default(""),
	strata: z
		.string()
		.default("")
		.transform((text, context) => {
			const strata = readStrata(text);
			if (!strata) context.addIssue({ code: "custom", message: "strata-wrong" });
			return strata ?? [];
		}),
	publicSource: z.string().trim().max(200, "text-too-long").default(""),
	closesAt: moment,
	answerDays: count("days-wrong"),
	seatFrom: day,
	seatLast: dayOrOpen,
});

const applicationFields = {
	// what must be there the command says, together with all else that is missing
	givenName: z.string().trim().default(""),
	familyName: z.string().trim().default(""),
	about: z.string().trim().default(""),
	stratum: z
		.union([z.literal(""), z.string().regex(/^\d$/)], "stratum-missing")
		.default("")
		.transform((text) => (text === "" ? null : Number(text))),
	oldEnough: tick,
	livesThere: tick,
	nameIsPublic: tick,
	email: z.string().trim().default(""),
};

export const applyForm = z.object({
	...applicationFields,
	/** A field that people do not see; programs fill it in. */
	webseite: z.string().default(""),
});

export const enterForm = z.object({
	...applicationFields,
	phone: z.string().trim().max(60, "text-too-long").default(""),
	channel: z.enum(enteredWays, "choice-missing"),
});

export const ownActForm = z.object({ act: z.enum(["confirm", "accept", "decline", "withdraw"]) });

/** The forms of the page on which a call is run; `act` says which. */
export const runForm = z.object({
	act: z.enum(["draw", "cancel", "accept", "decline", "withdraw"], "choice-missing"),
	application: z.union([z.literal(""), z.uuid()]).default(""),
	publicValue: z.string().trim().max(200, "value-missing").default(""),
	reason: z.string().trim().max(1000, "reason-missing").default(""),
});
