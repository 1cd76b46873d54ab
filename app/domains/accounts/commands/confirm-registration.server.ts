import { type ActWorld, command, isTaken } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newId } from "~/platform/tokens.server";
import type { View, World } from "~/platform/world.server";
import { allowances, allowed, refund } from "../limits.server";
import { findPass, spendLink } from "../links.server";
import { judgePassword, type PasswordRefusal } from "../password";
import { hashPassword } from "../password-hash.server";
import { hashShortCode } from "../seal.server";
import { openSession, type SignedIn, type Visitor } from "./open-session.server";
import { registrationPurpose } from "./register.server";

/** By the link of the mail, or by its code on the page that is still open. */
export type Proof = { token: string } | { attempt: string; code: string };

type Refused = "registration-over" | "code-wrong" | "too-many-attempts" | PasswordRefusal;

type Confirmed = SignedIn & { onward: string | null };

/**
 * Confirms the address and makes the account, once; signs in.
 * @param password null for people who sign in by link
 * @returns the session's cookie and where to go on to; refused with "code-wrong", "registration-over" (expired, done already,
 * or the address has an account by now), "too-many-attempts" or what is against the password
 */
export async function confirmRegistration(
	world: World,
	{ proof, password, visitor }: { proof: Proof; password: string | null; visitor: Visitor },
): Promise<Outcome<Confirmed, Refused>> {
	const door = "token" in proof ? proof.token : proof.attempt;
	if (!(await allowed([allowances.registrationCode, door]))) return refused("too-many-attempts");
	const found = await findRegistration(world, proof);
	if (!found) return "token" in proof ? refused("registration-over") : refused("code-wrong", { field: "code" });
	if (password !== null) {
		const { email, displayName, givenName, familyName } = found.registration;
		const against = judgePassword(password, [email, displayName, givenName, familyName]);
		if (against) {
			await refund([allowances.registrationCode, door]);
			return refused(against, { field: "password" });
		}
	}
	const passwordHash = password === null ? null : await hashPassword(password);
	return makeAccount(world, { ...found, passwordHash, visitor });
}

type Found = { registration: Prisma.RegistrationModel; linkId: string | null };

async function findRegistration(view: Pick<View, "db" | "now">, proof: Proof): Promise<Found | null> {
	if ("token" in proof) {
		const pass = await findPass(view, proof.token, registrationPurpose);
		const registration = pass && (await view.db.registration.findUnique({ where: { id: pass.subject.id } }));
		return pass && registration ? { registration, linkId: pass.linkId } : null;
	}
	const registration = await view.db.registration.findUnique({ where: { attemptHash: hashToken(proof.attempt) } });
	if (!registration || registration.confirmedAt || registration.expiresAt <= view.now) return null;
	const right = hashShortCode(registration.id, proof.code.replace(/[\s-]/g, "")) === registration.codeHash;
	return right ? { registration, linkId: null } : null;
}

const makeAccount = command(
	"accounts.confirm-registration",
	async (
		world,
		{ registration, linkId, passwordHash, visitor }: Found & { passwordHash: string | null; visitor: Visitor },
	): Promise<Outcome<Confirmed, Refused>> => {
		if (linkId && !(await spendLink(world, linkId))) return refused("registration-over");
		const { count } = await world.db.registration.updateMany({
			where: { id: registration.id, confirmedAt: null, expiresAt: { gt: world.now } },
			data: { confirmedAt: world.now },
		});
		if (count === 0) return refused("registration-over");
		const made = await createAccount(world, { ...registration, passwordHash });
		if (!made) return refused("registration-over");
		const session = await openSession(world, {
			accountId: made.accountId,
			visitor,
			by: "registration",
			passwordShown: true,
		});
		return done({ ...session, onward: registration.onward });
	},
);

/**
 * Writes person and account; the unique address decides between two at once.
 * @returns null when the address has an account by now; the act must then refuse
 */
export async function createAccount(
	world: ActWorld,
	input: {
		email: string;
		displayName: string;
		givenName: string | null;
		familyName: string | null;
		passwordHash: string | null;
		locale: string;
	},
): Promise<{ accountId: string; personId: string } | null> {
	const { email, passwordHash, locale, displayName, givenName, familyName } = input;
	const personId = newId(world.now);
	const accountId = newId(world.now);
	try {
		await world.db.person.create({ data: { id: personId, displayName, givenName, familyName } });
		await world.db.account.create({
			data: { id: accountId, personId, email, emailConfirmedAt: world.now, passwordHash, locale, createdAt: world.now },
		});
	} catch (error) {
		if (isTaken(error)) return null;
		throw error;
	}
	world.record({ type: "accounts.account.created", subject: { kind: "account", id: accountId }, ownerId: null });
	return { accountId, personId };
}
