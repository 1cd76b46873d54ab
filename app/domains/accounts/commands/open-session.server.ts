import type { ActWorld } from "~/platform/act.server";
import { hashToken } from "~/platform/tokens.server";
import { grantsOf, needsSecondFactor } from "../grants.server";
import { beginSession, findSession } from "../sessions.server";

/** The browser that signs in: its cookies (an earlier session in it ends), what it is, where it comes from. */
export type Visitor = { cookies: string; device: string; ip: string };

/** The Set-Cookie header of the new session, and what is still missing. */
export type SignedIn = { setCookie: string; next: "done" | "code" | "set-up" };

type Opening = {
	accountId: string;
	visitor: Pick<Visitor, "cookies" | "device">;
	by: "password" | "link" | "registration" | "invitation";
	/** Whether this act asked for the password, or made it; a link stands for it where the account has none. */
	passwordShown: boolean;
};

/**
 * Opens a session for an account within an act: always under a new id, and an earlier session of the same browser ends.
 * What was shown counts as a step-up where the account has nothing more to show.
 */
export async function openSession(
	world: ActWorld,
	{ accountId, visitor, by, passwordShown }: Opening,
): Promise<SignedIn> {
	const { db, now } = world;
	const account = await db.account.findUniqueOrThrow({
		where: { id: accountId },
		select: { personId: true, passwordHash: true, totpConfirmedAt: true },
	});
	const earlier = await findSession(world, visitor.cookies);
	if (earlier) await db.session.deleteMany({ where: { id: hashToken(earlier.token) } });
	const staff = needsSecondFactor(await grantsOf(world, account.personId));
	const hasFactor = account.totpConfirmedAt !== null;
	const passwordAt = passwordShown || account.passwordHash === null ? now : null;
	const steppedUpAt = hasFactor ? null : passwordAt;
	const facts = { device: visitor.device, passwordAt, secondFactorAt: null, steppedUpAt };
	const setCookie = await beginSession(world, accountId, facts, staff);
	world.record({
		type: "accounts.session.opened",
		subject: { kind: "account", id: accountId },
		ownerId: null,
		facts: { by },
	});
	return { setCookie, next: hasFactor ? "code" : staff ? "set-up" : "done" };
}

/**
 * Puts a session under a new id after a change of its rights; the old one is void at once.
 * @returns the Set-Cookie header
 */
export async function renewSession(
	world: ActWorld,
	sessionId: string,
	change: { secondFactorAt?: Date | null; steppedUpAt?: Date | null; passwordAt?: Date | null },
): Promise<string> {
	const old = await world.db.session.delete({ where: { id: sessionId }, include: { account: true } });
	const { device, passwordAt, secondFactorAt, steppedUpAt, account } = old;
	const staff = needsSecondFactor(await grantsOf(world, account.personId));
	return beginSession(world, account.id, { device, passwordAt, secondFactorAt, steppedUpAt, ...change }, staff);
}
