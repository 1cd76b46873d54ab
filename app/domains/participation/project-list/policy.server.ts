import { type Actor, hasRole } from "~/platform/actor";
import type { Policy } from "~/platform/policy";
import { worksFor } from "../processes/index.server";

/** What the policies look at. `spaceIsOpen`: the owner has an open place in this house. */
export type GivenProject = { organisationId: string; publishedAt: Date | null; spaceIsOpen: boolean };

/** Keeps entries of the project list up to date, and answers requests for participation. */
export const mayManageProjects: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin", "participation-manager", "staff");

/** Shows entries to everybody and says how many people it takes; in Karlsruhe the council resolves on that. */
export const mayPublishProjects: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin", "participation-manager");

/** What is published in an open place is everybody's; the rest is the staff's. */
export function mayReadProject(actor: Actor, project: GivenProject, now: Date): boolean {
	const isPublic = project.spaceIsOpen && project.publishedAt !== null && project.publishedAt <= now;
	return isPublic || actor.kind === "house" || worksFor(actor, project);
}
