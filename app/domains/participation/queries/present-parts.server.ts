import type { View } from "~/platform/world.server";

export type PresentParts = {
	texts: boolean;
	surveys: boolean;
	budgets: boolean;
	votes: boolean;
	events: boolean;
	planning: boolean;
	origin: boolean;
	project: boolean;
	resolutions: boolean;
};

/**
 * Which parts a process has, and whether a project or a resolution belongs to it, in one statement: most have one or none, and each part that is absent costs its page nothing.
 * Says nothing about who may see them; every part asks its own policy.
 */
export async function presentParts({ db }: Pick<View, "db">, processId: string): Promise<PresentParts> {
	const [present] = await db.$queryRaw<PresentParts[]>`
		SELECT EXISTS (SELECT FROM process_text WHERE process_id = ${processId}::uuid) AS texts,
			EXISTS (SELECT FROM survey WHERE process_id = ${processId}::uuid) AS surveys,
			EXISTS (SELECT FROM ballot_box WHERE process_id = ${processId}::uuid AND kind = 'budget') AS budgets,
			EXISTS (SELECT FROM ballot_box WHERE process_id = ${processId}::uuid AND kind = 'vote') AS votes,
			EXISTS (SELECT FROM process_event WHERE process_id = ${processId}::uuid) AS events,
			EXISTS (SELECT FROM planning WHERE process_id = ${processId}::uuid) AS planning,
			EXISTS (SELECT FROM imported_process WHERE process_id = ${processId}::uuid) AS origin,
			EXISTS (SELECT FROM listed_project WHERE process_id = ${processId}::uuid) AS project,
			EXISTS (SELECT FROM trace_link WHERE from_kind = 'process' AND from_id = ${processId}::uuid
				AND relation = 'put-to-council') AS resolutions`;
	if (!present) throw new Error("one statement, one row");
	return present;
}
