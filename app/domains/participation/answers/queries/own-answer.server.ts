import type { View } from "~/platform/world.server";
import { type OwnKey, ownContribution } from "../../contributions/queries/find-contribution.server";
import { contributionPath } from "../addresses";
import { answerFor } from "./public-answers.server";

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
