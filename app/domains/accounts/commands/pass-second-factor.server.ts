import { command } from "~/platform/act.server";
import { done, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { isFresh } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { readHalfSession } from "../actor.server";
import { allowances, allowed, refund } from "../limits.server";
import { takeCode } from "../second-factor.server";
import { renewSession } from "./open-session.server";

type Refused = "code-wrong" | "too-many-attempts";

/**
 * Shows the second factor to a session that lacks it: a code of the app or a recovery code, each once.
 * @returns the cookie of the session under its new id; refused with "code-wrong" or "too-many-attempts"
 * @throws SignInNeeded when this browser has no such session
 */
export async function passSecondFactor(
	world: World,
	{ code, cookies }: { code: string; cookies: string },
): Promise<Outcome<{ setCookie: string; by: "totp" | "recovery" }, Refused>> {
	const half = await readHalfSession(world, cookies);
	if (!half) throw new SignInNeeded("session");
	const { accountId, id: sessionId, passwordAt } = half.session;
	if (!(await allowed([allowances.code, accountId]))) return refused("too-many-attempts");
	const outcome = await passWithCode(world, { accountId, sessionId, passwordAt, code });
	if (outcome.done) await refund([allowances.code, accountId]);
	return outcome;
}

const passWithCode = command(
	"accounts.pass-second-factor",
	async (
		world,
		input: { accountId: string; sessionId: string; passwordAt: Date | null; code: string },
	): Promise<Outcome<{ setCookie: string; by: "totp" | "recovery" }, Refused>> => {
		const by = await takeCode(world, input.accountId, input.code);
		if (!by) return refused("code-wrong", { field: "code" });
		// Password and code shown within minutes of each other are all that a step-up would ask for.
		const steppedUpAt = isFresh(input.passwordAt, world.now) ? world.now : null;
		const setCookie = await renewSession(world, input.sessionId, { secondFactorAt: world.now, steppedUpAt });
		world.record({
			type: "accounts.second-factor.passed",
			subject: { kind: "account", id: input.accountId },
			ownerId: null,
			facts: { by },
		});
		return done({ setCookie, by });
	},
);
