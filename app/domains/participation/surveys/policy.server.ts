import type { Actor } from "~/platform/actor";
import type { FoundProcess } from "../processes/index.server";
import { mayManage, mayReadProcess, worksFor } from "../processes/index.server";

/** Writes the questions, releases texts and tells the result: who looks after the process. */
export function mayManageSurveys(actor: Actor, process: FoundProcess): boolean {
	return mayManage(actor, process) && process.archivedAt === null && process.binnedAt === null;
}

/** Types in what came on paper: everybody who works for the place, guides included. */
export function mayEnterPaper(actor: Actor, process: FoundProcess): boolean {
	return process.archivedAt === null && (mayManage(actor, process) || worksFor(actor, process));
}

/** Once a phase has shown results they stay readable; before that they are for those who work on the process. */
export function mayReadResults(actor: Actor, process: FoundProcess, now: Date): boolean {
	if (mayManage(actor, process) || worksFor(actor, process)) return true;
	const shown = process.phases.some(({ switches, opensAt }) => switches.includes("results") && opensAt <= now);
	return shown && mayReadProcess(actor, process, now);
}

/** Opens the files of an answer: who looks after the process, and whoever gave it with an account. Nobody else, ever. */
export function mayReadAnswerFiles(actor: Actor, process: FoundProcess, personId: string | null): boolean {
	if (personId !== null && actor.kind === "person" && actor.personId === personId) return true;
	return mayManage(actor, process) && process.binnedAt === null;
}
