import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadProcess, processById } from "../../processes/index.server";
import { type Counted, type Coverage, coverageOf } from "../coverage";
import { answerable } from "./answerable.server";

const nothing: Counted = { published: 0, answered: 0, acknowledged: 0 };

/** Counts for many processes at once, in one statement. @param day today, midnight UTC */
export async function countAnswered(
	view: Pick<View, "db">,
	processIds: readonly string[],
	day: Date,
): Promise<Map<string, Counted>> {
	const rows = await view.db.$queryRaw<
		{ process_id: string; published: bigint; answered: bigint; acknowledged: bigint }[]
	>`
		SELECT process_id, count(*) AS published, count(released_at) AS answered,
			count(*) FILTER (WHERE disposition = 'acknowledged') AS acknowledged
		FROM (${answerable(processIds, day)}) AS answerable GROUP BY process_id`;
	return new Map(
		rows.map((row) => [
			row.process_id,
			{
				published: Number(row.published),
				answered: Number(row.answered),
				acknowledged: Number(row.acknowledged),
			},
		]),
	);
}

/** How much of a process is answered, and by when the rest will be. @throws NotFound when not readable */
export async function coverage(view: View, processId: string): Promise<Coverage> {
	const day = today(view.now);
	const [process, counts] = await Promise.all([processById(view, processId), countAnswered(view, [processId], day)]);
	if (!mayReadProcess(view.actor, process, view.now)) throw new NotFound();
	return coverageOf(counts.get(processId) ?? nothing, process.answeredUntil, day);
}

/** How many contributions and questions want an answer; statements are waited for by the plan itself. */
export async function waitingForAnswers(view: Pick<View, "db" | "now">, processId: string): Promise<number> {
	const [row] = await view.db.$queryRaw<{ count: bigint }[]>`
		SELECT count(*) AS count FROM (${answerable([processId], today(view.now))}) AS answerable
		WHERE released_at IS NULL AND kind <> 'statement'`;
	return Number(row?.count ?? 0n);
}
