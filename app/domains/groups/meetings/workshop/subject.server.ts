import type { Subject } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayWorkAtTables } from "./policy.server";
import { tableFor } from "./queries/find-table.server";

async function mayUse(view: View, tableId: string): Promise<boolean> {
	try {
		const { group } = await tableFor(view, tableId);
		return mayWorkAtTables(view.actor, group);
	} catch (error) {
		if (error instanceof NotFound) return false;
		throw error;
	}
}

/** A table has photos; it is no thing of the thread. */
export const workshopTableSubject: Subject = {
	resolve: async () => new Map(),
	mayReadFiles: mayUse,
	mayWriteFiles: mayUse,
};
