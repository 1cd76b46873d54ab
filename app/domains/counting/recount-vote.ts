import { z } from "zod";
import { countVote, type VoteCount } from "./count-vote.ts";
import { voteRule } from "./vote-rule.ts";

/** What this house publishes of a vote; other keys are passed over. */
const voteFile = z.object({
	format: z.literal("gemeinwerk-vote"),
	title: z.string(),
	rule: voteRule,
	options: z.array(z.object({ number: z.int(), title: z.string() })),
	ballots: z.array(z.object({ receipt: z.string(), choice: z.record(z.string(), z.int()) })),
	winners: z.array(z.string()),
});

export type VoteFile = z.infer<typeof voteFile>;

/** A file that is no published vote. */
export class UnreadableVote extends Error {}

/** Whether a text looks like a published vote (JSON) and not like a .pb file. */
export function isVoteFile(text: string): boolean {
	return text.trimStart().startsWith("{");
}

/**
 * Recounts the text of a published vote.
 * @throws UnreadableVote for a file that is none, RangeError for what cannot be counted
 */
export function recountVote(text: string): { file: VoteFile; count: VoteCount } {
	const file = read(text);
	const options = file.options.map(({ number }) => String(number));
	return {
		file,
		count: countVote(
			options,
			file.rule,
			file.ballots.map(({ choice }) => choice),
		),
	};
}

function read(text: string): VoteFile {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new UnreadableVote("no JSON");
	}
	const parsed = voteFile.safeParse(json);
	if (!parsed.success) throw new UnreadableVote(parsed.error.issues[0]?.path.join(".") || "format");
	return parsed.data;
}
