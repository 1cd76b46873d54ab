import { type Actor, personIdOf } from "~/platform/actor";
import type { Policy } from "~/platform/policy";
import { mayManage } from "../processes/policy.server";

type GivenProcess = Parameters<typeof mayManage>[1];

/** Plans events, works with the registrations and writes down what was said: whoever sets the process up. */
export const mayManageEvents: Policy<GivenProcess> = (actor, process) =>
	actor.kind === "house" || mayManage(actor, process);

/** Whose registration it is when no mail with its key is at hand. */
export function isOwnRegistration(actor: Actor, { personId }: { personId: string | null }): boolean {
	return personId !== null && personIdOf(actor) === personId;
}
