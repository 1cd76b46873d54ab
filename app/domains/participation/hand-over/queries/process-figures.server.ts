import type { View } from "~/platform/world.server";

/** One line of a count: a word of ours or of the process, and how many. */
export type Count = { name: string; count: number };

export type ProcessFigures = {
	contributions: number;
	supports: number;
	comments: number;
	surveyAnswers: number;
	ballots: number;
	events: number;
	attendance: number;
	byChannel: Count[];
	byCategory: Count[];
	byDisposition: Count[];
	/** What most people support, with how many do. */
	mostSupported: Count[];
};

const topOf = 5;

/** What people said in a process, in figures: public contributions only, nobody's name. The caller asked the policy. */
export async function processFigures({ db }: Pick<View, "db">, processId: string): Promise<ProcessFigures> {
	const visible = { processId, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null };
	// SQL: counts by group over the same public contributions, in one statement each.
	const grouped = (column: "channel" | "category") =>
		db.contribution.groupBy({ by: [column], where: visible, _count: { _all: true } });
	const [channels, categories, top, supports, guestSupports, comments, surveyAnswers, ballots, events, answers] =
		await Promise.all([
			grouped("channel"),
			grouped("category"),
			db.$queryRaw<{ title: string; supports: bigint }[]>`
				SELECT contribution.title, (SELECT count(*) FROM support WHERE support.contribution_id = contribution.id)
					+ (SELECT count(*) FROM guest_support WHERE guest_support.contribution_id = contribution.id) AS supports
				FROM contribution
				WHERE process_id = ${processId}::uuid AND kind = 'idea' AND published_at IS NOT NULL
					AND hidden_at IS NULL AND withdrawn_at IS NULL
				ORDER BY supports DESC, contribution.number LIMIT ${topOf}`,
			db.support.count({ where: { contribution: visible } }),
			db.guestSupport.count({ where: { contribution: visible } }),
			db.comment.count({ where: visible }),
			db.surveyAnswer.count({ where: { survey: { processId }, handedInAt: { not: null } } }),
			db.castBallot.count({ where: { box: { processId } } }),
			db.processEvent.findMany({
				where: { processId, cancelledAt: null },
				select: { attendedRegistered: true, attendedBesides: true },
			}),
			db.$queryRaw<{ disposition: string; count: bigint }[]>`
				SELECT official_answer.disposition, count(*) AS count
				FROM answered_contribution
				JOIN official_answer ON official_answer.id = answered_contribution.answer_id
				WHERE official_answer.process_id = ${processId}::uuid AND official_answer.released_at IS NOT NULL
				GROUP BY official_answer.disposition`,
		]);
	const byChannel = channels.map((row) => ({ name: row.channel ?? "", count: countOf(row) }));
	return {
		contributions: byChannel.reduce((sum, { count }) => sum + count, 0),
		supports: supports + guestSupports,
		comments,
		surveyAnswers,
		ballots,
		events: events.length,
		attendance: events.reduce((sum, one) => sum + (one.attendedRegistered ?? 0) + (one.attendedBesides ?? 0), 0),
		byChannel: largestFirst(byChannel),
		byCategory: largestFirst(categories.map((row) => ({ name: row.category ?? "", count: countOf(row) }))),
		byDisposition: largestFirst(answers.map(({ disposition, count }) => ({ name: disposition, count: Number(count) }))),
		mostSupported: top
			.map(({ title, supports: count }) => ({ name: title, count: Number(count) }))
			.filter(({ count }) => count > 0),
	};
}

function countOf(row: { _count: { _all: number } }): number {
	return row._count._all;
}

function largestFirst(counts: Count[]): Count[] {
	return counts.toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name, "de"));
}
