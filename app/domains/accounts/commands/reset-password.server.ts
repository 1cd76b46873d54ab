import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { post } from "../letters.server";
import { allowances, allowed } from "../limits.server";
import { findPass, makeLink, revokeLinks, spendLink } from "../links.server";
import { judgePassword, type PasswordRefusal } from "../password";
import { hashPassword } from "../password-hash.server";
import { endSessions } from "../sessions.server";

export const resetPurpose = "accounts.reset-password";

/**
 * Sends a link to set a new password; it lives for an hour. An address without account gets a mail that says so; the page's answer
 * and the work behind it are the same. Also the way to a first password for accounts without one.
 * @returns nothing; refused with "too-many-attempts" only
 */
export async function askForReset(
	world: World,
	{ email, ip }: { email: string; ip: string },
): Promise<Outcome<null, "too-many-attempts">> {
	if (!(await allowed([allowances.mailAddress, email], [allowances.mailIp, ip]))) return refused("too-many-attempts");
	return sendReset(world, { email });
}

const sendReset = command(
	"accounts.ask-for-reset",
	async (world, { email }: { email: string }): Promise<Outcome<null, never>> => {
		const account = await world.db.account.findUnique({ where: { email }, select: { id: true } });
		const { token, linkId } = await makeLink(world, {
			purpose: resetPurpose,
			// For an unknown address the link leads nowhere and is sent to nobody.
			subject: { kind: "account", id: account?.id ?? newId(world.now) },
			label: null,
			expiresAt: new Date(world.now.getTime() + 3_600_000),
			singleUse: true,
		});
		const { locale } = world;
		await post(
			world,
			account
				? { kind: "passwordReset", to: email, locale, path: `/passwort/${token}` }
				: { kind: "unknownAddress", to: email, locale, path: "/registrieren" },
		);
		world.record({
			type: "accounts.password-reset.asked",
			subject: { kind: "one-purpose-link", id: linkId },
			ownerId: null,
		});
		return done(null);
	},
);

/**
 * Sets a new password by the link of a mail, once; ends all sessions and the other open links of the account. A second
 * factor stays and is asked for at the next sign-in.
 * @returns nothing; refused with what is against the password
 * @throws NotFound when the link does not count (any more)
 */
export async function resetPassword(
	world: World,
	{ token, password }: { token: string; password: string },
): Promise<Outcome<null, PasswordRefusal>> {
	const pass = await findPass(world, token, resetPurpose);
	const account =
		pass && (await world.db.account.findUnique({ where: { id: pass.subject.id }, include: { person: true } }));
	if (!pass || !account) throw new NotFound();
	const { email, person } = account;
	const against = judgePassword(password, [email, person.displayName, person.givenName, person.familyName]);
	if (against) return refused(against, { field: "password" });
	return setByLink(world, {
		linkId: pass.linkId,
		accountId: account.id,
		passwordHash: await hashPassword(password),
	});
}

const setByLink = command(
	"accounts.reset-password",
	async (
		world,
		{ linkId, accountId, passwordHash }: { linkId: string; accountId: string; passwordHash: string },
	): Promise<Outcome<null, never>> => {
		if (!(await spendLink(world, linkId))) throw new NotFound();
		await world.db.account.update({ where: { id: accountId }, data: { passwordHash } });
		await endSessions(world, { accountId });
		await revokeLinks(world, { subject: { kind: "account", id: accountId } });
		world.record({
			type: "accounts.password.changed",
			subject: { kind: "account", id: accountId },
			ownerId: null,
			facts: { by: "link" },
		});
		return done(null);
	},
);
