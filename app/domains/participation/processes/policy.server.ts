import { type Actor, hasRole, staffRoles } from "~/platform/actor";
import type { Policy } from "~/platform/policy";
import type { Switch } from "./phase";
import { isPublished, isSwitchedOn, stateOf, type Timed } from "./process";

/** What the policies of processes look at. `spaceIsOpen`: its organisation has a place in this house. */
export type GivenProcess = Timed & { id: string; organisationId: string; spaceIsOpen: boolean };

/** Someone who works for the owning organisation (or acts for it), in any role. */
export const worksFor: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...staffRoles);

/** Makes, changes, publishes and archives the organisation's processes. */
export const mayManageProcesses: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "participation-manager");

/** What is published in an open space is everybody's; drafts are the staff's (and the preview link's). */
export function mayReadProcess(actor: Actor, process: GivenProcess, now: Date): boolean {
	return (process.spaceIsOpen && isPublished(process, now)) || actor.kind === "house" || worksFor(actor, process);
}

/** Whether people can do this now; the policy asks the phase, so that no page asks the clock. */
export function isOpenFor(process: GivenProcess, wanted: Switch, now: Date): boolean {
	return process.spaceIsOpen && isSwitchedOn(process, wanted, now);
}

export function mayChangeProcess(actor: Actor, process: GivenProcess, now: Date): boolean {
	return mayManageProcesses(actor, process) && stateOf(process, now) !== "archived";
}

export function mayArchiveProcess(actor: Actor, process: GivenProcess, now: Date): boolean {
	const state = stateOf(process, now);
	return mayManageProcesses(actor, process) && state !== "draft" && state !== "archived";
}
