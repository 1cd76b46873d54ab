import type { View } from "~/platform/world.server";
import type { FoundProcess } from "../../processes/index.server";
import { type ContributionRules, defaultRules } from "../contribution-rules";

/** What a process says about comments and support, or the defaults where it has said nothing. */
export async function rulesOf(
	view: Pick<View, "db">,
	process: Pick<FoundProcess, "id" | "moderation" | "guestsWelcome">,
): Promise<ContributionRules> {
	const row = await view.db.contributionRules.findUnique({ where: { processId: process.id } });
	if (!row) return defaultRules(process);
	return {
		commentsAppear: row.commentsAppear === "after" ? "after" : "before",
		guestsComment: row.guestsComment,
		guestsSupport: row.guestsSupport,
	};
}
