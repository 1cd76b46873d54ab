import type { View } from "~/platform/world.server";

/** The rules for comments and support of a process, as they are read before its release; null when they are the usual ones. */
export function contributionContent(view: Pick<View, "db">, processId: string): Promise<unknown> {
	return view.db.contributionRules.findUnique({ where: { processId } });
}
