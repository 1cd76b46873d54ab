import type { Actor } from "~/platform/actor";
import { mayEnterPaper, takesPaper } from "../paper/policy.server";
import { type FoundProcess, isOpenFor, mayReadProcess } from "../processes/index.server";

/**
 * Whether whoever handles a concern can give it into this process now: those who type in for it as long as paper is taken, all
 * others while everybody can contribute.
 */
export function takesConcerns(actor: Actor, process: FoundProcess, now: Date): boolean {
	if (!mayReadProcess(actor, process, now)) return false;
	if (mayEnterPaper(actor, process) && takesPaper(process, "idea", now)) return true;
	return isOpenFor(process, "contribute", now);
}
