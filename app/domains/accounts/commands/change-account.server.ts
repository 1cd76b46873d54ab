import { command, isTaken } from "~/platform/act.server";
import type { Locale } from "~/platform/i18n";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { post } from "../letters.server";
import { allowances, allowed } from "../limits.server";
import { findPass, makeLink, revokeLinks, spendLink } from "../links.server";
import { demandPerson } from "../signed-in";

export const emailChangePurpose = "accounts.change-email";

type Profile = { displayName: string; givenName: string | null; familyName: string | null; locale: Locale };

/** Changes one's own names and the language of mails. */
export const changeProfile = command(
	"accounts.change-profile",
	async (world, { locale, ...names }: Profile): Promise<Outcome<null, never>> => {
		const { accountId, personId } = demandPerson(world.actor);
		await world.db.person.update({ where: { id: personId }, data: names });
		await world.db.account.update({ where: { id: accountId }, data: { locale } });
		world.record({ type: "accounts.profile.changed", subject: { kind: "account", id: accountId }, ownerId: null });
		return done(null);
	},
);

/**
 * Sends a link to a new address, after a step-up; until it is confirmed the earlier one counts. An address that has an account
 * gets a mail that says so; the page's answer is the same.
 * @returns nothing; refused with "too-many-attempts" only
 */
export async function askForNewEmail(
	world: World,
	{ email, ip }: { email: string; ip: string },
): Promise<Outcome<null, "too-many-attempts">> {
	demandPerson(world.actor);
	demandStepUp(world);
	if (!(await allowed([allowances.mailAddress, email], [allowances.mailIp, ip]))) return refused("too-many-attempts");
	return sendNewEmail(world, { email });
}

const sendNewEmail = command(
	"accounts.ask-for-new-email",
	async (world, { email }: { email: string }): Promise<Outcome<null, never>> => {
		const { db, now, locale } = world;
		const { accountId } = demandPerson(world.actor);
		const known = await db.account.findUnique({ where: { email }, select: { id: true } });
		const change = await db.emailChange.create({ data: { id: newId(now), accountId, email, createdAt: now } });
		const { token } = await makeLink(world, {
			purpose: emailChangePurpose,
			subject: { kind: "email-change", id: change.id },
			label: null,
			expiresAt: new Date(now.getTime() + 24 * 3_600_000),
			singleUse: true,
		});
		await post(
			world,
			known
				? { kind: "knownAddress", to: email, locale, path: "/anmelden" }
				: { kind: "emailChange", to: email, locale, path: `/konto/email/${token}` },
		);
		world.record({ type: "accounts.new-email.asked", subject: { kind: "account", id: accountId }, ownerId: null });
		return done(null);
	},
);

/**
 * Takes the new address by the link that was sent there, once; the earlier one is told.
 * @returns nothing; refused with "email-taken" when the address has an account by now
 * @throws NotFound when the link does not count (any more)
 */
export const confirmNewEmail = command(
	"accounts.confirm-new-email",
	async (world, { token }: { token: string }): Promise<Outcome<null, "email-taken">> => {
		const { db, now } = world;
		const pass = await findPass(world, token, emailChangePurpose);
		const change =
			pass && (await db.emailChange.findUnique({ where: { id: pass.subject.id }, include: { account: true } }));
		if (!pass || !change || change.doneAt || !(await spendLink(world, pass.linkId))) throw new NotFound();
		const { id: accountId, email: earlier, locale } = change.account;
		await db.emailChange.update({ where: { id: change.id }, data: { doneAt: now } });
		try {
			await db.account.update({ where: { id: accountId }, data: { email: change.email, emailConfirmedAt: now } });
		} catch (error) {
			if (isTaken(error)) return refused("email-taken");
			throw error;
		}
		// Links to sign in or reset that went to the earlier address end with it.
		await revokeLinks(world, { subject: { kind: "account", id: accountId } });
		await post(world, { kind: "emailChanged", to: earlier, locale: locale === "en" ? "en" : "de", path: "/" });
		world.record({ type: "accounts.email.changed", subject: { kind: "account", id: accountId }, ownerId: null });
		return done(null);
	},
);
