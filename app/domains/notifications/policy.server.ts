import { isOperator } from "~/platform/actor";
import type { Policy } from "~/platform/policy";

/** Mail on its way concerns whoever runs the house, with the second factor. */
export const mayCareForMail: Policy<null> = (actor) =>
	actor.kind === "person" && actor.secondFactor && isOperator(actor);

/** Messages, their reading and their rhythm are the recipient's alone. */
export const isRecipient: Policy<{ personId: string }> = (actor, { personId }) =>
	actor.kind === "person" && actor.personId === personId;
