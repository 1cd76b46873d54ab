import { z } from "zod";
import { abstention, type DecisionChoice } from "../../counting/index";
import { day, moment, optionalId, richText, tick } from "../form-fields";
import { ballotModes, type MethodChoice } from "./ballot";
import { methodChoices } from "./how-to-vote";
import { slipField } from "./slips";
import { statementKinds, treatments } from "./statement";

const count = (code: string) =>
	z
		.string()
		.trim()
		.regex(/^\d{0,3}$/, code)
		.default("");
const momentOrOpen = z.union([z.literal(""), moment], "moment-missing").default("");

/** How a vote is taken; beside the fields of `decisionForm`. */
const ballotFields = {
	mode: z.enum(ballotModes, "choice-missing").default("hands"),
	method: z.enum(methodChoices, "choice-missing").default("majority"),
	rule: z.coerce.number().int().min(0).max(20).default(0),
	options: z.string().max(10_000, "options-too-many").default(""),
	passive: tick,
	highest: count("scale-wrong"),
	vetoes: count("vetoes-wrong"),
	aside: tick,
	lot: tick,
	closesAt: momentOrOpen,
	remindAt: momentOrOpen,
	replaces: z.string().max(20).default(""),
};

export const decisionForm = z.object({
	title: z.string("title-missing").trim().min(5, "title-missing").max(120, "title-missing"),
	wording: richText,
	"wording.json": richText,
	/** Asked for hands alone. */
	votedAt: momentOrOpen,
	biased: z.array(z.uuid()).default([]),
	responsiblePostId: z.uuid("post-missing"),
	reviewOn: day,
	...ballotFields,
});

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

/** One form of the page of paper slips; `act` says which. */
export const slipActForm = z.object({
	act: z.enum(["hand", "back", "count"], "choice-missing"),
	seat: z.union([z.literal(""), z.uuid()]).default(""),
});

/** What was counted on slips, by bench or (null) of all. */
export function slipCountForm(parts: readonly (string | null)[]) {
	return z.object(
		Object.fromEntries(
			parts.flatMap((bench) =>
				(["yes", "no", "abstain"] as const).map((answer): [string, typeof votes] => [slipField(bench, answer), votes]),
			),
		),
	);
}

/** Which votes the chair has read, as a moment. */
export const certifyForm = z.object({ recordedAt: z.iso.datetime() });

/** One option per line, without the empty ones. */
export function linesOf(text: string): string[] {
	return text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
}

type BallotForm = { method: string; passive?: "on"; highest: string; vetoes: string; aside?: "on" };

/** The method with its particulars, from what was chosen; left empty they are the usual ones. */
export function methodFrom({ method, passive, highest, vetoes, aside }: BallotForm): MethodChoice {
	switch (method) {
		case "consent":
			return { method };
		case "consensus":
			return {
				method,
				vetoes: vetoes === "" ? 1 : Number(vetoes),
				aside: aside ? { numerator: 1, denominator: 3 } : null,
			};
		case "score":
			return { method, highest: highest === "" ? 5 : Number(highest), passive: passive === "on" };
		case "ranking":
			return { method, passive: passive === "on" };
		case "resistance":
			return { method, highest: highest === "" ? 10 : Number(highest) };
		default:
			return { method: "majority", reasonForNo: method === "majority-reasons" };
	}
}

const reason = z.string().trim().max(2000, "reason-too-long").default("");

/** A ballot by name: an answer, or a figure for each option. `seat`: for whom. */
export function namedBallotForm(numbers: readonly string[]) {
	return z.object({
		seat: z.uuid("seat-missing"),
		choice: z.string().max(20).default(""),
		abstain: tick,
		reason,
		witness: optionalId,
		...Object.fromEntries(numbers.map((number) => [`option-${number}`, z.string().trim().max(5).default("")])),
	});
}

/**
 * A secret ballot. Its fields bear "secret" in their names, so that no kept form, draft or maintenance page stores what stands
 * on them (http/forms.server.ts); nothing in it is refused before the act, so that it can be shown again from memory.
 */
export function secretBallotForm(numbers: readonly string[]) {
	const figure = z.string().trim().max(5).default("").catch("");
	return z.object({
		seat: z.uuid("seat-missing"),
		"secret-choice": z.string().max(20).default("").catch(""),
		"secret-abstain": tick,
		sure: tick,
		...Object.fromEntries(numbers.map((number) => [`secret-option-${number}`, figure])),
	});
}

/** What a ballot says: an answer, an abstention, or the figures that were typed in (what is no number is no figure). */
export function choiceFrom(
	fields: Readonly<Record<string, unknown>>,
	numbers: readonly string[],
	prefix: "" | "secret-" = "",
): DecisionChoice {
	if (numbers.length === 0) return String(fields[`${prefix}choice`] ?? "");
	if (fields[`${prefix}abstain`] === "on") return abstention;
	return Object.fromEntries(
		numbers.flatMap((number) => {
			const text = String(fields[`${prefix}option-${number}`] ?? "");
			return text === "" ? [] : [[number, /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN]];
		}),
	);
}

export const statementForm = z.object({
	kind: z.enum(statementKinds, "choice-missing"),
	text: z.string().trim().max(5000, "statement-too-long").default(""),
});

export const treatmentForm = z.object({
	seat: z.uuid("seat-missing"),
	outcome: z.enum(treatments, "choice-missing"),
	note: z.string().trim().max(2000, "reason-too-long").default(""),
});

export const refusalForm = z.object({ reason });
