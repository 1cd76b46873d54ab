import { Temporal } from "temporal-polyfill";
import { daysOf, endOfTakingPart, momentsOf, type Phase, takesPart } from "./phase";
import type { RecipePhase } from "./recipe";

/** More phases than this no page can explain. */
export const phasesMost = 12;

type Moments = { opensAt: Date; closesAt: Date };

/**
 * The dates of a recipe's phases from the days that were asked for: YYYY-MM-DD, first and last day of taking part, and the
 * day by which everybody is answered (not before the last day). Every phase has at least one day.
 */
export function datesFor(
	phases: readonly Pick<RecipePhase, "span">[],
	{ firstDay, lastDay, answeredUntil }: { firstDay: string; lastDay: string; answeredUntil: string },
): Moments[] {
	const first = Temporal.PlainDate.from(firstDay);
	const last = Temporal.PlainDate.from(lastDay);
	const length = first.until(last).days + 1;
	return phases.map(({ span }) => {
		if (span === "after") {
			// answers due on the last day itself still get a phase of their own: the day after
			const next = last.add({ days: 1 });
			const end = Temporal.PlainDate.from(answeredUntil);
			return momentsOf(next.toString(), (Temporal.PlainDate.compare(end, next) < 0 ? next : end).toString());
		}
		const begin = first.add({ days: Math.min(length - 1, Math.round(span.from * length)) });
		const end = first.add({ days: Math.max(0, Math.round(span.to * length) - 1) });
		return momentsOf(begin.toString(), (Temporal.PlainDate.compare(end, begin) < 0 ? begin : end).toString());
	});
}

export type Layout = {
	phases: { title: string; switches: string[]; span: RecipePhase["span"] }[];
	/** Days of taking part, and from its end until everybody is answered. */
	days: { open: number; answer: number };
};

/** The phases of a process as shares of its days, so that a copy or a recipe of one's own can lay them out again. */
export function layoutOf(phases: readonly (Phase & { title: string })[], answeredUntil: string | null): Layout {
	const taking = phases.filter(takesPart);
	const moments = (taking.length > 0 ? taking : phases).flatMap(({ opensAt, closesAt }) => [
		opensAt.getTime(),
		closesAt.getTime(),
	]);
	if (moments.length === 0) return { phases: [], days: { open: 28, answer: 28 } };
	const around = daysOf({ opensAt: new Date(Math.min(...moments)), closesAt: new Date(Math.max(...moments)) });
	const first = Temporal.PlainDate.from(around.firstDay);
	const last = Temporal.PlainDate.from(around.lastDay);
	const length = first.until(last).days + 1;
	const share = (day: string, behind: number) => (first.until(Temporal.PlainDate.from(day)).days + behind) / length;
	return {
		phases: inOrder(phases).map((phase) => {
			const { firstDay, lastDay } = daysOf(phase);
			const after = !takesPart(phase) && firstDay > around.lastDay;
			const span = after
				? ("after" as const)
				: { from: Math.max(0, share(firstDay, 0)), to: Math.min(1, share(lastDay, 1)) };
			return { title: phase.title, switches: [...phase.switches], span };
		}),
		days: {
			open: length,
			answer: answeredUntil ? Math.max(1, last.until(Temporal.PlainDate.from(answeredUntil)).days) : 28,
		},
	};
}

/** The first day on which something can be done, YYYY-MM-DD; null without phases. */
export function beginningOf(phases: readonly Phase[]): string | null {
	const moments = phases.filter(takesPart).map(({ opensAt }) => opensAt.getTime());
	if (moments.length === 0) return null;
	const first = Math.min(...moments);
	return daysOf({ opensAt: new Date(first), closesAt: new Date(first + 1) }).firstDay;
}

/** The last day on which something can be done, YYYY-MM-DD; null without phases. */
export function endOf(phases: readonly Phase[]): string | null {
	const end = endOfTakingPart(phases);
	return end && daysOf({ opensAt: new Date(end.getTime() - 1), closesAt: end }).lastDay;
}

/** In the order in which people meet them: by beginning, then by end. */
export function inOrder<P extends Phase>(phases: readonly P[]): P[] {
	return phases.toSorted(
		(one, other) =>
			one.opensAt.getTime() - other.opensAt.getTime() || one.closesAt.getTime() - other.closesAt.getTime(),
	);
}

/** What people vote on and under which conditions must not change once somebody has voted; prolonging is allowed. */
export function changesTheVote(
	before: readonly (Phase & { id: string })[],
	later: readonly (Phase & { id: string })[],
): boolean {
	const votes = (phase: Phase) => phase.switches.includes("vote");
	const broken = before.filter(votes).some((phase) => {
		const now = later.find(({ id }) => id === phase.id);
		return (
			!now ||
			!votes(now) ||
			now.opensAt.getTime() !== phase.opensAt.getTime() ||
			now.closesAt.getTime() < phase.closesAt.getTime()
		);
	});
	// who sees results while others still vote, votes differently
	const shown = (phases: readonly Phase[]) =>
		phases.some(
			(result) =>
				result.switches.includes("results") &&
				phases.some((vote) => votes(vote) && result.opensAt < vote.closesAt && vote.opensAt < result.closesAt),
		);
	const added = later.filter(votes).length !== before.filter(votes).length;
	return broken || added || (shown(later) && !shown(before));
}
