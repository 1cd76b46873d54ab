import { type Actor, grantsFor, hasRole, personIdOf, staffRoles } from "~/platform/actor";
import type { Policy } from "~/platform/policy";
import type { Releaser } from "../second-person";
import type { Switch } from "./phase";
import { isPublished, isSwitchedOn, stateOf, type Timed } from "./process";

/**
 * What the policies of processes look at. `spaceIsOpen`: its organisation has a place in this house; `helperIds`:
 * organisations that help with it at present.
 */
export type GivenProcess = Timed & {
	id: string;
	organisationId: string;
	spaceIsOpen: boolean;
	helperIds?: readonly string[];
	binnedAt: Date | null;
};

/** Someone who works for the owning organisation (or acts for it), in any role. */
export const worksFor: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...staffRoles);

/** Makes, changes, publishes and archives the organisation's processes. */
export const mayManageProcesses: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "participation-manager");

/** Works on this one process for an organisation that helps with it. */
const helpsWith: Policy<Pick<GivenProcess, "helperIds">> = (actor, { helperIds = [] }) =>
	helperIds.some((helperId) => hasRole(actor, helperId, "participation-manager"));

/** Sets this process up and looks after it: its own organisation's managers, and those of a helping organisation. */
export const mayManage: Policy<GivenProcess> = (actor, process) =>
	mayManageProcesses(actor, process) || helpsWith(actor, process);

/** For the audit log: whoever helps acts on behalf of the owner. */
export function actingFor(actor: Actor, process: GivenProcess): { onBehalfOfId?: string } {
	return mayManageProcesses(actor, process) ? {} : { onBehalfOfId: process.organisationId };
}

/** As whom somebody would release this process. */
export function releaserOf(actor: Actor, process: GivenProcess): Releaser {
	const grants = grantsFor(actor, process.organisationId, publishingRoles);
	const pass = actor.kind === "house" ? null : actor.pass;
	return {
		personId: personIdOf(actor),
		holdsRole: grants.some(({ onBehalfOfId }) => onBehalfOfId === null),
		actsFor: grants.some(({ onBehalfOfId }) => onBehalfOfId !== null) || helpsWith(actor, process),
		hasMayorLink: pass?.purpose === mayorPurpose && pass.subject.kind === "process" && pass.subject.id === process.id,
	};
}

/** Who publishes processes; two of them release for each other. */
export const publishingRoles = ["participation-manager"] as const;

/** Purpose of the head's one-purpose link. */
export const mayorPurpose = "participation.release-process";

/**
 * What is published in an open space is everybody's; drafts are the staff's, the helpers' (and the preview link's). What
 * lies in the bin is opened from there only.
 */
export function mayReadProcess(actor: Actor, process: GivenProcess, now: Date): boolean {
	if (process.binnedAt !== null) return false;
	if (process.spaceIsOpen && isPublished(process, now)) return true;
	return actor.kind === "house" || worksFor(actor, process) || helpsWith(actor, process);
}

/** Whether people can do this now; the policy asks the phase, so that no page asks the clock. */
export function isOpenFor(process: GivenProcess, wanted: Switch, now: Date): boolean {
	return process.spaceIsOpen && isSwitchedOn(process, wanted, now);
}

export function mayChangeProcess(actor: Actor, process: GivenProcess, now: Date): boolean {
	return mayManage(actor, process) && process.binnedAt === null && stateOf(process, now) !== "archived";
}

export function mayArchiveProcess(actor: Actor, process: GivenProcess, now: Date): boolean {
	const state = stateOf(process, now);
	return mayManageProcesses(actor, process) && state !== "draft" && state !== "archived";
}
