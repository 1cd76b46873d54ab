import type { Actor } from "~/platform/actor";
import type { FoundProcess } from "../processes/index.server";
import { mayManage, mayReadProcess, worksFor } from "../processes/index.server";
import { stateOf } from "../processes/process";

/** Once a process is closed its figures are everybody's; before that they belong to those who work on it. */
export function mayReadEvaluation(actor: Actor, process: FoundProcess, now: Date): boolean {
	if (process.binnedAt !== null) return false;
	if (mayManage(actor, process) || worksFor(actor, process)) return true;
	return stateOf(process, now) === "archived" && mayReadProcess(actor, process, now);
}

/** Writes the final report and the self-evaluation, also after the process was closed: that is when it is done. */
export function mayEvaluate(actor: Actor, process: FoundProcess): boolean {
	return mayManage(actor, process) && process.publishedAt !== null;
}
