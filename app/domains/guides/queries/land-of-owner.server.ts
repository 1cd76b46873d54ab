import type { View } from "~/platform/world.server";

/** The Land of an organisation, whose holidays count: the first two digits of its key, null when it has none. */
export async function landOfOwner({ db }: Pick<View, "db">, organisationId: string): Promise<string | null> {
	const row = await db.organisation.findUnique({ where: { id: organisationId }, select: { ars: true, ags: true } });
	return (row?.ars ?? row?.ags)?.slice(0, 2) ?? null;
}
