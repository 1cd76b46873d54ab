import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { openInvitation } from "../commands/accept-invitation.server";
import { grantsOf, needsSecondFactor, roleNamed } from "../grants.server";
import { maySeePeople } from "../policy.server";
import { demandPerson } from "../signed-in";

/** One's own account, for the page of its details. */
export async function myAccount(view: View) {
	const { accountId } = demandPerson(view.actor);
	const { email, locale, person } = await view.db.account.findUniqueOrThrow({
		where: { id: accountId },
		select: {
			email: true,
			locale: true,
			person: { select: { displayName: true, givenName: true, familyName: true } },
		},
	});
	return { email, locale, ...person };
}

/** One's own sessions that still hold, the present one first. Their ids are hashes and open nothing. */
export async function mySessions(view: View) {
	const { accountId, sessionId } = demandPerson(view.actor);
	const sessions = await view.db.session.findMany({
		where: { accountId, expiresAt: { gt: view.now } },
		select: { id: true, device: true, createdAt: true, lastSeenAt: true },
		orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
		take: 100,
	});
	return sessions
		.map((session) => ({ ...session, present: session.id === sessionId }))
		.sort((a, b) => Number(b.present) - Number(a.present));
}

/** What protects one's own account. */
export async function mySecurity(view: View) {
	const { accountId, personId } = demandPerson(view.actor);
	const account = await view.db.account.findUniqueOrThrow({
		where: { id: accountId },
		select: { passwordHash: true, totpConfirmedAt: true, email: true },
	});
	const codesLeft = await view.db.recoveryCode.count({ where: { accountId, usedAt: null } });
	const factorRequired = needsSecondFactor(await grantsOf(view, personId));
	return {
		email: account.email,
		hasPassword: account.passwordHash !== null,
		hasFactor: account.totpConfirmedAt !== null,
		factorRequired,
		codesLeft,
	};
}

/** The invitation behind a token, for the page that accepts it. @throws NotFound when it is not open (any more) */
export async function invitationPage(view: View, token: string) {
	const { invitation, role } = await openInvitation(view, token);
	const organisation = invitation.organisationId
		? await view.db.organisation.findUnique({ where: { id: invitation.organisationId }, select: { name: true } })
		: null;
	const { email, givenName, familyName } = invitation;
	const account = await view.db.account.findUnique({ where: { email }, select: { id: true } });
	const isMine = view.actor.kind === "person" && account?.id === view.actor.accountId;
	return {
		organisation: organisation?.name ?? null,
		role,
		email,
		givenName,
		familyName,
		/** What the reader has to do: make an account, sign in, accept, or sign out of another account first. */
		step: isMine ? "accept" : view.actor.kind === "person" ? "other" : account ? "sign-in" : "new",
	} as const;
}

/**
 * The roles in an organisation that count or will count, who has them and through what, and its open invitations.
 * @throws Forbidden or SignInNeeded for others than its admins
 */
export async function peopleOf(view: View, organisationId: string) {
	demand(maySeePeople, view.actor, { ownerId: organisationId });
	const day = today(view.now);
	const organisation = await view.db.organisation.findUnique({ where: { id: organisationId }, select: { name: true } });
	if (!organisation) throw new NotFound();
	const grants = await view.db.roleGrant.findMany({
		where: { ownerId: organisationId, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
		select: {
			id: true,
			role: true,
			scopeKind: true,
			validFrom: true,
			validUntil: true,
			person: { select: { displayName: true, givenName: true, familyName: true } },
			post: {
				select: {
					label: true,
					holdings: {
						where: { validFrom: { lte: day }, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
						select: { person: { select: { displayName: true, givenName: true, familyName: true } } },
						take: 10,
					},
				},
			},
		},
		orderBy: [{ role: "asc" }, { validFrom: "asc" }, { id: "asc" }],
		take: 500,
	});
	const invitations = await view.db.invitation.findMany({
		where: { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: view.now } },
		select: { id: true, email: true, givenName: true, familyName: true, role: true, expiresAt: true },
		orderBy: [{ createdAt: "desc" }, { id: "asc" }],
		take: 200,
	});
	return {
		organisation: organisation.name,
		grants: grants.flatMap(({ person, post, role, ...grant }) => {
			const known = roleNamed(role);
			if (!known) return [];
			const names = person ? [nameOf(person)] : (post?.holdings.map((holding) => nameOf(holding.person)) ?? []);
			return [{ ...grant, role: known, names, post: post?.label ?? null }];
		}),
		invitations: invitations.flatMap(({ role, ...invitation }) => {
			const known = roleNamed(role);
			return known ? [{ ...invitation, role: known }] : [];
		}),
	};
}

function nameOf(person: { displayName: string; givenName: string | null; familyName: string | null }): string {
	return [person.givenName, person.familyName].filter(Boolean).join(" ") || person.displayName;
}
