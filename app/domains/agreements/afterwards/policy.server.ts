import type { Actor } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";
import { type Guest, mayActFor, mayLead } from "../policy.server";

type Owed = { id: string; guests: readonly Guest[]; ownerId: string; organisationId: string; postId: string | null };

/** Holds the post that does it, or covers for whoever does. */
const throughPost: Policy<Owed> = (actor, { postId }) =>
	postId !== null && actor.kind === "person" && actor.grants.some((grant) => grant.postId === postId);

/** Meets an obligation or says who does: who works or signs for its party, holds or covers its post, or leads the agreement. */
export const mayMeetObligation = either<Owed>(mayLead, mayActFor, throughPost);

/** The organisations for which somebody works on agreements: their staff and admins, also on behalf. */
export function worksAt(actor: Actor): string[] {
	if (actor.kind !== "person") return [];
	const ids = actor.grants.flatMap(({ role, scope }) =>
		(role === "staff" || role === "organisation-admin") && scope.kind === "organisation" ? [scope.id] : [],
	);
	return [...new Set(ids)];
}
