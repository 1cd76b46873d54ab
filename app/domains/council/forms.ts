import { z } from "zod";
import { deviations, effects, fundings, linkStates, outcomes, type Votes } from "./resolution";

const line = (most: number) => z.string().trim().max(most, "too-long").default("");
const oneOf = <Words extends readonly [string, ...string[]]>(words: Words) =>
	z.union([z.literal("").transform(() => null), z.enum(words)]).default(null);
const number = z
	.union(
		[
			z.literal("").transform(() => null),
			z
				.string()
				.trim()
				.regex(/^\d{1,4}$/)
				.transform(Number),
		],
		"votes-unreadable",
	)
	.default(null);

const details = {
	title: z.string("title-missing").trim().min(5, "title-missing").max(160, "too-long"),
	body: z.string("body-missing").trim().min(2, "body-missing").max(120, "too-long"),
	sessionOn: z.string("day-unknown").regex(/^\d{4}-\d{2}-\d{2}$/, "day-unknown"),
	agendaItem: line(60),
	paperNumber: line(60),
	address: z
		.union([z.literal(""), z.url({ protocol: /^https?$/, hostname: z.regexes.domain })], "address-unreadable")
		.default(""),
	outcome: z.enum(outcomes, "outcome-missing"),
	exceptItems: line(120),
	effect: oneOf(effects),
	funding: oneOf(fundings),
	voting: z.enum(["not-told", "unanimous", "counted"]).default("not-told"),
	votesFor: number,
	votesAgainst: number,
	abstentions: number,
	summary: z.string("summary-missing").trim().min(1, "summary-missing").max(3000, "too-long"),
	wording: line(10_000),
	deviation: oneOf(deviations),
	deviationReason: line(3000),
};

export const recordForm = z.object({
	...details,
	/** "kind:id" of what lay before the body. */
	about: z.union([z.literal(""), z.string().regex(/^[a-z-]+:[0-9a-f-]{36}$/)]).default(""),
});
export const correctForm = z.object({
	...details,
	revision: z.coerce.number().int().positive(),
	correctionNote: line(1000),
});
type Details = Omit<z.output<typeof recordForm>, "about">;

export const aboutForm = z.object({
	reference: z.string("code-unknown").trim().min(4, "code-unknown").max(20, "code-unknown"),
});
export const unrelateForm = z.object({ about: z.string().regex(/^[a-z-]+:[0-9a-f-]{36}$/) });
export const linkForm = z.object({ state: z.enum(linkStates) });
export const copyForm = z.object({});

/** What the act takes, from what the form holds. */
export function detailsFrom({ voting, votesFor, votesAgainst, abstentions, ...rest }: Details) {
	return { ...rest, voting, votes: { for: votesFor, against: votesAgainst, abstentions } };
}

/** The votes of a form; undefined when figures are missing. Abstentions left empty are none. */
export function votesFrom(given: {
	voting: "not-told" | "unanimous" | "counted";
	votes: { for: number | null; against: number | null; abstentions: number | null };
}): Votes | undefined {
	if (given.voting === "not-told") return null;
	if (given.voting === "unanimous") return "unanimous";
	const { for: yes, against, abstentions } = given.votes;
	return yes === null || against === null ? undefined : { for: yes, against, abstentions: abstentions ?? 0 };
}
