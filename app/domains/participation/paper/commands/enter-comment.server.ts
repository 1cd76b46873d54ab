import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { hasForbiddenCharacter } from "~/platform/rich-text/schema";
import { hashToken, newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { commentOnBehalf } from "../../contributions/commands/comment-on-behalf.server";
import { commentProblem, commentText } from "../../contributions/comment";
import { mayHappen, stateOf } from "../../contributions/contribution";
import { contributionById } from "../../contributions/queries/find-contribution.server";
import { processById } from "../../processes/index.server";
import { type CardCode, type PaperChannel, type Reach, reachProblems } from "../paper";
import { mayEnterPaper, takesPaper } from "../policy.server";
import { slipHash } from "../slip-code.server";
import { reachOf } from "./enter-card.server";

type CommentInput = Reach & {
	processId: string;
	/** Number of the contribution that is commented on. */
	onNumber: number;
	text: string;
	/** Its author wants an answer of the administration to it. */
	isQuestion: boolean;
	/** Whether readers see the name. */
	nameIsPublic: boolean;
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
	| "comment-too-long"
	/** Only a question is answered, so nobody is promised a letter for a remark. */
	| "comment-unanswered"
	| CardCode;

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
		const reach = reachProblems(input);
		if (reach.length > 0) return { done: false, refusals: reach };
		if (input.wish !== "none" && !input.isQuestion) return refused("comment-unanswered", { field: "isQuestion" });
		const on = await world.db.contribution.findUnique({
			where: { processId_number: { processId: process.id, number: input.onNumber } },
			select: { id: true },
		});
		const contribution = on && (await contributionById(world, on.id));
		if (!contribution || !mayHappen(stateOf(contribution), "comment") || contribution.mergedInto) {
			return refused("contribution-unknown", { field: "onNumber" });
		}
		const id = newId(world.now);
		const entered = await commentOnBehalf(world, contribution, {
			id,
			text,
			isQuestion: input.isQuestion,
			authorName: input.nameIsPublic ? input.name : null,
			channel: input.channel,
			draftHash: slipHash(id),
		});
		await world.db.paperEntry.create({
			data: {
				id,
				commentId: id,
				processId: process.id,
				organisationId: process.organisationId,
				...reachOf(input),
				entryHash: hashToken(input.entry),
				enteredById: personIdOf(world.actor),
				enteredAt: world.now,
			},
		});
		world.record({
			type: "participation.paper.entered",
			subject: { kind: "comment", id },
			ownerId: process.organisationId,
			facts: { process: process.id, channel: input.channel, wish: input.wish },
		});
		return done(entered);
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
	const known = await world.db.paperEntry.findFirst({
		where: { entryHash: hashToken(entry), processId, enteredById: personIdOf(world.actor) },
		select: { comment: { select: { code: true, number: true } } },
	});
	return known?.comment ? { code: known.comment.code, number: known.comment.number ?? 0 } : null;
}
