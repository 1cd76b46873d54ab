import type { View } from "~/platform/world.server";
import { nextOpeningFor } from "../../processes/index";
import { canBeCommented } from "../policy.server";
import { commentThreads } from "./comment-threads.server";
import { contributionByCode } from "./find-contribution.server";
import { rulesOf } from "./rules.server";

/**
 * The comments of a contribution that this reader may read, and whether one can comment now. The caller has asked the
 * policy for the contribution.
 */
export async function discussion(view: View, code: string, page: number) {
	const contribution = await contributionByCode(view, code);
	const { process } = contribution;
	const [threads, rules] = await Promise.all([commentThreads(view, contribution.id, page), rulesOf(view, process)]);
	return {
		...threads,
		open: canBeCommented(process, contribution, view.now),
		from: nextOpeningFor(process.phases, "comment", view.now),
		everOpen: process.phases.some((phase) => phase.switches.includes("comment")),
		merged: contribution.mergedInto !== null,
		waits: rules.commentsAppear === "before",
		guestsComment: rules.guestsComment,
	};
}

export type Discussion = Awaited<ReturnType<typeof discussion>>;
