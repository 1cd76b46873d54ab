import type { View } from "~/platform/world.server";

/** The address of each organisation's own Body in OParl, where one of the systems it reads has told it; the oldest of several. */
export async function bodyOfOrganisation(
	db: View["db"],
	organisationIds: readonly string[],
): Promise<Map<string, string>> {
	const rows = await db.oparlObject.findMany({
		where: {
			type: "Body",
			deleted: false,
			system: { organisationId: { in: [...organisationIds] }, removedAt: null },
		},
		orderBy: [{ firstReadAt: "desc" }, { id: "desc" }],
		take: 1000,
		select: { oparlId: true, system: { select: { organisationId: true } } },
	});
	return new Map(rows.map(({ oparlId, system }) => [system.organisationId, oparlId]));
}
