/** Gruppen of a working group, in the order in which they are shown. */
export const benchKinds = ["administration", "politics", "advisory", "citizens"] as const;
export type BenchKind = (typeof benchKinds)[number];

export const memberFunctions = ["chair", "deputy", "member", "substitute"] as const;
export type MemberFunction = (typeof memberFunctions)[number];

/** A bench as the charter cuts it. */
export type Bench = { kind: string; minSeats: number; maxSeats: number };

/** Somebody's place in a group for a half-open period of stored dates. */
export type Membership = {
	id: string;
	benchKind: string;
	personId: string;
	function: string;
	substituteForId: string | null;
	/** The board or body that sent the person. */
	onBehalfOf?: string | null;
	validFrom: Date;
	validUntil: Date | null;
};

function isBenchKind(kind: string): kind is BenchKind {
	return benchKinds.some((known) => known === kind);
}

/** The bench of that name; stored kinds are checked by the database, so anything else is a broken house. */
export function benchKind(kind: string): BenchKind {
	if (!isBenchKind(kind)) throw new Error(`no bench is called ${kind}`);
	return kind;
}

export function memberFunction(name: string): MemberFunction {
	const known = memberFunctions.find((one) => one === name);
	if (!known) throw new Error(`no function is called ${name}`);
	return known;
}

type Period = { validFrom: Date; validUntil: Date | null };

function isInForce({ validFrom, validUntil }: Period, day: Date): boolean {
	return validFrom <= day && (validUntil === null || day < validUntil);
}

/** The seats that are filled on a day; substitutes are no seats. */
export function seatsOn<Member extends Membership>(memberships: readonly Member[], day: Date): Member[] {
	return memberships.filter((one) => one.function !== "substitute" && isInForce(one, day));
}

/** Whether a substitute may act for a seat: the named one, or any that the same body sent. */
export function standsInFor(
	substitute: Pick<Membership, "substituteForId" | "onBehalfOf">,
	seat: Pick<Membership, "id" | "onBehalfOf">,
): boolean {
	if (substitute.substituteForId !== null) return substitute.substituteForId === seat.id;
	return Boolean(substitute.onBehalfOf) && substitute.onBehalfOf === seat.onBehalfOf;
}

/** Who may stand in for a seat on a day. */
export function substitutesOn<Member extends Membership>(memberships: readonly Member[], day: Date): Member[] {
	return memberships.filter((one) => one.function === "substitute" && isInForce(one, day));
}

export type CompositionProblem = { bench: string; seats: number; problem: "too-few" | "too-many"; limit: number };

/** What of the charter a day's seats do not keep; empty when the group is complete. */
export function compositionProblems(
	benches: readonly Bench[],
	memberships: readonly Membership[],
	day: Date,
): CompositionProblem[] {
	const filled = seatsOn(memberships, day);
	return benches.flatMap(({ kind, minSeats, maxSeats }): CompositionProblem[] => {
		const seats = filled.filter(({ benchKind }) => benchKind === kind).length;
		if (seats < minSeats) return [{ bench: kind, seats, problem: "too-few", limit: minSeats }];
		if (seats > maxSeats) return [{ bench: kind, seats, problem: "too-many", limit: maxSeats }];
		return [];
	});
}

/** Whether a further seat fits into its bench on every day of its period. */
export function fitsIntoBench(bench: Bench, memberships: readonly Membership[], period: Period): boolean {
	// the number of seats grows only on days on which one begins
	const days = [
		period.validFrom,
		...memberships
			.map(({ validFrom }) => validFrom)
			.filter((day) => day > period.validFrom && (period.validUntil === null || day < period.validUntil)),
	];
	return days.every(
		(day) => seatsOn(memberships, day).filter(({ benchKind }) => benchKind === bench.kind).length < bench.maxSeats,
	);
}

/**
 * At how many of the held meetings of their own time a member was there: who joined in the middle of the year was not absent
 * before.
 */
export function attendanceOf(
	membership: Pick<Membership, "id" | "validFrom" | "validUntil">,
	meetings: readonly { day: Date; attended: readonly string[] }[],
): { held: number; attended: number } {
	const own = meetings.filter(({ day }) => isInForce(membership, day));
	return { held: own.length, attended: own.filter(({ attended }) => attended.includes(membership.id)).length };
}
