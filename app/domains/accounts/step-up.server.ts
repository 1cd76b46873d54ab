import type { Actor } from "~/platform/actor";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import type { View } from "~/platform/world.server";

/** How long a step-up counts, in minutes. */
const stepUpMinutes = 10;

/** Whether what was shown at that moment still counts as shown just now. */
export function isFresh(at: Date | null, now: Date): boolean {
	if (!at) return false;
	const age = now.getTime() - at.getTime();
	return age >= 0 && age < stepUpMinutes * 60_000;
}

/**
 * Asks that password and second factor were shown within the last ten minutes (signing, publishing results, roles).
 * @throws SignInNeeded("step-up") otherwise; SignInNeeded("session") for guests. The house itself passes.
 */
export function demandStepUp({ actor, now }: Pick<View, "actor" | "now">): void {
	if (actor.kind === "house") return;
	if (actor.kind === "guest") throw new SignInNeeded("session");
	if (!isFresh(actor.steppedUpAt, now)) throw new SignInNeeded("step-up");
}

/** The signed-in person, or the way to the sign-in. The house has no account. */
export function demandPerson(actor: Actor): Extract<Actor, { kind: "person" }> {
	if (actor.kind === "person") return actor;
	if (actor.kind === "guest") throw new SignInNeeded("session");
	throw new Forbidden();
}
