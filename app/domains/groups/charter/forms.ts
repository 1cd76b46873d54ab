import { z } from "zod";
import { day, dayOrOpen, richText, tick } from "../form-fields";
import { type BenchKind, benchKinds } from "../group";
import { assignForm } from "../terms/forms";
import { bodyKinds, guestPolicies, minutesWriters, type NamedRule } from "./charter";
import { reviewOutcomes } from "./lifecycle";
import { type QuorumChoice, quorumChoices, ruleFrom, type ThresholdChoice, thresholdChoices } from "./rule-choice";

const number = z
	.string("seats-wrong")
	.trim()
	.regex(/^\d{1,2}$/, "seats-wrong")
	.transform(Number);

const days = z
	.string("days-wrong")
	.trim()
	.regex(/^\d{1,2}$/, "days-wrong")
	.transform(Number)
	.refine((count) => count <= 90, "days-wrong");

const thresholds = Object.keys(thresholdChoices) as [ThresholdChoice, ...ThresholdChoice[]];
const quorums = Object.keys(quorumChoices) as [QuorumChoice, ...QuorumChoice[]];

const ruleChoice = {
	threshold: z.enum(thresholds, "choice-missing"),
	quorum: z.enum(quorums, "choice-missing"),
	eachBench: tick,
};
const ruleName = z.string().trim().max(80, "rule-name-missing").default("");

/** What founding and every new version of a charter ask. */
const charterFields = {
	mandate: richText,
	"mandate.json": richText,
	bodyKind: z.enum(bodyKinds, "choice-missing"),
	"administration-min": number,
	"administration-max": number,
	"politics-min": number,
	"politics-max": number,
	"advisory-min": number,
	"advisory-max": number,
	"citizens-min": number,
	"citizens-max": number,
	...ruleChoice,
	"rule2-name": ruleName,
	"rule2-threshold": ruleChoice.threshold.optional(),
	"rule2-quorum": ruleChoice.quorum.optional(),
	"rule2-eachBench": tick,
	"rule3-name": ruleName,
	"rule3-threshold": ruleChoice.threshold.optional(),
	"rule3-quorum": ruleChoice.quorum.optional(),
	"rule3-eachBench": tick,
	minutesBy: z.enum(minutesWriters, "choice-missing"),
	objectionDays: days,
	invitationDays: days,
	motionDays: days,
	guestsBy: z.enum(guestPolicies, "choice-missing"),
};

export const foundForm = z.object({
	...assignForm.shape,
	name: z.string("name-missing").trim().min(3, "name-missing").max(120, "name-missing"),
	...charterFields,
	isPublic: tick,
	firstDay: day,
	lastDay: dayOrOpen,
	reviewOn: day,
});

const reason = z.string("reason-missing").trim().max(2000, "reason-missing").default("");

export const amendForm = z.object({ ...charterFields, firstDay: day, reason });

type CharterForm = z.output<typeof amendForm>;

/** The benches that have seats at all. */
export function benchesFrom(form: Pick<CharterForm, `${BenchKind}-${"min" | "max"}`>) {
	return benchKinds
		.map((kind) => ({ kind, minSeats: form[`${kind}-min`], maxSeats: form[`${kind}-max`] }))
		.filter(({ minSeats, maxSeats }) => minSeats > 0 || maxSeats > 0);
}

/** The rules besides the first: those with a name. */
export function furtherRulesFrom(form: Omit<CharterForm, "firstDay" | "reason">): NamedRule[] {
	return ([2, 3] as const).flatMap((number) => {
		const name = form[`rule${number}-name`];
		if (!name) return [];
		return [
			{
				name,
				rule: ruleFrom({
					threshold: form[`rule${number}-threshold`] ?? form.threshold,
					quorum: form[`rule${number}-quorum`] ?? form.quorum,
					eachBench: form[`rule${number}-eachBench`] === "on",
				}),
			},
		];
	});
}

/** One form of the page on which a group is constituted, paused, reviewed, ended; `act` says which. */
export const lifeForm = z.object({
	act: z.enum(["constitute", "pause", "resume", "conclude", "archive", "review"], "choice-missing"),
	day: dayOrOpen,
	lastDay: dayOrOpen,
	reason,
	outcome: z.enum(reviewOutcomes, "choice-missing").optional(),
	nextOn: dayOrOpen,
	newEnd: dayOrOpen,
});
