import { type Actor, hasRole } from "~/platform/actor";
import type { FoundProcess } from "../processes/index.server";
import { isOpenFor, worksFor } from "../processes/index.server";
import { type Dated, mayHappen, stateOf } from "./contribution";

type Owned = { organisationId: string; processId: string; authorId: string | null };

/** Moderators and participation managers of the organisation (or acting for it), and moderators of this one process. */
export function mayModerate(actor: Actor, given: { organisationId: string; processId?: string }): boolean {
	if (hasRole(actor, given.organisationId, "moderator", "participation-manager")) return true;
	return (
		actor.kind === "person" &&
		given.processId !== undefined &&
		actor.grants.some(
			({ role, scope }) => role === "moderator" && scope.kind === "process" && scope.id === given.processId,
		)
	);
}

export function isAuthor(actor: Actor, { authorId }: Pick<Owned, "authorId">): boolean {
	return actor.kind === "person" && authorId !== null && actor.personId === authorId;
}

/**
 * How much of a contribution this reader may see: its text, only that something stood here, or nothing.
 * Hidden ones keep a placeholder in public; drafts and waiting ones are the author's and the moderators'.
 */
export function mayRead(actor: Actor, contribution: Owned & Dated): "text" | "placeholder" | "nothing" {
	const state = stateOf(contribution);
	if (state === "published") return "text";
	if (isAuthor(actor, contribution) || actor.kind === "house") return "text";
	const handedIn = contribution.submittedAt !== null;
	if (handedIn && (mayModerate(actor, contribution) || worksFor(actor, contribution))) return "text";
	if (state === "hidden" || (state === "withdrawn" && contribution.publishedAt)) return "placeholder";
	return "nothing";
}

/** Whether anybody can support it now; those who are not signed in are asked to. */
export function canBeSupported(process: FoundProcess, contribution: Dated, now: Date): boolean {
	return isOpenFor(process, "support", now) && mayHappen(stateOf(contribution), "support");
}
