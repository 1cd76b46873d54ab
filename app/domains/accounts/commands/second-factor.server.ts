import { command } from "~/platform/act.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import type { View, World } from "~/platform/world.server";
import { grantsOf, needsSecondFactor } from "../grants.server";
import { allowances, allowed, refund } from "../limits.server";
import {
	newTotpSecret,
	openOffer,
	renewRecoveryCodes,
	sealOffer,
	sealSecret,
	stepOf,
	totpAddress,
} from "../second-factor.server";
import { endSessions } from "../sessions.server";
import { demandPerson } from "../signed-in";
import { renewSession } from "./open-session.server";

type SetUp = { offer: string; secret: string; address: string };

/**
 * What the set-up page shows: a new secret as text and as address for the QR code, and the sealed offer that its form
 * carries along. The same offer shows the same secret again after a refused form. Writes nothing.
 */
export async function offerSecondFactor(view: View, earlier: string | null): Promise<SetUp> {
	const { accountId, sessionId } = demandPerson(view.actor);
	const { email } = await view.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
	const secret = (earlier && openOffer(sessionId, earlier)) || newTotpSecret();
	return { offer: earlier ?? sealOffer(sessionId, secret), secret, address: totpAddress(secret, email) };
}

type Refused = "code-wrong" | "offer-over" | "factor-there" | "too-many-attempts";

/**
 * Takes the secret of an offer as second factor once its code proves that the app has it. All other sessions end, this one goes
 * on under a new id and has passed its second factor.
 * @returns the cookie and the recovery codes, to be shown this once; refused with "code-wrong", "offer-over", "factor-there" or
 * "too-many-attempts"
 * @throws SignInNeeded("step-up") when the sign-in is more than ten minutes ago
 */
export async function addSecondFactor(
	world: World,
	{ offer, code }: { offer: string; code: string },
): Promise<Outcome<{ setCookie: string; recoveryCodes: string[] }, Refused>> {
	const { accountId, sessionId } = demandPerson(world.actor);
	demandStepUp(world);
	if (!(await allowed([allowances.code, accountId]))) return refused("too-many-attempts");
	const secret = openOffer(sessionId, offer);
	if (!secret) return refused("offer-over");
	const step = stepOf(secret, code.replace(/\s/g, ""), world.now);
	if (step === null) return refused("code-wrong", { field: "code" });
	const outcome = await storeFactor(world, { accountId, sessionId, secret, step });
	if (outcome.done) await refund([allowances.code, accountId]);
	return outcome;
}

const storeFactor = command(
	"accounts.add-second-factor",
	async (
		world,
		{ accountId, sessionId, secret, step }: { accountId: string; sessionId: string; secret: string; step: bigint },
	): Promise<Outcome<{ setCookie: string; recoveryCodes: string[] }, Refused>> => {
		const { count } = await world.db.account.updateMany({
			where: { id: accountId, totpConfirmedAt: null },
			data: { totpSecret: sealSecret(accountId, secret), totpConfirmedAt: world.now, totpLastStep: step },
		});
		if (count === 0) return refused("factor-there");
		const recoveryCodes = await renewRecoveryCodes(world, accountId);
		await endSessions(world, { accountId, except: sessionId });
		const setCookie = await renewSession(world, sessionId, { secondFactorAt: world.now, steppedUpAt: world.now });
		world.record({
			type: "accounts.second-factor.added",
			subject: { kind: "account", id: accountId },
			ownerId: null,
		});
		return done({ setCookie, recoveryCodes });
	},
);

/**
 * Removes the second factor, after a step-up; all other sessions end.
 * @returns the cookie of this session under its new id; refused with "factor-required" for staff
 */
export const removeSecondFactor = command(
	"accounts.remove-second-factor",
	async (world, _: null): Promise<Outcome<{ setCookie: string }, "factor-required">> => {
		const { accountId, personId, sessionId } = demandPerson(world.actor);
		demandStepUp(world);
		if (needsSecondFactor(await grantsOf(world, personId))) return refused("factor-required");
		await world.db.account.update({
			where: { id: accountId },
			data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
		});
		await world.db.recoveryCode.deleteMany({ where: { accountId } });
		await endSessions(world, { accountId, except: sessionId });
		const setCookie = await renewSession(world, sessionId, { secondFactorAt: null });
		world.record({
			type: "accounts.second-factor.removed",
			subject: { kind: "account", id: accountId },
			ownerId: null,
		});
		return done({ setCookie });
	},
);

/** Replaces the recovery codes, after a step-up; the earlier ones are void. @returns the new ones, to be shown this once */
export const replaceRecoveryCodes = command(
	"accounts.replace-recovery-codes",
	async (world, _: null): Promise<Outcome<{ recoveryCodes: string[] }, never>> => {
		const { accountId, secondFactor } = demandPerson(world.actor);
		demandStepUp(world);
		if (!secondFactor) throw new Forbidden();
		const recoveryCodes = await renewRecoveryCodes(world, accountId);
		world.record({
			type: "accounts.recovery-codes.replaced",
			subject: { kind: "account", id: accountId },
			ownerId: null,
		});
		return done({ recoveryCodes });
	},
);
