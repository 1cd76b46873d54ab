import { type Actor, hasRole, isOperator } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

const isHouse: Policy<unknown> = (actor: Actor) => actor.kind === "house";

/** The register belongs to the installation, so its operator imports it (or the house itself, at the first start). */
export const mayImportRegister: Policy<null> = either(isHouse, isOperator);

/** Who acts for whom inside a county is recorded by the operator or by an administrator of that county. */
export const mayAuthoriseAssociations: Policy<{ countyId: string }> = either<{ countyId: string }>(
	isHouse,
	isOperator,
	(actor, { countyId }) => hasRole(actor, countyId, "organisation-admin"),
);
