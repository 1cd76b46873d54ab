import { z } from "zod";
import type { Choice } from "../ballots/ballot";
import { boxFields, optionalCount } from "../ballots/forms";
import { mostOptionsShown, unrankedMeanings, type VoteKind, voteKinds } from "./vote";

export const settingsForm = z.object({
	...boxFields,
	intro: z.string().trim().max(3000, "intro-too-long").default(""),
	kind: z.enum(voteKinds, "kind-missing"),
	mostOptions: optionalCount(mostOptionsShown),
	pointsPerVoter: optionalCount(100),
	unranked: z.enum(unrankedMeanings).default("last"),
});

export const optionForm = z.object({
	title: z.string().trim().min(1, "option-title-missing").max(120, "title-too-long"),
	text: z.string().trim().max(3000, "intro-too-long").default(""),
	/** Takes the option off the ballot. */
	weg: z.literal("weg").optional(),
});

/** The ballot: ticks in `option`, or a figure per option ("option-3"). `weiter`: on to the confirmation when all is well. */
export function ballotForm(numbers: readonly string[]) {
	const figure = z
		.string()
		.trim()
		.regex(/^\d{0,3}$/, "figure-unreadable")
		.default("");
	return z.object({
		option: z.array(z.string()).default([]),
		weiter: z.literal("pruefen").optional(),
		...Object.fromEntries(numbers.map((number) => [`option-${number}`, figure])),
	});
}

/** What `ballotForm` read, as a choice: what is left empty is not named, a nought is a figure only where it says something. */
export function choiceIn(
	kind: VoteKind,
	numbers: readonly string[],
	form: z.infer<ReturnType<typeof ballotForm>>,
): Choice {
	if (kind === "choose") return Object.fromEntries(form.option.map((number) => [number, 1]));
	const given: Record<string, unknown> = form;
	return Object.fromEntries(
		numbers.flatMap((number) => {
			const text = String(given[`option-${number}`] ?? "");
			if (text === "" || (kind !== "resistance" && Number(text) === 0)) return [];
			return [[number, Number(text)]];
		}),
	);
}
