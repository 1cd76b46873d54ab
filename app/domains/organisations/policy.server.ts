import { type Actor, grantsFor, hasRole, isOperator, staffRoles } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

type Of = { organisationId: string };

const isHouse: Policy<unknown> = (actor: Actor) => actor.kind === "house";

const runsTheHouse: Policy<unknown> = either(isHouse, isOperator);

/** The register belongs to the installation, so its operator imports it (or the house itself, at the first start). */
export const mayImportRegister: Policy<null> = runsTheHouse;

/** Who acts for whom inside a county is recorded by the operator or by an administrator of that county. */
export const mayAuthoriseAssociations: Policy<{ countyId: string }> = either<{ countyId: string }>(
	isHouse,
	isOperator,
	(actor, { countyId }) => hasRole(actor, countyId, "organisation-admin"),
);

/** Administers the organisation, as one of its own or of an organisation that acts for it. */
export const mayAdminister: Policy<Of> = either<Of>(isHouse, (actor, { organisationId }) =>
	hasRole(actor, organisationId, "organisation-admin"),
);

/** Opens its place; the operator may, so that a place can be prepared before it has an administrator. */
export const mayOpenSpace: Policy<Of> = either<Of>(mayAdminister, isOperator);

const administersItself: Policy<Of> = (actor, { organisationId }) =>
	grantsFor(actor, organisationId, ["organisation-admin"]).some((grant) => grant.onBehalfOfId === null);

/** Lets another organisation act for this one: nobody hands on an authority that is itself lent. */
export const mayAuthorise: Policy<Of> = either<Of>(isHouse, isOperator, administersItself);

/** Ends it: who gave it, or who got it. */
export const mayEndAuthority: Policy<{ agentId: string; principalId: string }> = (actor, { agentId, principalId }) =>
	mayAuthorise(actor, { organisationId: principalId }) || administersItself(actor, { organisationId: agentId });

/** Works for the organisation in any role that decides for others; sees its posts that are not public and their past. */
export const worksFor: Policy<Of> = either<Of>(isHouse, (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...staffRoles),
);

/** Says that somebody is away and for how long, and reads why: they themselves, and who leads there. */
export const mayHandleAbsence: Policy<Of & { personId: string }> = either<Of & { personId: string }>(
	mayAdminister,
	(actor, { personId }) => actor.kind === "person" && actor.personId === personId,
);
