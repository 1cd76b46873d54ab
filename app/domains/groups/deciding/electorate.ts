import { type Bench, type Membership, seatsOn, standsInFor, substitutesOn } from "../group";

/** A span in which a seat was filled at the meeting; a seat may have several. */
export type Presence = {
	membershipId: string;
	/** The substitute who acted for the seat, or null when its holder was there. */
	substituteId: string | null;
	/** Null: from the beginning, until the end. */
	arrivedAt: Date | null;
	leftAt: Date | null;
};

/** One line of the voting list. */
export type Entry = {
	membershipId: string;
	benchKind: string;
	biased: boolean;
	present: boolean;
	substituteId: string | null;
};

function isThere({ arrivedAt, leftAt }: Presence, at: Date): boolean {
	return (arrivedAt === null || arrivedAt <= at) && (leftAt === null || at < leftAt);
}

/**
 * The voting list for one matter: every seat filled on the day of the meeting, whether it was there at that moment and by
 * whom. A substitute counts only as the acting one of a seat, never beside it.
 * @param biased seats whose holders said that they are biased in this matter; they stay listed, but are not entitled
 */
export function votingList(
	memberships: readonly Membership[],
	presences: readonly Presence[],
	{ day, at, biased }: { day: Date; at: Date; biased: readonly string[] },
): Entry[] {
	const there = new Map(
		presences.filter((presence) => isThere(presence, at)).map((presence) => [presence.membershipId, presence]),
	);
	return seatsOn(memberships, day).map(({ id, benchKind }) => {
		const presence = there.get(id);
		return {
			membershipId: id,
			benchKind,
			biased: biased.includes(id),
			present: presence !== undefined,
			substituteId: presence?.substituteId ?? null,
		};
	});
}

/** Entitled and present by bench; benches without an entitled seat are listed with 0. */
export function electorateByBench(
	benches: readonly Pick<Bench, "kind">[],
	list: readonly Entry[],
): { bench: string; electorate: number; present: number }[] {
	return benches.map(({ kind }) => {
		const entitled = list.filter((entry) => entry.benchKind === kind && !entry.biased);
		return { bench: kind, electorate: entitled.length, present: entitled.filter(({ present }) => present).length };
	});
}

export type AttendanceProblem = "not-a-seat" | "seat-twice" | "not-its-substitute" | "substitute-twice" | "left-first";

/** What is wrong with a list of attendance on the day of the meeting, or null. */
export function attendanceProblem(
	memberships: readonly Membership[],
	presences: readonly Presence[],
	day: Date,
): AttendanceProblem | null {
	const seats = new Set(seatsOn(memberships, day).map(({ id }) => id));
	const substitutes = substitutesOn(memberships, day);
	const standsIn = ({ membershipId, substituteId }: Presence) => {
		const seat = memberships.find(({ id }) => id === membershipId);
		return seat && substitutes.some((one) => one.id === substituteId && standsInFor(one, seat));
	};
	if (presences.some(({ membershipId }) => !seats.has(membershipId))) return "not-a-seat";
	if (overlap(presences, ({ membershipId }) => membershipId)) return "seat-twice";
	if (presences.some((one) => one.substituteId !== null && !standsIn(one))) {
		return "not-its-substitute";
	}
	if (presences.some(({ arrivedAt, leftAt }) => arrivedAt !== null && leftAt !== null && leftAt <= arrivedAt)) {
		return "left-first";
	}
	if (overlap(presences, ({ substituteId }) => substituteId)) return "substitute-twice";
	return null;
}

/** Whether two spans of the same one (a seat, a substitute) have a moment in common. A seat may leave and come again. */
function overlap(presences: readonly Presence[], whose: (presence: Presence) => string | null): boolean {
	return presences.some((one, index) =>
		presences
			.slice(index + 1)
			.some(
				(other) =>
					whose(one) !== null &&
					whose(one) === whose(other) &&
					(one.arrivedAt === null || other.leftAt === null || one.arrivedAt < other.leftAt) &&
					(other.arrivedAt === null || one.leftAt === null || other.arrivedAt < one.leftAt),
			),
	);
}
