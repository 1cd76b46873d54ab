import { type Actor, hasRole, staffRoles } from "~/platform/actor";
import type { Policy } from "~/platform/policy";

/** What the policies look at. `spaceIsOpen`: the owner has an open place in this house. */
export type GivenResolution = { organisationId: string; publishedAt: Date | null; spaceIsOpen: boolean };

/** Works for the organisation (or acts for it), in any role. */
const worksFor: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...staffRoles);

/** Writes down what the organisation's bodies resolved, publishes and corrects it. */
export const mayRecordResolutions: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin", "participation-manager", "staff");

/** Puts council information systems on the list of what the house may ask on the organisation's behalf. */
export const mayNameSystems: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin", "participation-manager");

/** What is published in an open place is everybody's; the rest is the staff's. */
export function mayReadResolution(actor: Actor, resolution: GivenResolution, now: Date): boolean {
	const isPublic = resolution.spaceIsOpen && resolution.publishedAt !== null && resolution.publishedAt <= now;
	return isPublic || actor.kind === "house" || worksFor(actor, resolution);
}
