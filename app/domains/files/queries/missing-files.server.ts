import type { View } from "~/platform/world.server";
import { storage } from "../storage.server";

/**
 * Ids of files that a row promises and the disk does not have, for the checks after a backup or a restore.
 * For the house itself: nobody is asked, and nothing but ids is told.
 */
export async function missingFiles({ db }: Pick<View, "db">): Promise<string[]> {
	const missing: string[] = [];
	let after: string | undefined;
	for (;;) {
		const rows = await db.file.findMany({
			where: { removedAt: null, ...(after ? { id: { gt: after } } : {}) },
			orderBy: { id: "asc" },
			take: 1000,
			select: { id: true },
		});
		for (const { id } of rows) if (!(await storage().has(id))) missing.push(id);
		after = rows.at(-1)?.id;
		if (!after) return missing;
	}
}
