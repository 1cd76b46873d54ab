import { z } from "zod";
import { day, moment, richText } from "../form-fields";

export const decisionForm = z.object({
	title: z.string("title-missing").trim().min(5, "title-missing").max(120, "title-missing"),
	wording: richText,
	"wording.json": richText,
	votedAt: moment,
	biased: z.array(z.uuid()).default([]),
	responsiblePostId: z.uuid("post-missing"),
	reviewOn: day,
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

/** Which votes the chair has read, as a moment. */
export const certifyForm = z.object({ recordedAt: z.iso.datetime() });
