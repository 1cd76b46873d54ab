import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import type { View, World } from "~/platform/world.server";
import { roleNamed, scopeOf } from "../grants.server";
import { findPass, spendLink } from "../links.server";
import { judgePassword, type PasswordRefusal } from "../password";
import { hashPassword } from "../password-hash.server";
import { createAccount } from "./confirm-registration.server";
import { invitationPurpose } from "./invite.server";
import { openSession, type SignedIn, type Visitor } from "./open-session.server";
import { writeGrant } from "./roles.server";

/** The invitation behind a token, while it is open. @throws NotFound otherwise */
export async function openInvitation(view: Pick<View, "db" | "now">, token: string) {
	const pass = await findPass(view, token, invitationPurpose);
	const invitation = pass && (await view.db.invitation.findUnique({ where: { id: pass.subject.id } }));
	const role = invitation && roleNamed(invitation.role);
	const scope = invitation && scopeOf(invitation.scopeKind, invitation.scopeId);
	if (!pass || !invitation || !role || !scope || invitation.acceptedAt || invitation.revokedAt) throw new NotFound();
	return { invitation, role, scope, linkId: pass.linkId };
}

type Refused = "account-there" | "already-granted" | PasswordRefusal;

/**
 * Accepts an invitation as somebody new: makes the account (the link proves the address) and gives the role, once.
 * @returns the session; refused with "account-there" when the address has an account (it must sign in first), or with what is
 * against the password
 * @throws NotFound when the invitation is not open (any more)
 */
export async function acceptAsNewcomer(
	world: World,
	input: {
		token: string;
		displayName: string;
		givenName: string;
		familyName: string;
		password: string;
		visitor: Visitor;
	},
): Promise<Outcome<SignedIn, Refused>> {
	const { invitation } = await openInvitation(world, input.token);
	const { displayName, givenName, familyName, password } = input;
	const against = judgePassword(password, [invitation.email, displayName, givenName, familyName]);
	if (against) return refused(against, { field: "password" });
	return acceptNew(world, { ...input, passwordHash: await hashPassword(password) });
}

const acceptNew = command(
	"accounts.accept-invitation",
	async (
		world,
		input: {
			token: string;
			displayName: string;
			givenName: string;
			familyName: string;
			passwordHash: string;
			visitor: Visitor;
		},
	): Promise<Outcome<SignedIn, Refused>> => {
		const { invitation, role, scope, linkId } = await openInvitation(world, input.token);
		if (!(await spendLink(world, linkId))) throw new NotFound();
		const made = await createAccount(world, { ...namesOf(input), email: invitation.email, locale: world.locale });
		if (!made) return refused("account-there");
		const granted = await writeGrant(world, {
			role,
			scope,
			ownerId: invitation.organisationId,
			to: { personId: made.personId },
		});
		if (!granted.done)
			throw new Error(`an invitation offers a role that cannot be given: ${granted.refusals[0]?.code}`);
		await world.db.invitation.update({
			where: { id: invitation.id },
			data: { acceptedAt: world.now, acceptedById: made.personId },
		});
		world.record({
			type: "accounts.invitation.accepted",
			subject: { kind: "invitation", id: invitation.id },
			ownerId: invitation.organisationId,
		});
		const { accountId } = made;
		const opening = { accountId, visitor: input.visitor, by: "invitation", passwordShown: true } as const;
		return done(await openSession(world, opening));
	},
);

function namesOf(input: { displayName: string; givenName: string; familyName: string; passwordHash: string }) {
	const { displayName, passwordHash, givenName, familyName } = input;
	return { displayName, passwordHash, givenName: givenName || null, familyName: familyName || null };
}

/**
 * Accepts an invitation as somebody who has an account and is signed in with it; the address must be the one invited.
 * The rights begin with a new session, so this one goes on under a new id and the others end.
 * @returns its cookie; refused with "already-granted"
 * @throws NotFound when the invitation is not open (any more) or for another address
 */
export const acceptSignedIn = command(
	"accounts.accept-invitation",
	async (
		world,
		{ token, visitor }: { token: string; visitor: Visitor },
	): Promise<Outcome<SignedIn, "already-granted">> => {
		const { invitation, role, scope, linkId } = await openInvitation(world, token);
		const { actor, db, now } = world;
		if (actor.kind !== "person") throw new NotFound();
		const account = await db.account.findUnique({ where: { id: actor.accountId }, select: { email: true } });
		if (account?.email !== invitation.email || !(await spendLink(world, linkId))) throw new NotFound();
		const ownerId = invitation.organisationId;
		const granted = await writeGrant(world, { role, scope, ownerId, to: { personId: actor.personId } });
		if (!granted.done) return refused("already-granted");
		await db.invitation.update({
			where: { id: invitation.id },
			data: { acceptedAt: now, acceptedById: actor.personId },
		});
		world.record({
			type: "accounts.invitation.accepted",
			subject: { kind: "invitation", id: invitation.id },
			ownerId,
		});
		const { accountId } = actor;
		return done(await openSession(world, { accountId, visitor, by: "invitation", passwordShown: false }));
	},
);
