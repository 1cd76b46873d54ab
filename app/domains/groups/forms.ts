import { z } from "zod";
import { benchKinds, memberFunctions } from "./group";
import { type QuorumChoice, quorumChoices, type ThresholdChoice, thresholdChoices } from "./rule-choice";

const day = z.iso.date("day-missing");
const dayOrOpen = z.union([z.literal(""), day], "day-missing").default("");
const moment = z.string("moment-missing").regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "moment-missing");
const title = z.string("title-missing").trim().min(5, "title-missing").max(120, "title-missing");
const tick = z.literal("on").optional();
const optionalId = z.union([z.literal(""), z.uuid("choice-missing")], "choice-missing").default("");
/** Read as rich text from the same form; named here so that what was typed comes back. */
const richText = z.string().default("");
const number = z
	.string("seats-wrong")
	.trim()
	.regex(/^\d{1,2}$/, "seats-wrong")
	.transform(Number);

const thresholds = Object.keys(thresholdChoices) as [ThresholdChoice, ...ThresholdChoice[]];
const quorums = Object.keys(quorumChoices) as [QuorumChoice, ...QuorumChoice[]];

export const foundForm = z.object({
	name: z.string("name-missing").trim().min(3, "name-missing").max(120, "name-missing"),
	mandate: richText,
	"mandate.json": richText,
	"administration-min": number,
	"administration-max": number,
	"politics-min": number,
	"politics-max": number,
	"advisory-min": number,
	"advisory-max": number,
	"citizens-min": number,
	"citizens-max": number,
	threshold: z.enum(thresholds, "choice-missing"),
	quorum: z.enum(quorums, "choice-missing"),
	eachBench: tick,
	isPublic: tick,
	firstDay: day,
	lastDay: dayOrOpen,
	reviewOn: day,
});

/** The benches that have seats at all. */
export function benchesFrom(form: z.output<typeof foundForm>) {
	return benchKinds
		.map((kind) => ({ kind, minSeats: form[`${kind}-min`], maxSeats: form[`${kind}-max`] }))
		.filter(({ minSeats, maxSeats }) => minSeats > 0 || maxSeats > 0);
}

export const seatForm = z.object({
	person: z.union([z.literal(""), z.uuid("person-missing")]).default(""),
	givenName: z.string().trim().max(120, "person-missing").default(""),
	familyName: z.string().trim().max(120, "person-missing").default(""),
	benchKind: z.union([z.literal(""), z.enum(benchKinds)], "bench-missing").default(""),
	function: z.enum(memberFunctions, "choice-missing"),
	substituteForId: optionalId,
	nameIsPublic: tick,
	firstDay: day,
	lastDay: dayOrOpen,
});

export const endSeatForm = z.object({ lastDay: day });

export const takeUpForm = z.object({
	kurz: z.string("code-missing").trim().min(4, "code-missing").max(40, "code-missing"),
});

export const meetingForm = z.object({
	title: z.string("title-missing").trim().min(3, "title-missing").max(120, "title-missing"),
	startsAt: moment,
	place: z.string("place-missing").trim().min(2, "place-missing").max(200, "place-missing"),
	isPublic: tick,
});

export const agendaForm = z.object({
	title: z.string("title-missing").trim().min(3, "title-missing").max(120, "title-missing"),
	takenUpId: optionalId,
	isPublic: tick,
});

export const decisionForm = z.object({
	title,
	wording: richText,
	"wording.json": richText,
	votedAt: moment,
	biased: z.array(z.uuid()).default([]),
	responsiblePostId: z.uuid("post-missing"),
	reviewOn: day,
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

const votes = z
	.string("votes-missing")
	.trim()
	.regex(/^\d{1,3}$/, "votes-missing")
	.transform(Number);

/** Yes, no and abstentions for each bench of a vote. */
export function votesForm(benches: readonly string[]) {
	return z.object(
		Object.fromEntries(
			benches.flatMap((bench): [string, typeof votes][] => [
				[`${bench}-yes`, votes],
				[`${bench}-no`, votes],
				[`${bench}-abstain`, votes],
			]),
		),
	);
}

/** Which votes the chair has read, as a moment. */
export const certifyForm = z.object({ recordedAt: z.iso.datetime() });
