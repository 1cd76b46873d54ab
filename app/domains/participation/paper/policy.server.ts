import type { Actor } from "~/platform/actor";
import { mayModerate } from "../contributions/policy.server";
import type { FoundProcess } from "../processes/index.server";
import { mayManage, worksFor } from "../processes/index.server";
import { stateOf, type Timed } from "../processes/process";
import { type FormKind, switchOf } from "./form-kind";

/**
 * Types in what came on paper, by telephone or at the counter: everybody who works for the place, guides included, and who
 * helps with the process.
 */
export function mayEnterPaper(actor: Actor, process: FoundProcess): boolean {
	return process.binnedAt === null && (mayManage(actor, process) || worksFor(actor, process));
}

/** Takes over tables, and reads names and addresses to write letters and to call: who looks after the process. */
export function mayWriteLetters(actor: Actor, process: FoundProcess): boolean {
	if (process.binnedAt !== null) return false;
	return (
		mayManage(actor, process) || mayModerate(actor, { organisationId: process.organisationId, processId: process.id })
	);
}

/**
 * Whether something of this kind can be entered: from the moment on at which people may do it online until the
 * process is closed, because paper arrives late.
 */
export function takesPaper(process: Timed & { spaceIsOpen: boolean }, kind: FormKind, now: Date): boolean {
	const state = stateOf(process, now);
	const wanted = switchOf[kind];
	const begun = process.phases.some(({ switches, opensAt }) => switches.includes(wanted) && opensAt <= now);
	return process.spaceIsOpen && begun && state !== "draft" && state !== "archived";
}
