import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { openQuestions } from "../commands/open-contributions.server";
import { contributionsMost } from "../commands/prepare-answer.server";
import { mayAnswer } from "../policy.server";
import { askedAbout } from "./asked-about.server";
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
	const questions = await questionsAmong(view, process.id, contributionIds);
	const ids = [...rows, ...questions].map(({ id }) => id);
	return {
		process: { id: process.id, title: process.title, slug: process.slug, answeredUntil: process.answeredUntil },
		contributions: rows.map(({ answers, ...row }) => ({ ...row, answerId: answers[0]?.answerId ?? null })),
		questions,
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

/** What departments wrote about these contributions and questions. */
export async function repliesFor(view: Pick<View, "db" | "locale">, ids: readonly string[]) {
	const among = { in: [...ids] };
	const inquiries = await view.db.inquiry.findMany({
		where: {
			answeredAt: { not: null },
			withdrawnAt: null,
			OR: [{ contributions: { some: { contributionId: among } } }, { comments: { some: { commentId: among } } }],
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
		},
	});
	const about = await askedAbout(
		view,
		inquiries.map(({ id }) => id),
		{ locale: view.locale, shown: false },
	);
	return inquiries.map((inquiry) => {
		const own = (about.get(inquiry.id) ?? []).filter(({ id, answer }) => answer !== null && ids.includes(id));
		// answered one by one: only what concerns these is read while writing
		const words = own.map(({ number, answer }) => `${number}. ${answer}`);
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
