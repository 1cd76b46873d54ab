import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { contributionsMost } from "../commands/prepare-answer.server";
import { mayAnswer } from "../policy.server";

const templatesMost = 20;

/** The page that prepares an answer (or a question) for these contributions: their texts, what the departments said, and earlier reasons. */
export async function toPrepare(
	view: View,
	{ place, process: slug, contributionIds }: { place: string; process: string; contributionIds: readonly string[] },
) {
	const process = await processAt(view, { place, process: slug });
	demand(mayAnswer, view.actor, process);
	const rows = await view.db.contribution.findMany({
		where: {
			id: { in: contributionIds.slice(0, contributionsMost) },
			processId: process.id,
			publishedAt: { not: null },
			hiddenAt: null,
			withdrawnAt: null,
		},
		orderBy: { number: "asc" },
		select: { id: true, number: true, code: true, title: true, excerpt: true, answers: { select: { answerId: true } } },
	});
	const ids = rows.map(({ id }) => id);
	return {
		process: { id: process.id, title: process.title, slug: process.slug, answeredUntil: process.answeredUntil },
		contributions: rows.map(({ answers, ...row }) => ({ ...row, answerId: answers[0]?.answerId ?? null })),
		replies: await repliesFor(view, ids),
		templates: await reasonsOf(view, process.id),
	};
}

/** What departments wrote about these contributions. */
export function repliesFor(view: Pick<View, "db">, contributionIds: readonly string[]) {
	return view.db.inquiry.findMany({
		where: {
			answeredAt: { not: null },
			withdrawnAt: null,
			contributions: { some: { contributionId: { in: [...contributionIds] } } },
		},
		orderBy: { answeredAt: "desc" },
		take: 20,
		select: { id: true, office: true, question: true, answer: true, answeredBy: true, answeredAt: true },
	});
}

/** Reasons that were released in this process before, newest first, each once: to write them again with other words. */
export async function reasonsOf(view: Pick<View, "db">, processId: string) {
	const rows = await view.db.answerRevision.findMany({
		where: { answer: { processId } },
		orderBy: [{ releasedAt: "desc" }, { answerId: "asc" }],
		distinct: ["reasonText"],
		take: templatesMost,
		select: { answerId: true, revision: true, disposition: true, reasonText: true, reason: true },
	});
	return rows;
}
