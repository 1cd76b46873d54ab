import { z } from "zod";
import { done, type Outcome } from "~/platform/outcome";
import { day, dayOrOpen, richText, tick } from "../form-fields";
import { type BenchKind, benchKinds } from "../group";
import { assignForm } from "../terms/forms";
import { bodyKinds, guestPolicies, minutesWriters, type NamedRule } from "./charter";
import { reviewOutcomes } from "./lifecycle";
import { type RuleField, ruleFields, ruleFromTexts } from "./rule-form";

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

const ruleText = z.string().trim().max(60, "share-wrong").default("");
/** Shares of the rules, for the whole group and by bench; what they say is read by `rulesFrom`. */
const ruleTexts = Object.fromEntries(ruleFields.map((name) => [name, ruleText])) as Record<RuleField, typeof ruleText>;
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
	...ruleTexts,
	eachBench: tick,
	"rule2-name": ruleName,
	"rule2-eachBench": tick,
	"rule3-name": ruleName,
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

/** The rules of a charter: the one that holds unless another is named, then those with a name. */
export function rulesFrom(form: Omit<CharterForm, "firstDay" | "reason">): Outcome<[NamedRule, ...NamedRule[]]> {
	const seated = benchesFrom(form)
		.filter(({ maxSeats }) => maxSeats > 0)
		.map(({ kind }) => kind);
	const usual = ruleFromTexts(form, "", { eachBench: form.eachBench === "on", seated });
	if (!usual.done) return usual;
	const rules: [NamedRule, ...NamedRule[]] = [{ name: "", rule: usual.value }];
	for (const prefix of ["rule2-", "rule3-"] as const) {
		const name = form[`${prefix}name`];
		if (!name) continue;
		const rule = ruleFromTexts(form, prefix, { eachBench: form[`${prefix}eachBench`] === "on", seated });
		if (!rule.done) return rule;
		rules.push({ name, rule: rule.value });
	}
	return done(rules);
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
