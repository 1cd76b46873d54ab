import { type Actor, grantsFor, hasRole, type Role } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

type Of = { organisationId: string };

const isHouse: Policy<unknown> = (actor: Actor) => actor.kind === "house";

/** Guides and administrators of the organisation whose plan it is, or of one that acts for it. */
export const guideRoles = ["guide", "organisation-admin"] as const satisfies Role[];

/**
 * The work of guides: drafts plans, sees who was responsible on other days; reads concerns with their askers, clarifies,
 * answers and closes them.
 */
export const mayPlan: Policy<Of> = either<Of>(isHouse, (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...guideRoles),
);

/** Who works for a municipality: follows what it brought to the county, and what the county tells it. */
export const mayFollow: Policy<Of> = either<Of>(isHouse, (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin", "participation-manager", "staff", "guide"),
);

/** Takes in a concern: guides of the owner, and a municipality for itself. */
export const mayRaise: Policy<Of & { raisedById: string | null }> = either<Of & { raisedById: string | null }>(
	mayPlan,
	(actor, { raisedById }) => raisedById !== null && mayFollow(actor, { organisationId: raisedById }),
);

/** Puts a plan in force. */
export const mayApprove: Policy<Of> = either<Of>(isHouse, (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin"),
);

/** As which post, on whose behalf and whether as a deputy somebody acts; their own right comes before a lent one. */
export function actingAs(actor: Actor, organisationId: string) {
	const grants = grantsFor(actor, organisationId, guideRoles);
	const grant =
		grants.find(({ deputy, onBehalfOfId }) => !deputy && onBehalfOfId === null) ??
		grants.find(({ deputy }) => !deputy) ??
		grants[0];
	return {
		recorded: { ownerId: organisationId, postId: grant?.postId ?? null, onBehalfOfId: grant?.onBehalfOfId ?? null },
		asDeputy: grant?.deputy ?? false,
	};
}
