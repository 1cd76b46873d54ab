import { type Cell, changeDays, type Day, type Plan, resolve } from "./coverage-plan";

/** A municipality or a topic as the check asks about it; the topic null is "not known yet". */
type Row = { municipalityId: string; areas: Cell["areas"] };
type Column = { topicId: string | null; topics: Cell["topics"] };

/** A cell without exactly one answer, from that day up to the next change (null: to the end). */
export type FailingCell = {
	municipalityId: string;
	topicId: string | null;
	from: Day;
	until: Day | null;
	why: "nobody" | "two";
};

/**
 * Asks a plan about every municipality × topic × day on which an answer can change: each must have exactly one primary
 * post, or the fallback team.
 * @returns how many cells were asked, and the failing ones in the order of the rows
 */
export function checkPlan(
	plan: Plan,
	{ rows, columns }: { rows: readonly Row[]; columns: readonly Column[] },
): { cells: number; failing: FailingCell[] } {
	const failing: FailingCell[] = [];
	let cells = 0;
	for (const { municipalityId, areas } of rows) {
		for (const { topicId, topics } of columns) {
			const days = changeDays(plan, [...areas, ...topics]);
			for (const [place, from] of days.entries()) {
				cells += 1;
				const { by } = resolve(plan, { areas, topics }, from);
				if (by === "rule" || by === "fallback") continue;
				const until = days[place + 1] ?? plan.until;
				const why = by === "conflict" ? ("two" as const) : ("nobody" as const);
				const before = failing.at(-1);
				const goesOn =
					before?.municipalityId === municipalityId &&
					before.topicId === topicId &&
					before.until === from &&
					before.why === why;
				if (goesOn) before.until = until;
				else failing.push({ municipalityId, topicId, from, until, why });
			}
		}
	}
	return { cells, failing };
}
