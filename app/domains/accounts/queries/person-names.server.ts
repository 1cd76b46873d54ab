import type { View } from "~/platform/world.server";

/**
 * What people are called, by their ids. Whoever was erased has no name here: the page says of them what it says of somebody
 * unnamed. Asks nobody: the caller has asked who may read these names.
 * @param ids of persons; empty ones (somebody's who is no longer known) and repeated ones are allowed
 */
export async function personNames(
	{ db }: Pick<View, "db">,
	ids: readonly (string | null)[],
): Promise<Map<string, string>> {
	const wanted = [...new Set(ids.filter((id) => id !== null))];
	if (wanted.length === 0) return new Map();
	const people = await db.person.findMany({
		where: { id: { in: wanted }, erasedAt: null },
		select: { id: true, displayName: true },
	});
	return new Map(people.map(({ id, displayName }) => [id, displayName]));
}
