import { command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { allowances, allowed, refund } from "../limits.server";
import { passwordHolds } from "../password-hash.server";
import { takeCode } from "../second-factor.server";
import { demandPerson } from "../signed-in";
import { renewSession } from "./open-session.server";

type Refused = "password-wrong" | "code-wrong" | "link-needed" | "too-many-attempts";

/**
 * Shows password and, where there is one, second factor once more; counts for ten minutes.
 * @returns the cookie of the session under its new id; refused with "password-wrong", "code-wrong",
 * "link-needed" (the account has no password: a fresh sign-in by link is its step-up) or "too-many-attempts"
 */
export async function stepUp(
	world: World,
	{ password, code }: { password: string; code: string },
): Promise<Outcome<{ setCookie: string }, Refused>> {
	const { accountId, sessionId } = demandPerson(world.actor);
	if (!(await allowed([allowances.stepUp, accountId]))) return refused("too-many-attempts");
	const account = await world.db.account.findUniqueOrThrow({
		where: { id: accountId },
		select: { passwordHash: true, totpConfirmedAt: true },
	});
	if (!account.passwordHash && !account.totpConfirmedAt) return refused("link-needed");
	if (account.passwordHash && !(await passwordHolds(account.passwordHash, password))) {
		await noteFailed(world, { accountId, what: "password-wrong" });
		return refused("password-wrong", { field: "password" });
	}
	const needsCode = account.totpConfirmedAt !== null;
	const outcome = await markSteppedUp(world, { accountId, sessionId, code: needsCode ? code : null });
	if (outcome.done) await refund([allowances.stepUp, accountId]);
	else await noteFailed(world, { accountId, what: "code-wrong" });
	return outcome;
}

/** What failed is written down as well: on its own, because the refusal takes everything of its own act back. */
const noteFailed = command(
	"accounts.note-failed-step-up",
	async (world, { accountId, what }: { accountId: string; what: "password-wrong" | "code-wrong" }) => {
		world.record({
			type: "accounts.session.step-up-failed",
			subject: { kind: "account", id: accountId },
			ownerId: null,
			facts: { what },
		});
		return done(null);
	},
);

const markSteppedUp = command(
	"accounts.step-up",
	async (
		world,
		{ accountId, sessionId, code }: { accountId: string; sessionId: string; code: string | null },
	): Promise<Outcome<{ setCookie: string }, Refused>> => {
		if (code !== null && !(await takeCode(world, accountId, code))) return refused("code-wrong", { field: "code" });
		const secondFactorAt = code === null ? undefined : world.now;
		const shown = { passwordAt: world.now, steppedUpAt: world.now };
		const setCookie = await renewSession(world, sessionId, secondFactorAt ? { ...shown, secondFactorAt } : shown);
		world.record({ type: "accounts.session.stepped-up", subject: { kind: "account", id: accountId }, ownerId: null });
		return done({ setCookie });
	},
);
