import { done, type Outcome, refused } from "~/platform/outcome";

/** The acts in which a party binds itself after the signature. */
export type WordAct = "notice" | "waiver" | "settlement" | "handover";

/** On which day which body of the party decided; `document`: its file comes along. */
export type DecisionGiven = { decidedOn: string; decision: string; document: boolean };

export type OnBehalfRefusal = "own-people-decide" | "both-sides" | "decision-missing" | "decision-date";

/**
 * Whether who acts for a party may give its word: only where nobody of it could do so itself, never for two sides of one act
 * (§ 181 BGB), and only by a decision of that party.
 * @param ownPeople whether somebody of the party has an account
 * @param spoken the parties whose word in this act is already that of the acting house
 * @param today the calendar day in Germany, `YYYY-MM-DD`
 */
export function judgeOnBehalf({
	ownPeople,
	spoken,
	given,
	today,
}: {
	ownPeople: boolean;
	spoken: readonly string[];
	given: DecisionGiven | null;
	today: string;
}): Outcome<null, OnBehalfRefusal> {
	if (ownPeople) return refused("own-people-decide");
	if (spoken.length > 0) return refused("both-sides");
	if (!given || given.decidedOn === "") return refused("decision-missing", { field: "decidedOn" });
	if (given.decidedOn > today) return refused("decision-date", { field: "decidedOn" });
	if (given.decision.trim() === "" && !given.document) return refused("decision-missing", { field: "decision" });
	return done(null);
}
