/** Counts of a process: published contributions, and those of them with a released answer. */
export type Counted = { published: number; answered: number };

export type Coverage = Counted & {
	/** The day by which the rest will be answered (midnight UTC); null when all are, or the day has passed. */
	restUntil: Date | null;
	/** How many are past their day: said inside only, never in public. */
	late: number;
};

/**
 * "1 von 12 beantwortet, die übrigen bis 30. Juni".
 * @param answeredUntil the day promised in the decision frame, midnight UTC; @param today likewise
 */
export function coverageOf({ published, answered }: Counted, answeredUntil: Date | null, today: Date): Coverage {
	const rest = published - answered;
	const passed = answeredUntil !== null && answeredUntil < today;
	return {
		published,
		answered,
		restUntil: rest > 0 && !passed ? answeredUntil : null,
		late: passed ? rest : 0,
	};
}

/** From how many days before the promised day on open answers are urgent inside. */
const urgentDays = 7;

export function isUrgent(answeredUntil: Date | null, today: Date): boolean {
	return answeredUntil !== null && answeredUntil.getTime() - today.getTime() <= urgentDays * 24 * 60 * 60 * 1000;
}
