import type { Actor } from "~/platform/actor";
import type { FoundProcess } from "../processes/index.server";
import { isOpenFor, mayManageProcesses, mayReadProcess, worksFor } from "../processes/index.server";

/** Sets a budget up, as long as its rule is not frozen; what is frozen nobody changes. */
export function mayManageBudgets(actor: Actor, process: FoundProcess): boolean {
	return mayManageProcesses(actor, process) && process.archivedAt === null;
}

/** Checks whether a project can be done: who manages the process, and whoever holds the post that was asked. */
export function mayCheckProject(actor: Actor, given: { process: FoundProcess; postId: string | null }): boolean {
	if (given.process.archivedAt !== null) return false;
	if (mayManageProcesses(actor, given.process)) return true;
	return (
		actor.kind === "person" &&
		given.postId !== null &&
		worksFor(actor, given.process) &&
		actor.grants.some(({ postId }) => postId === given.postId)
	);
}

/** Whether ballots are taken now: the rule is frozen and a phase with voting is open. */
export function isVotingOpen(process: FoundProcess, budget: { frozenAt: Date | null }, now: Date): boolean {
	return budget.frozenAt !== null && isOpenFor(process, "vote", now);
}

/** Results are everybody's once they are counted; before that nobody sees any. */
export function mayReadResult(
	actor: Actor,
	process: FoundProcess,
	counting: { finishedAt: Date | null } | null,
	now: Date,
): boolean {
	return counting?.finishedAt != null && mayReadProcess(actor, process, now);
}
