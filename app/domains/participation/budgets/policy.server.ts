import type { Actor } from "~/platform/actor";
import { mayManageBox } from "../ballots/index.server";
import type { FoundProcess } from "../processes/index.server";
import { worksFor } from "../processes/index.server";

/** Checks whether a project can be done: who manages the process, and whoever holds the post that was asked. */
export function mayCheckProject(actor: Actor, given: { process: FoundProcess; postId: string | null }): boolean {
	if (given.process.archivedAt !== null) return false;
	if (mayManageBox(actor, given.process)) return true;
	return (
		actor.kind === "person" &&
		given.postId !== null &&
		worksFor(actor, given.process) &&
		actor.grants.some(({ postId }) => postId === given.postId)
	);
}
