import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newCode, newId } from "~/platform/tokens.server";
import { type CommentProblem, commentProblem, commentText } from "../comment";
import { limits } from "../contribution";
import { canBeCommented, mayRead } from "../policy.server";
import { isUnproven } from "../proof-of-work.server";
import { commentById, type FoundComment } from "../queries/find-comment.server";
import { contributionById } from "../queries/find-contribution.server";
import { rulesOf } from "../queries/rules.server";
import { type CommentRefusal, handInComment } from "./hand-in-comment.server";
import { type AskCodeRefusal, sendGuestCode } from "./send-guest-code.server";

type CommentInput = {
	contributionId: string;
	/** Public code of the comment that is answered; null for a thread of its own. */
	replyTo: string | null;
	text: string;
	/** Whether its author wants an answer of the administration to it. */
	isQuestion?: boolean;
	/** The secret that the page made; sending the page twice makes one comment. */
	token: string;
	/** What the browser worked out, empty for nothing; not given where nobody asks a browser. */
	proof?: string;
};

type WriteRefusal = CommentRefusal | CommentProblem["code"] | "reply-unknown";

/** Stores the text as a draft before anything else is asked. */
async function storeComment(
	world: ActWorld,
	input: CommentInput & { authorId: string | null; authorName: string | null },
): Promise<Outcome<FoundComment, WriteRefusal>> {
	const contribution = await contributionById(world, input.contributionId);
	if (mayRead(world.actor, contribution) !== "text") throw new NotFound();
	if (!canBeCommented(contribution.process, contribution, world.now)) return refused("comments-closed");
	const text = commentText(input.text);
	const problem = commentProblem(text);
	if (problem) return { done: false, refusals: [problem] };
	const answered =
		input.replyTo &&
		(await world.db.comment.findFirst({
			where: {
				code: input.replyTo.toUpperCase(),
				contributionId: contribution.id,
				publishedAt: { not: null },
				hiddenAt: null,
				withdrawnAt: null,
			},
			select: { id: true },
		}));
	if (input.replyTo && !answered) return refused("reply-unknown");
	const { organisationId } = contribution;
	const unproven = input.proof !== undefined && (await isUnproven(world, { organisationId, proof: input.proof }));
	const id = newId(world.now);
	const { count } = await world.db.comment.createMany({
		data: [
			{
				id,
				organisationId,
				processId: contribution.processId,
				contributionId: contribution.id,
				replyToId: answered ? answered.id : null,
				code: newCode(),
				unproven,
				text,
				isQuestion: input.isQuestion ?? false,
				authorId: input.authorId,
				authorName: input.authorName?.trim().slice(0, limits.nameMost) || null,
				locale: world.locale,
				createdAt: world.now,
				updatedAt: world.now,
				draftHash: hashToken(input.token),
			},
		],
		skipDuplicates: true,
	});
	if (count === 0) return refused("already-handed-in");
	return done(await commentById(world, id));
}

/**
 * Somebody signed in comments, under the display name or without a name.
 * Refused when the phase does not have comments switched on, the text is too short or long, or a ban is in force.
 */
export const writeComment = command(
	"participation.write-comment",
	async (
		world: ActWorld,
		{ withName, ...input }: CommentInput & { withName: boolean },
	): Promise<Outcome<{ id: string; code: string; waits: boolean }, WriteRefusal>> => {
		const authorId = personIdOf(world.actor);
		if (world.actor.kind !== "person" || !authorId) return refused("guests-not-welcome");
		const authorName = withName ? world.actor.displayName : null;
		const stored = await storeComment(world, { ...input, authorId, authorName });
		if (!stored.done) return stored;
		return handInComment(world, stored.value, { authorId, guestEmail: null });
	},
);

/**
 * A guest comments: the text is stored, and a code and a link go to the address; either hands the comment in.
 * Refused besides as `guests-not-welcome` where the process wants accounts, and when too many codes were asked for.
 */
export const writeCommentAsGuest = command(
	"participation.write-comment-as-guest",
	async (
		world: ActWorld,
		{ name, email, ...input }: CommentInput & { name: string | null; email: string },
	): Promise<Outcome<{ id: string }, WriteRefusal | AskCodeRefusal>> => {
		const stored = await storeComment(world, { ...input, authorId: null, authorName: name });
		if (!stored.done) return stored;
		const comment = stored.value;
		const rules = await rulesOf(world, comment.contribution.process);
		if (!rules.guestsComment) return refused("guests-not-welcome");
		const sent = await sendGuestCode(world, {
			contribution: comment.contribution,
			commentId: comment.id,
			email,
			pageToken: input.token,
		});
		if (!sent.done) return sent;
		return done({ id: comment.id });
	},
);
