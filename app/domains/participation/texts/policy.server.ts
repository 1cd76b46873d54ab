import { type Actor, hasRole } from "~/platform/actor";
import type { Policy } from "~/platform/policy";
import { mayManageProcesses } from "../processes/index.server";

/** Writes and publishes the texts of the organisation's processes. */
export const mayManageTexts: Policy<{ organisationId: string }> = mayManageProcesses;

/** Divides and weighs statements and notes what changed because of them: those who answer. */
export const mayTreat: Policy<{ organisationId: string }> = (actor: Actor, { organisationId }) =>
	hasRole(actor, organisationId, "participation-manager", "moderator");
