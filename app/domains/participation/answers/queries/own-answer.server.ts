import type { View } from "~/platform/world.server";
import { ownComment } from "../../contributions/queries/find-comment.server";
import { type OwnKey, ownContribution } from "../../contributions/queries/find-contribution.server";
import { commentPath, contributionPath } from "../addresses";
import { answerFor, answersToQuestions } from "./public-answers.server";

/** The answer to the own contribution, and whether its author has said that it answers nothing. @throws NotFound */
export async function ownAnswer(view: View, key: OwnKey) {
	const contribution = await ownContribution(view, key);
	const answered = await view.db.answeredContribution.findUnique({
		where: { contributionId: contribution.id },
		select: { notAnsweredAt: true },
	});
	return {
		title: contribution.title,
		href: contributionPath(contribution.code),
		answer: (await answerFor(view, [contribution.id])).get(contribution.id) ?? null,
		saidAt: answered?.notAnsweredAt ?? null,
	};
}

/** The same for a comment marked as a question. @throws NotFound */
export async function ownQuestionAnswer(view: View, key: OwnKey) {
	const { id, code, contribution } = await ownComment(view, key);
	const answered = await view.db.answeredComment.findUnique({
		where: { commentId: id },
		select: { notAnsweredAt: true },
	});
	return {
		title: contribution.title,
		href: commentPath(code),
		answer: (await answersToQuestions(view, [id]))[id] ?? null,
		saidAt: answered?.notAnsweredAt ?? null,
	};
}
