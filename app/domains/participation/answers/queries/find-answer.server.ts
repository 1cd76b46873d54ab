import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";

const withContributions = {
	contributions: {
		orderBy: { contribution: { number: "asc" } },
		select: {
			notAnsweredAt: true,
			notAnsweredText: true,
			contribution: { select: { id: true, number: true, code: true, title: true } },
		},
	},
	comments: {
		orderBy: { commentId: "asc" },
		select: {
			notAnsweredAt: true,
			notAnsweredText: true,
			comment: {
				select: { id: true, number: true, code: true, text: true, contribution: { select: { number: true } } },
			},
		},
	},
	process: { select: { title: true } },
	duplicateOf: { select: { id: true, number: true, code: true, title: true } },
} as const;

/** An answer by its id, whoever asks; the caller asks the policy. @throws NotFound */
export async function answerById(view: Pick<View, "db">, id: string) {
	const answer = await view.db.officialAnswer.findUnique({ where: { id }, include: withContributions });
	if (!answer) throw new NotFound();
	return answer;
}

export type FoundAnswer = Awaited<ReturnType<typeof answerById>>;
