import { command } from "~/platform/act.server";
import { done, NotFound } from "~/platform/outcome";
import { endSessions, findSession, forgettingCookie } from "../sessions.server";
import { demandPerson } from "../signed-in";

/**
 * Signs this browser out, also when its session still lacks the second factor.
 * @returns the Set-Cookie header that forgets the session; refuses nothing, a browser without session is signed out already
 */
export const signOut = command(
	"accounts.sign-out",
	async (world, { cookies }: { cookies: string }) => {
		const found = await findSession(world, cookies);
		if (found) {
			const { id, accountId } = found.stored;
			await world.db.session.deleteMany({ where: { id } });
			world.record({ type: "accounts.session.ended", subject: { kind: "account", id: accountId }, ownerId: null });
		}
		return done({ setCookie: forgettingCookie(world) });
		// Nothing happened when there was no session, hence silent.
	},
	{ silent: true },
);

/** Ends one of one's own sessions. @throws NotFound when it is not there or somebody else's */
export const endSession = command("accounts.end-session", async (world, { sessionId }: { sessionId: string }) => {
	const { accountId } = demandPerson(world.actor);
	const { count } = await world.db.session.deleteMany({ where: { id: sessionId, accountId } });
	if (count === 0) throw new NotFound();
	world.record({ type: "accounts.session.ended", subject: { kind: "account", id: accountId }, ownerId: null });
	return done(null);
});

/** Ends all of one's own sessions but the present one. @returns how many */
export const endOtherSessions = command("accounts.end-other-sessions", async (world, _: null) => {
	const { accountId, sessionId } = demandPerson(world.actor);
	const ended = await endSessions(world, { accountId, except: sessionId });
	world.record({
		type: "accounts.sessions.ended",
		subject: { kind: "account", id: accountId },
		ownerId: null,
		facts: { ended },
	});
	return done({ ended });
});
