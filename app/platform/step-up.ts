import type { Actor } from "./actor";
import { SignInNeeded } from "./outcome";

/** How long a step-up counts, in minutes. */
const stepUpMinutes = 10;

/** Whether what was shown at that moment still counts as shown just now. */
export function isFresh(at: Date | null, now: Date): boolean {
	if (!at) return false;
	const age = now.getTime() - at.getTime();
	return age >= 0 && age < stepUpMinutes * 60_000;
}

/**
 * Asks that password and second factor were shown within the last ten minutes (signing, publishing results, handing on rights).
 * @throws SignInNeeded("step-up") otherwise; SignInNeeded("session") for guests. The house itself passes.
 */
export function demandStepUp({ actor, now }: { actor: Actor; now: Date }): void {
	if (actor.kind === "house") return;
	if (actor.kind === "guest") throw new SignInNeeded("session");
	if (!isFresh(actor.steppedUpAt, now)) throw new SignInNeeded("step-up");
}
