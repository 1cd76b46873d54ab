import { z } from "zod";
import { day, dayOrOpen, richText, tick } from "../form-fields";
import { benchKinds } from "../group";
import { type QuorumChoice, quorumChoices, type ThresholdChoice, thresholdChoices } from "./rule-choice";

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
