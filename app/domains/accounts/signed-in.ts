import type { Actor } from "~/platform/actor";
import { Forbidden, SignInNeeded } from "~/platform/outcome";

/** The signed-in person, or the way to the sign-in. The house has no account. */
export function demandPerson(actor: Actor): Extract<Actor, { kind: "person" }> {
	if (actor.kind === "person") return actor;
	if (actor.kind === "guest") throw new SignInNeeded("session");
	throw new Forbidden();
}
