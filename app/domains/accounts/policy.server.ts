import { type Actor, hasRole, isOperator, type Role, type Scope } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

const isHouse: Policy<unknown> = (actor) => actor.kind === "house";

/** Administers the people of this organisation (also on its behalf). */
const administers: Policy<{ ownerId: string | null }> = (actor: Actor, { ownerId }) =>
	ownerId !== null && hasRole(actor, ownerId, "organisation-admin");

/** Runs the installation: gives an organisation its first admin, and other operators. */
const setsUp: Policy<{ role: Role; scope: Scope }> = (actor, { role, scope }) =>
	isOperator(actor) && (scope.kind === "platform" || role === "organisation-admin");

/** Who may give or end this role; "operator" belongs to no organisation, so no admin reaches it. */
export const mayGiveRole = either<{ role: Role; scope: Scope; ownerId: string | null }>(isHouse, administers, setsUp);

/** Who sees the people of an organisation and their roles. */
export const maySeePeople = either<{ ownerId: string }>(isHouse, administers, (actor) => isOperator(actor));
