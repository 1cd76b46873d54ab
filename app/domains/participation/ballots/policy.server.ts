import type { Actor } from "~/platform/actor";
import type { FoundProcess } from "../processes/index.server";
import { isOpenFor, mayManage, mayReadProcess, worksFor } from "../processes/index.server";

/** Sets a vote up, as long as its rule is not frozen; what is frozen nobody changes. */
export function mayManageBox(actor: Actor, process: FoundProcess): boolean {
	return mayManage(actor, process) && process.archivedAt === null;
}

/** Whether ballots are taken now: the rule is frozen and a phase with voting is open. */
export function isVotingOpen(process: FoundProcess, box: { frozenAt: Date | null }, now: Date): boolean {
	return box.frozenAt !== null && isOpenFor(process, "vote", now);
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

/** Types paper ballots in: everybody who works for the process, so that there are two. */
export function mayTypeInPaper(actor: Actor, process: FoundProcess): boolean {
	return (worksFor(actor, process) || mayManage(actor, process)) && process.archivedAt === null;
}
