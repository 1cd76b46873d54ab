/** Counts of a process: what wants an answer, what has a released one, and how many of these say no more than "noted". */
export type Counted = { published: number; answered: number; acknowledged: number };

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
export function coverageOf(
	{ published, answered, acknowledged }: Counted,
	answeredUntil: Date | null,
	today: Date,
): Coverage {
	const rest = published - answered;
	const passed = answeredUntil !== null && answeredUntil < today;
	return {
		published,
		answered,
		acknowledged,
		restUntil: rest > 0 && !passed ? answeredUntil : null,
		late: passed ? rest : 0,
	};
}

/** The share of mere acknowledgements among the answers, in whole per cent; null while nothing is answered. */
export function acknowledgedShare({ answered, acknowledged }: Counted): number | null {
	return answered === 0 ? null : Math.round((acknowledged * 100) / answered);
}

/** From how many days before the promised day on open answers are urgent inside. */
const urgentDays = 7;

export function isUrgent(answeredUntil: Date | null, today: Date): boolean {
	return answeredUntil !== null && answeredUntil.getTime() - today.getTime() <= urgentDays * 24 * 60 * 60 * 1000;
}
