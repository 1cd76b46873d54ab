import type { View } from "~/platform/world.server";

/** The plan of a process with its displays and documents, as it is read before its release; null without a plan. */
export async function planningContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	const plan = await view.db.planning.findUnique({
		where: { processId },
		select: {
			kind: true,
			name: true,
			area: true,
			way: true,
			systemAddress: true,
			office: true,
			officeEmail: true,
			officeAddress: true,
			displays: {
				orderBy: { round: "asc" },
				select: {
					round: true,
					startsOn: true,
					endsOn: true,
					shortenedBecause: true,
					changes: true,
					secondAccess: true,
					environmentalInfo: true,
				},
			},
		},
	});
	if (!plan) return null;
	const documents = await view.db.file.findMany({
		where: { subjectKind: "planning", subjectId: processId, removedAt: null },
		orderBy: { id: "asc" },
		select: { name: true, sha256: true },
	});
	return { ...plan, documents };
}
