import { type Actor, hasRole, staffRoles } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

/** What the policies of groups look at. `functions`: the reader's own functions in the group today. */
export type GivenGroup = {
	id: string;
	organisationId: string;
	isPublic: boolean;
	spaceIsOpen: boolean;
	functions: readonly string[];
};

const isHouse: Policy<unknown> = (actor: Actor) => actor.kind === "house";

/** Founds groups and fills their seats. */
export const mayManageGroups: Policy<{ organisationId: string }> = either<{ organisationId: string }>(
	isHouse,
	(actor, { organisationId }) => hasRole(actor, organisationId, "organisation-admin", "participation-manager"),
);

/** Works for the owner in any role that decides for others. */
const worksFor: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...staffRoles);

/** A member or substitute sees what the group sees. */
const isMember: Policy<GivenGroup> = (actor, { functions }) => actor.kind === "person" && functions.length > 0;

/** Public groups in an open place are everybody's; others are read by members and the owner's staff. */
export const mayReadGroup: Policy<GivenGroup> = either<GivenGroup>(
	isHouse,
	(_, { isPublic, spaceIsOpen }) => isPublic && spaceIsOpen,
	isMember,
	worksFor,
);

/** Reads what is not public: closed agenda items, recommendations before they are published, names. */
export const seesInside: Policy<GivenGroup> = either<GivenGroup>(isHouse, isMember, worksFor);

/** Chair or deputy chair, signed in with the second factor because they decide for others (trust.md). */
const leads: Policy<GivenGroup> = (actor, { functions }) =>
	actor.kind === "person" && actor.secondFactor && functions.some((name) => name === "chair" || name === "deputy");

/** Plans meetings, takes minutes, opens votes and writes them down. */
export const mayRunGroup: Policy<GivenGroup> = either<GivenGroup>(mayManageGroups, leads);

/** Certifies what was counted: the chair, or the deputy; never the administration in their place. */
export const mayCertify: Policy<GivenGroup> = leads;

/** Adds closed papers: every member and substitute, and who runs the group. */
export const mayAddFiles: Policy<GivenGroup> = either<GivenGroup>(mayRunGroup, isMember);
