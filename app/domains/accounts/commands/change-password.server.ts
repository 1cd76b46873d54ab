import { command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { allowances, allowed, refund } from "../limits.server";
import { revokeLinks } from "../links.server";
import { judgePassword, type PasswordRefusal } from "../password";
import { hashPassword, passwordHolds } from "../password-hash.server";
import { endSessions } from "../sessions.server";
import { demandPerson } from "../signed-in";
import { renewSession } from "./open-session.server";

type Refused = "password-wrong" | "too-many-attempts" | PasswordRefusal;

/**
 * Changes one's own password; the present one is asked for. An account without one gets its first after a step-up.
 * All other sessions end, this one goes on under a new id.
 * @returns its cookie; refused with "password-wrong", "too-many-attempts" or what is against the new one
 */
export async function changePassword(
	world: World,
	{ present, password }: { present: string; password: string },
): Promise<Outcome<{ setCookie: string }, Refused>> {
	const { accountId, sessionId } = demandPerson(world.actor);
	const account = await world.db.account.findUniqueOrThrow({ where: { id: accountId }, include: { person: true } });
	if (account.passwordHash === null) {
		demandStepUp(world);
	} else {
		if (!(await allowed([allowances.stepUp, accountId]))) return refused("too-many-attempts");
		if (!(await passwordHolds(account.passwordHash, present))) return refused("password-wrong", { field: "present" });
		await refund([allowances.stepUp, accountId]);
	}
	const { email, person } = account;
	const against = judgePassword(password, [email, person.displayName, person.givenName, person.familyName]);
	if (against) return refused(against, { field: "password" });
	return setOwn(world, { accountId, sessionId, passwordHash: await hashPassword(password) });
}

const setOwn = command(
	"accounts.change-password",
	async (
		world,
		{ accountId, sessionId, passwordHash }: { accountId: string; sessionId: string; passwordHash: string },
	): Promise<Outcome<{ setCookie: string }, never>> => {
		await world.db.account.update({ where: { id: accountId }, data: { passwordHash } });
		await endSessions(world, { accountId, except: sessionId });
		const setCookie = await renewSession(world, sessionId, { passwordAt: world.now });
		await revokeLinks(world, { subject: { kind: "account", id: accountId } });
		world.record({
			type: "accounts.password.changed",
			subject: { kind: "account", id: accountId },
			ownerId: null,
			facts: { by: "person" },
		});
		return done({ setCookie });
	},
);
