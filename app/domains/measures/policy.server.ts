import { type Actor, hasRole, staffRoles } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

const isHouse: Policy<unknown> = (actor) => actor.kind === "house";

/** What the policies of measures look at. `spaceIsOpen`: the owner has a place in this house. */
export type GivenMeasure = { organisationId: string; publishedAt: Date | null; spaceIsOpen: boolean };

/** Works for the owning organisation (or acts for it), in any role. */
const worksFor: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...staffRoles);

/** Starts, changes, moves, reports on and ends the organisation's measures. */
export const mayManageMeasures: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin", "participation-manager", "staff");

/**
 * Lets a pilot begin without an agreement. Not for those who run the measure: the exception carries the name of somebody
 * who answers for the organisation.
 */
export const mayGrantException: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin", "signatory");

/** Keeps the catalogue of measures described elsewhere. */
export const mayKeepCatalogue: Policy<{ organisationId: string }> = either<{ organisationId: string }>(
	isHouse,
	mayManageMeasures,
);

/** What is published in an open space is everybody's; the rest is the staff's. */
export function mayReadMeasure(actor: Actor, measure: GivenMeasure, now: Date): boolean {
	const isPublic = measure.spaceIsOpen && measure.publishedAt !== null && measure.publishedAt <= now;
	return isPublic || actor.kind === "house" || worksFor(actor, measure);
}
