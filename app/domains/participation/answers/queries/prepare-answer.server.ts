import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { openQuestions } from "../commands/open-contributions.server";
import { contributionsMost } from "../commands/prepare-answer.server";
import { mayAnswer } from "../policy.server";
import { templatesOf } from "./templates.server";

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
		questions: await questionsAmong(view, process.id, contributionIds),
		replies: await repliesFor(view, ids),
		templates: await reasonsOf(view, process.id),
		textBlocks: await templatesOf(view, process.organisationId),
	};
}

/** The questions among these ids, with the answer that each has or gets. */
async function questionsAmong(view: Pick<View, "db">, processId: string, ids: readonly string[]) {
	const questions = await openQuestions(view, { processId, ids: ids.slice(0, contributionsMost) });
	if (questions.length === 0) return [];
	const taken = await view.db.answeredComment.findMany({
		where: { commentId: { in: questions.map(({ id }) => id) } },
		select: { commentId: true, answerId: true },
	});
	const answerOf = new Map(taken.map(({ commentId, answerId }) => [commentId, answerId]));
	return questions.map((question) => ({ ...question, answerId: answerOf.get(question.id) ?? null }));
}

/** What departments wrote about these contributions. */
export async function repliesFor(view: Pick<View, "db">, contributionIds: readonly string[]) {
	const inquiries = await view.db.inquiry.findMany({
		where: {
			answeredAt: { not: null },
			withdrawnAt: null,
			contributions: { some: { contributionId: { in: [...contributionIds] } } },
		},
		orderBy: { answeredAt: "desc" },
		take: 20,
		select: {
			id: true,
			office: true,
			question: true,
			answer: true,
			answeredBy: true,
			answeredAt: true,
			contributions: {
				where: { answer: { not: null } },
				orderBy: { contribution: { number: "asc" } },
				select: { contributionId: true, answer: true, contribution: { select: { number: true } } },
			},
		},
	});
	return inquiries.map(({ contributions, ...inquiry }) => {
		const own = contributions.filter(({ contributionId }) => contributionIds.includes(contributionId));
		// answered one by one: only what concerns these is read while writing
		const words = own.map(({ contribution, answer }) => `${contribution.number}. ${answer}`);
		return own.length > 0 ? { ...inquiry, answer: words.join("\n") } : inquiry;
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
