import type { Actor } from "./actor";
import { Forbidden, SignInNeeded } from "./outcome";

/** A small named predicate: may this actor, given this? */
export type Policy<Given> = (actor: Actor, given: Given) => boolean;

export function either<Given>(...policies: Policy<Given>[]): Policy<Given> {
	return (actor, given) => policies.some((policy) => policy(actor, given));
}

/**
 * Lets pass or throws: a guest is asked to sign in, somebody for the second factor only where that would help, everybody
 * else is told that it is not theirs.
 */
export function demand<Given>(policy: Policy<Given>, actor: Actor, given: Given): void {
	if (policy(actor, given)) return;
	if (actor.kind === "guest") throw new SignInNeeded("session");
	if (actor.kind === "person" && !actor.secondFactor) {
		// Staff grants are not there to be asked before the second factor; what else hangs on it is asked as if it were shown.
		if (actor.grantsWait || policy({ ...actor, secondFactor: true }, given)) throw new SignInNeeded("second-factor");
	}
	throw new Forbidden();
}
