import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { hasForbiddenCharacter } from "~/platform/rich-text/schema";
import { hashToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { commentOnBehalf } from "../../contributions/commands/comment-on-behalf.server";
import { commentProblem, commentText } from "../../contributions/comment";
import { mayHappen, stateOf } from "../../contributions/contribution";
import { contributionById } from "../../contributions/queries/find-contribution.server";
import { processById } from "../../processes/index.server";
import type { PaperChannel } from "../paper";
import { mayEnterPaper, takesPaper } from "../policy.server";

type CommentInput = {
	processId: string;
	/** Number of the contribution that is commented on. */
	onNumber: number;
	text: string;
	/** The name that readers see; null for none. */
	authorName: string | null;
	channel: PaperChannel;
	/** Secret of the page it was typed in on: sending it twice makes one. */
	entry: string;
};

type Entered = { code: string; number: number };
type EnterCommentCode =
	| "paper-closed"
	| "bad-character"
	| "contribution-unknown"
	| "comment-too-short"
	| "comment-too-long";

const enter = command(
	"participation.enter-paper-comment",
	async (world: ActWorld, input: CommentInput): Promise<Outcome<Entered, EnterCommentCode>> => {
		const process = await processById(world, input.processId);
		demand(mayEnterPaper, world.actor, process);
		if (!takesPaper(process, "comment", world.now)) return refused("paper-closed");
		const text = commentText(input.text);
		const problem = commentProblem(text);
		if (hasForbiddenCharacter(text)) return refused("bad-character", { field: "text" });
		if (problem) return { done: false, refusals: [problem] };
		const on = await world.db.contribution.findUnique({
			where: { processId_number: { processId: process.id, number: input.onNumber } },
			select: { id: true },
		});
		const contribution = on && (await contributionById(world, on.id));
		if (!contribution || !mayHappen(stateOf(contribution), "comment") || contribution.mergedInto) {
			return refused("contribution-unknown", { field: "onNumber" });
		}
		return done(
			await commentOnBehalf(world, contribution, {
				text,
				authorName: input.authorName,
				channel: input.channel,
				draftHash: hashToken(input.entry),
			}),
		);
	},
);

/**
 * Writes down a comment from paper on a contribution that can be read. Sent twice, also at the same moment, it is one.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export async function enterPaperComment(
	world: World,
	input: CommentInput,
): Promise<Outcome<Entered, EnterCommentCode>> {
	const earlier = await enteredBefore(world, input);
	if (earlier) return done(earlier);
	try {
		return await enter(world, input);
	} catch (error) {
		const meanwhile = isTaken(error) ? await enteredBefore(world, input) : null;
		if (!meanwhile) throw error;
		return done(meanwhile);
	}
}

async function enteredBefore(world: World, { entry, processId }: CommentInput): Promise<Entered | null> {
	const known = await world.db.comment.findFirst({
		where: { draftHash: hashToken(entry), processId },
		select: { code: true, number: true },
	});
	return known && { code: known.code, number: known.number ?? 0 };
}
