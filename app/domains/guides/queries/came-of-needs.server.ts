import type { View } from "~/platform/world.server";
import type { ConcernOutcome } from "../concerns/concern";

const shown = 5;
const year = 365 * 24 * 60 * 60 * 1000;

/** What became of needs at a place: for everybody, so figures, and of single ones those alone that are public. */
export type CameOfNeeds = {
	/** Brought in the last twelve months, and how many of these have an answer. */
	raised: number;
	answered: number;
	outcomes: { outcome: ConcernOutcome; count: number }[];
	/** Public ones with an answer, the newest first. */
	examples: { code: string; outcome: ConcernOutcome | null; summary: string; answeredAt: Date }[];
};

/** What became of the needs of a place and those below it in the last twelve months. */
export async function cameOfNeeds({ db, now }: Pick<View, "db" | "now">, placeId: string): Promise<CameOfNeeds> {
	const below = await db.organisation.findMany({
		where: { parentId: placeId, kind: "MUNICIPALITY" },
		select: { id: true },
		take: 300,
	});
	const rows = await db.concern.findMany({
		where: {
			municipalityId: { in: [placeId, ...below.map(({ id }) => id)] },
			capturedAt: { gte: new Date(now.getTime() - year) },
		},
		select: {
			code: true,
			visibility: true,
			reportBacks: {
				orderBy: { sentAt: "desc" },
				take: 1,
				select: { outcome: true, summary: true, sentAt: true },
			},
		},
		orderBy: { id: "desc" },
		take: 2000,
	});
	const answers = rows.flatMap(({ code, visibility, reportBacks }) =>
		reportBacks.map((one) => ({ code, visibility, ...one })),
	);
	const byOutcome = Map.groupBy(answers, ({ outcome }) => outcome);
	return {
		raised: rows.length,
		answered: answers.length,
		outcomes: [...byOutcome].flatMap(([outcome, of]) => (outcome ? [{ outcome, count: of.length }] : [])),
		examples: answers
			.flatMap(({ code, visibility, outcome, summary, sentAt }) =>
				visibility === "PUBLIC" && summary ? [{ code, outcome, summary, answeredAt: sentAt }] : [],
			)
			.sort((one, other) => other.answeredAt.getTime() - one.answeredAt.getTime())
			.slice(0, shown),
	};
}
