import type { View } from "~/platform/world.server";

/** The names of those who wrote down a fact, by their ids; whoever was forgotten has none. */
export async function authorNames({ db }: View, ids: readonly (string | null)[]): Promise<Map<string, string>> {
	const wanted = [...new Set(ids.filter((id) => id !== null))];
	const rows = await db.person.findMany({
		where: { id: { in: wanted }, erasedAt: null },
		select: { id: true, displayName: true },
	});
	return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
