import { type Actor, type Grant, guest, staffRoles } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { grantsOf, needsSecondFactor } from "./grants.server";
import { endOf, findSession, holdSession, type StoredSession } from "./sessions.server";

type Reading = Omit<View, "actor">;

/**
 * Who asks, by the session cookie. Two statements for somebody signed in, none for a guest without cookie.
 * An account with a second factor is nobody until the session has passed it; staff roles do not count before that either.
 * @returns the actor, and the cookie anew when the session was prolonged
 */
export async function readActor(view: Reading, cookies: string): Promise<{ actor: Actor; setCookie: string | null }> {
	const found = await findSession(view, cookies);
	if (!found) return { actor: guest, setCookie: null };
	const grants = await grantsOf(view, found.stored.personId);
	const held = await holdSession(view, found, needsSecondFactor(grants));
	if (!held) return { actor: guest, setCookie: null };
	const actor = isHalf(found.stored) ? guest : actorFrom(found.stored, grants);
	return { actor, setCookie: held.setCookie };
}

/**
 * Who a standing connection belongs to at this moment, by the cookie it was opened with. Unlike a request it does not
 * prolong the session: a page that is only open is no use of it.
 */
export async function watchActor(view: Reading, cookies: string): Promise<Actor> {
	const found = await findSession(view, cookies);
	if (!found || isHalf(found.stored)) return guest;
	const grants = await grantsOf(view, found.stored.personId);
	return endOf(found.stored, needsSecondFactor(grants)) > view.now ? actorFrom(found.stored, grants) : guest;
}

function isHalf(session: StoredSession): boolean {
	return session.hasFactor && session.secondFactorAt === null;
}

function actorFrom(session: StoredSession, grants: Grant[]): Actor {
	const secondFactor = session.secondFactorAt !== null;
	const counting = secondFactor ? grants : grants.filter(({ role }) => !staffRoles.includes(role));
	return {
		kind: "person",
		accountId: session.accountId,
		personId: session.personId,
		displayName: session.displayName,
		sessionId: session.id,
		secondFactor,
		steppedUpAt: session.steppedUpAt,
		grants: counting,
		grantsWait: counting.length < grants.length,
		pass: null,
	};
}

/** A session whose password (or link) was right and whose second factor is still missing. */
export type HalfSession = { session: StoredSession; staff: boolean };

/** The half session of this browser, or null when there is none or it is over. */
export async function readHalfSession(view: Reading, cookies: string): Promise<HalfSession | null> {
	const found = await findSession(view, cookies);
	if (!found || !isHalf(found.stored)) return null;
	const staff = needsSecondFactor(await grantsOf(view, found.stored.personId));
	return (await holdSession(view, found, staff)) ? { session: found.stored, staff } : null;
}
