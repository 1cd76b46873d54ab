import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { post } from "../letters.server";
import { allowances, allowed } from "../limits.server";
import { findPass, makeLink, spendLink } from "../links.server";
import { openSession, type SignedIn, type Visitor } from "./open-session.server";

export const signInPurpose = "accounts.sign-in";

const validMinutes = 15;

/**
 * Sends a link to sign in without password. An address without account gets a mail that says so; the page's answer and the
 * work behind it are the same.
 * @param onward path of this house to go on to, or null
 * @returns nothing; refused with "too-many-attempts" only
 */
export async function askForSignInLink(
	world: World,
	input: { email: string; onward: string | null; ip: string },
): Promise<Outcome<null, "too-many-attempts">> {
	const doors = [
		[allowances.mailAddress, input.email],
		[allowances.mailIp, input.ip],
	] as const;
	if (!(await allowed(...doors))) return refused("too-many-attempts");
	return sendSignInLink(world, input);
}

const sendSignInLink = command(
	"accounts.ask-for-sign-in-link",
	async (world, { email, onward }: { email: string; onward: string | null }): Promise<Outcome<null, never>> => {
		const account = await world.db.account.findUnique({ where: { email }, select: { id: true, locale: true } });
		const { token, linkId } = await makeLink(world, {
			purpose: signInPurpose,
			// For an unknown address the link leads nowhere and is sent to nobody.
			subject: { kind: "account", id: account?.id ?? newId(world.now) },
			label: null,
			expiresAt: new Date(world.now.getTime() + validMinutes * 60_000),
			singleUse: true,
		});
		const query = onward ? `?${new URLSearchParams({ weiter: onward })}` : "";
		await post(
			world,
			account
				? { kind: "signInLink", to: email, locale: world.locale, path: `/anmelden/link/${token}${query}` }
				: { kind: "unknownAddress", to: email, locale: world.locale, path: "/registrieren" },
		);
		world.record({
			type: "accounts.sign-in-link.asked",
			subject: { kind: "one-purpose-link", id: linkId },
			ownerId: null,
		});
		return done(null);
	},
);

/**
 * Signs in with the link of a mail: 15 minutes, once.
 * @throws NotFound when the link does not count (any more)
 */
export const signInByLink = command(
	"accounts.sign-in-by-link",
	async (world, { token, visitor }: { token: string; visitor: Visitor }): Promise<Outcome<SignedIn, never>> => {
		const pass = await findPass(world, token, signInPurpose);
		if (!pass || !(await spendLink(world, pass.linkId))) throw new NotFound();
		return done(await openSession(world, { accountId: pass.subject.id, visitor, by: "link", passwordShown: false }));
	},
);
