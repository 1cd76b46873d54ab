import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadProcess } from "../../processes/index.server";
import { commentShown, pageOfPlace } from "../comment";
import { changeableUntil, mayHappen, mayStillChange, stateOf } from "../contribution";
import { isAuthor, mayRead } from "../policy.server";
import { placeOfComment } from "./comment-threads.server";
import { commentByCode, type FoundComment, ownComment } from "./find-comment.server";
import type { OwnKey } from "./find-contribution.server";

/** Whether this reader may read what the comment is about. */
function readsContribution(view: View, { contribution }: FoundComment): boolean {
	return (
		mayRead(view.actor, contribution) !== "nothing" &&
		(isAuthor(view.actor, contribution) || mayReadProcess(view.actor, contribution.process, view.now))
	);
}

/**
 * Where the permanent address of a comment leads: to its place in the threads; for its author to the own page, while
 * others cannot read it. @throws NotFound
 */
export async function commentAddress(view: View, code: string): Promise<string> {
	const comment = await commentByCode(view, code);
	if (commentShown(comment) === "nothing" || comment.thread === null || comment.number === null) {
		if (isAuthor(view.actor, comment)) return `/k/${comment.code}/bearbeiten`;
		throw new NotFound();
	}
	if (!readsContribution(view, comment)) throw new NotFound();
	const { contributionId, thread, number } = comment;
	const page = pageOfPlace(await placeOfComment(view, { contributionId, thread, number }));
	return `/b/${comment.contribution.code}${page > 1 ? `?kommentare=${page}` : ""}#comment-${comment.code}`;
}

/** A comment as everybody reads it, for acts on it such as reporting. @throws NotFound */
export async function readableComment(view: View, code: string): Promise<FoundComment> {
	const comment = await commentByCode(view, code);
	if (commentShown(comment) !== "text" || !readsContribution(view, comment)) throw new NotFound();
	return comment;
}

/** The earlier texts of a comment, newest first; none of what was hidden or taken back. @throws NotFound */
export async function commentVersions(view: View, code: string) {
	const comment = await readableComment(view, code);
	const versions = await view.db.commentVersion.findMany({
		where: { commentId: comment.id },
		orderBy: { version: "desc" },
		take: 100,
	});
	return { code: comment.code, text: comment.text, versions, contribution: { title: comment.contribution.title } };
}

/** Everything its author may see of a comment. @throws NotFound when the key opens nothing */
export async function ownCommentPage(view: View, key: OwnKey) {
	const comment = await ownComment(view, key);
	const state = stateOf(comment);
	const hiding = await view.db.commentModeration.findFirst({
		where: { commentId: comment.id, outcome: "hidden" },
		orderBy: { at: "desc" },
	});
	const asked = await view.db.commentModeration.count({
		where: { commentId: comment.id, reviewAskedAt: { not: null } },
	});
	return {
		code: comment.code,
		text: comment.text,
		state,
		contribution: { code: comment.contribution.code, title: comment.contribution.title },
		changeableUntil: comment.publishedAt && changeableUntil(comment.publishedAt, "comment"),
		hiding: hiding && {
			rule: hiding.rule,
			reason: hiding.reason,
			reviewAskedAt: hiding.reviewAskedAt,
			reviewedAt: hiding.reviewedAt,
			reviewOutcome: hiding.reviewOutcome,
			reviewReason: hiding.reviewReason,
		},
		may: {
			change: comment.submittedAt !== null && mayStillChange(comment, "comment", view.now),
			withdraw: mayHappen(state, "withdraw"),
			askReview: mayHappen(state, "ask-review") && asked === 0,
		},
	};
}
