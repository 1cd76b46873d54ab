import { parseDay, today } from "~/platform/calendar.server";
import { done, type Outcome, type Refusal } from "~/platform/outcome";
import { type detailsFrom, votesFrom } from "../forms";
import { isAdopted, problemsOf, type ResolutionProblem } from "../resolution";

/** What a person writes down about a resolution. */
export type ResolutionInput = ReturnType<typeof detailsFrom>;
export type ResolutionValueRefusal = ResolutionProblem | "day-unknown" | "day-in-future" | "votes-missing";

/** The columns of a resolution from what was written down; refuses days to come and what does not fit together, all at once. */
export function resolutionValues(input: ResolutionInput, now: Date) {
	const sessionOn = parseDay(input.sessionOn);
	const votes = votesFrom(input);
	const refusals: Refusal<ResolutionValueRefusal>[] = [];
	if (!sessionOn) refusals.push({ code: "day-unknown", field: "sessionOn" });
	else if (sessionOn > today(now)) refusals.push({ code: "day-in-future", field: "sessionOn" });
	if (votes === undefined) refusals.push({ code: "votes-missing", field: "votesFor" });
	refusals.push(...problemsOf({ ...input, votes: votes ?? null }));
	type Values = ReturnType<typeof columns>;
	const columns = (day: Date) => ({
		title: input.title,
		body: input.body,
		sessionOn: day,
		agendaItem: input.agendaItem || null,
		paperNumber: input.paperNumber || null,
		address: input.address || null,
		outcome: input.outcome,
		exceptItems: input.exceptItems || null,
		effect: isAdopted(input.outcome) ? input.effect : null,
		funding: isAdopted(input.outcome) ? input.funding : null,
		unanimous: votes === "unanimous",
		votesFor: votes && votes !== "unanimous" ? votes.for : null,
		votesAgainst: votes && votes !== "unanimous" ? votes.against : null,
		abstentions: votes && votes !== "unanimous" ? votes.abstentions : null,
		summary: input.summary,
		wording: input.wording || null,
		deviation: input.deviation,
		deviationReason: input.deviationReason || null,
	});
	const outcome: Outcome<Values, ResolutionValueRefusal> =
		refusals.length > 0 || !sessionOn ? { done: false, refusals } : done(columns(sessionOn));
	return outcome;
}
