import { command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { allowances, allowed, refund } from "../limits.server";
import { passwordHolds } from "../password-hash.server";
import { openSession, type SignedIn, type Visitor } from "./open-session.server";

type Refused = "sign-in-refused" | "too-many-attempts";

/**
 * Signs in with e-mail address and password. Known and unknown addresses get the same answer after the same work.
 * @param email as `emailAddress` gives it
 * @returns the new session's cookie and whether a code or the set-up of a second factor comes next;
 * refused with "sign-in-refused" or "too-many-attempts"
 */
export async function signIn(
	world: World,
	{ email, password, visitor }: { email: string; password: string; visitor: Visitor },
): Promise<Outcome<SignedIn, Refused>> {
	const doors = [
		[allowances.signInAddress, email],
		[allowances.signInIp, visitor.ip],
	] as const;
	if (!(await allowed(...doors))) return refused("too-many-attempts");
	const account = await world.db.account.findUnique({
		where: { email },
		select: { id: true, passwordHash: true },
	});
	const holds = await passwordHolds(account?.passwordHash ?? null, password);
	if (!account || !holds) return refused("sign-in-refused");
	const outcome = await openByPassword(world, { accountId: account.id, passwordHash: account.passwordHash, visitor });
	if (outcome.done) await refund(...doors);
	return outcome;
}

const openByPassword = command(
	"accounts.sign-in",
	async (
		world,
		{ accountId, passwordHash, visitor }: { accountId: string; passwordHash: string | null; visitor: Visitor },
	): Promise<Outcome<SignedIn, Refused>> => {
		// The password was checked outside the transaction; it must still be the same one.
		const same = await world.db.$queryRaw<unknown[]>`
			SELECT FROM account WHERE id = ${accountId}::uuid AND password_hash = ${passwordHash} FOR SHARE`;
		if (same.length === 0) return refused("sign-in-refused");
		return done(await openSession(world, { accountId, visitor, by: "password", passwordShown: true }));
	},
);
