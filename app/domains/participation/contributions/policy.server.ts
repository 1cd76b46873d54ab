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

/** A ban counts in all processes of the organisation, so it is for those who moderate all of them. */
export function mayBan(actor: Actor, { organisationId }: { organisationId: string }): boolean {
	return mayModerate(actor, { organisationId });
}

export function isAuthor(actor: Actor, { authorId }: Pick<Owned, "authorId">): boolean {
	return actor.kind === "person" && authorId !== null && actor.personId === authorId;
}

/**
 * How much of a contribution this reader may see: its text, only that something stood here, or nothing.
 * Hidden ones keep a placeholder in public, and so do those that wait again because their author changed them; drafts
 * and waiting ones are the author's and the moderators'.
 */
export function mayRead(
	actor: Actor,
	contribution: Owned & Dated & { changedAt: Date | null },
): "text" | "placeholder" | "nothing" {
	const state = stateOf(contribution);
	if (state === "published") return "text";
	if (isAuthor(actor, contribution) || actor.kind === "house") return "text";
	const handedIn = contribution.submittedAt !== null;
	if (handedIn && (mayModerate(actor, contribution) || worksFor(actor, contribution))) return "text";
	if (state === "hidden" || (state === "withdrawn" && contribution.publishedAt)) return "placeholder";
	if (state === "waiting-for-moderation" && contribution.changedAt) return "placeholder";
	return "nothing";
}

type Mergeable = Dated & { mergedInto: unknown };

/** Whether anybody can support it now; those who are not signed in are asked to. What was merged is supported there. */
export function canBeSupported(process: FoundProcess, contribution: Mergeable, now: Date): boolean {
	return isOpenFor(process, "support", now) && mayHappen(stateOf(contribution), "support") && !contribution.mergedInto;
}

/** Whether anybody can comment on it now: the phase has it switched on, and it can be read. */
export function canBeCommented(process: FoundProcess, contribution: Mergeable, now: Date): boolean {
	return isOpenFor(process, "comment", now) && mayHappen(stateOf(contribution), "comment") && !contribution.mergedInto;
}
