import { z } from "zod";
import type { Choice } from "../ballots/ballot";
import { boxFields, optionalCount } from "../ballots/forms";
import { centsFrom } from "../processes/index";
import { type BallotKind, ballotKinds, methods, stops } from "./budget";

/** Fifteen digits before the comma: what the database holds in cents, and more than anybody has. */
const euros = z
	.string()
	.trim()
	.regex(/^(\d{1,3}(\.\d{3}){0,4}|\d{1,15})?(,\d{1,2})?$/, "amount-unreadable")
	.default("")
	.transform(centsFrom);
const optionalText = (most: number, code: string) =>
	z
		.string()
		.trim()
		.max(most, code)
		.transform((text) => text || null)
		.default(null);
export const settingsForm = z.object({
	...boxFields,
	amount: euros,
	ballot: z.enum(ballotKinds, "ballot-missing"),
	pointsPerVoter: optionalCount(100),
	mostProjects: optionalCount(300),
	withinAmount: z.literal("on").optional(),
	method: z.enum(methods, "method-missing"),
	stop: z.enum(stops).default("exhaustive"),
	leastVotes: z.coerce
		.number("number-unreadable")
		.int("number-unreadable")
		.min(0, "number-unreadable")
		.max(1_000_000, "number-unreadable")
		.default(1),
	parts: z.string().max(5000, "parts-unreadable").default(""),
	leftover: z.enum(["unspent", "for-all"]).default("for-all"),
});

export const projectForm = z.object({
	title: z.string().trim().min(3, "title-missing").max(120, "title-too-long"),
	summary: z.string().trim().min(10, "summary-missing").max(2000, "summary-too-long"),
	cost: euros,
	running: euros,
	exclusionGroup: optionalText(60, "group-too-long"),
	part: optionalText(60, "part-unknown"),
	postId: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
});

export const checkForm = z.object({
	feasibility: z.enum(["feasible", "not-feasible"], "verdict-missing"),
	reason: z.string().trim().min(10, "reason-missing").max(2000, "reason-too-long"),
	cost: euros,
	running: euros,
});

export const takeUpForm = z.object({ contribution: z.array(z.uuid()).default([]) });

/**
 * The ballot paper: a tick per project, or points per project ("points-3"). `weiter`: on to the confirmation when all is well.
 * @param numbers the numbers of the projects on the ballot
 */
export function ballotForm(numbers: readonly string[]) {
	const points = z
		.string()
		.trim()
		.regex(/^\d{0,3}$/, "points-unreadable")
		.default("");
	return z.object({
		project: z.array(z.string()).default([]),
		weiter: z.literal("pruefen").optional(),
		...Object.fromEntries(numbers.map((number) => [`points-${number}`, points])),
	});
}

/** The points on a ballot paper that `ballotForm` read; what has none is left out. */
export function pointsIn(
	ballot: BallotKind,
	numbers: readonly string[],
	form: z.infer<ReturnType<typeof ballotForm>>,
): Choice {
	if (ballot === "approval") return Object.fromEntries(form.project.map((number) => [number, 1]));
	const given: Record<string, unknown> = form;
	return Object.fromEntries(
		numbers.flatMap((number) => {
			const value = Number(given[`points-${number}`] ?? 0);
			return value > 0 ? [[number, value]] : [];
		}),
	);
}
