import { type ActWorld, command } from "~/platform/act.server";
import type { Role, Scope } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { post } from "../letters.server";
import { allowances, allowed } from "../limits.server";
import { makeLink, revokeLinks } from "../links.server";
import { messages as peopleMessages } from "../people-messages";
import { mayGiveRole } from "../policy.server";
import { demandPerson } from "../signed-in";

export const invitationPurpose = "accounts.accept-invitation";

const validDays = 14;

type Inviting = {
	/** In whose name; its admin invites. */
	organisationId: string;
	email: string;
	givenName: string;
	familyName: string;
	role: Exclude<Role, "operator">;
	/** The organisation itself when left out; for others the calling domain has made sure that it belongs there. */
	scope?: Exclude<Scope, { kind: "platform" }>;
};

/**
 * Invites somebody by mail to a role; after a step-up. The role counts from the acceptance. Whether the address has an
 * account already is not told.
 * @returns the invitation's id; refused with "too-many-attempts" or "already-invited"
 */
export async function invite(
	world: World,
	input: Inviting,
): Promise<Outcome<{ invitationId: string }, "too-many-attempts" | "already-invited">> {
	if (world.actor.kind !== "house") {
		demandPerson(world.actor);
		if (!(await allowed([allowances.mailAddress, input.email]))) return refused("too-many-attempts");
	}
	return sendInvitation(world, input);
}

const sendInvitation = command(
	"accounts.invite",
	async (world, input: Inviting): Promise<Outcome<{ invitationId: string }, "already-invited">> => {
		const { organisationId: ownerId, role } = input;
		const scope = input.scope ?? { kind: "organisation" as const, id: ownerId };
		demand(mayGiveRole, world.actor, { role, scope, ownerId });
		demandStepUp(world);
		const [organisation] = await world.db.$queryRaw<{ name: string }[]>`
			SELECT name FROM organisation WHERE id = ${ownerId}::uuid FOR UPDATE`;
		if (!organisation) throw new NotFound();
		const open = await world.db.invitation.count({
			where: {
				organisationId: ownerId,
				email: input.email,
				role,
				scopeId: scope.id,
				acceptedAt: null,
				revokedAt: null,
				expiresAt: { gt: world.now },
			},
		});
		if (open > 0) return refused("already-invited", { field: "email" });
		const { invitationId, token } = await writeInvitation(world, { ...input, organisationId: ownerId, scope });
		const t = textFor(world.locale, peopleMessages);
		await post(world, {
			kind: "invitation",
			to: input.email,
			locale: world.locale,
			path: `/einladung/${token}`,
			values: {
				organisation: organisation.name,
				role: t(`roles.${role}`),
				inviter: world.actor.kind === "person" ? world.actor.displayName : organisation.name,
			},
		});
		return done({ invitationId });
	},
);

/**
 * Invites somebody to one object only, inside the act of its domain, which has asked for permission and a step-up: mail with
 * a one-time link, then password and, for roles that decide for others, the second factor.
 * @param title what it is about, @param forWhom the body for which they come; both stand in the mail
 */
export async function inviteToOne(
	world: ActWorld,
	input: {
		organisationId: string;
		email: string;
		givenName: string;
		familyName: string;
		role: Exclude<Role, "operator">;
		scope: Exclude<Scope, { kind: "platform" }>;
		title: string;
		forWhom: string;
	},
): Promise<{ invitationId: string }> {
	const { title, forWhom, ...invited } = input;
	const organisation = await world.db.organisation.findUniqueOrThrow({
		where: { id: input.organisationId },
		select: { name: true },
	});
	const { invitationId, token } = await writeInvitation(world, invited);
	await post(world, {
		kind: "guest",
		to: input.email,
		locale: world.locale,
		path: `/einladung/${token}`,
		values: {
			title,
			forWhom,
			organisation: organisation.name,
			inviter: world.actor.kind === "person" ? world.actor.displayName : organisation.name,
		},
	});
	return { invitationId };
}

/** Writes invitation, link and event, for acts that have asked for permission. */
export async function writeInvitation(
	world: ActWorld,
	input: Omit<Inviting, "organisationId" | "role" | "scope"> & {
		organisationId: string | null;
		role: Role;
		scope: Scope;
	},
): Promise<{ invitationId: string; token: string }> {
	const { scope, role, organisationId, email, givenName, familyName } = input;
	const invitationId = newId(world.now);
	const expiresAt = new Date(world.now.getTime() + validDays * 86_400_000);
	await world.db.invitation.create({
		data: {
			id: invitationId,
			organisationId,
			email,
			givenName,
			familyName,
			role,
			scopeKind: scope.kind,
			scopeId: scope.kind === "platform" ? null : scope.id,
			invitedById: world.actor.kind === "person" ? world.actor.personId : null,
			createdAt: world.now,
			expiresAt,
		},
	});
	const { token } = await makeLink(world, {
		purpose: invitationPurpose,
		subject: { kind: "invitation", id: invitationId },
		label: null,
		expiresAt,
		singleUse: true,
	});
	world.record({
		type: "accounts.invitation.sent",
		subject: { kind: "invitation", id: invitationId },
		ownerId: organisationId,
		facts: { role, scopeKind: scope.kind },
	});
	return { invitationId, token };
}

/**
 * Takes an invitation back before it is accepted.
 * @param organisationId null for one to run the installation
 * @throws NotFound when it is not open (any more), or another organisation's
 */
export const revokeInvitation = command(
	"accounts.revoke-invitation",
	async (
		world,
		{ invitationId, organisationId }: { invitationId: string; organisationId: string | null },
	): Promise<Outcome<null, never>> => {
		const [role, scope] =
			organisationId === null
				? (["operator", { kind: "platform" }] as const)
				: (["staff", { kind: "organisation", id: organisationId }] as const);
		demand(mayGiveRole, world.actor, { role, scope, ownerId: organisationId });
		const { count } = await world.db.invitation.updateMany({
			where: { id: invitationId, organisationId, acceptedAt: null, revokedAt: null },
			data: { revokedAt: world.now },
		});
		if (count === 0) throw new NotFound();
		await revokeLinks(world, { subject: { kind: "invitation", id: invitationId } });
		world.record({
			type: "accounts.invitation.revoked",
			subject: { kind: "invitation", id: invitationId },
			ownerId: organisationId,
		});
		return done(null);
	},
);

/**
 * The first operator of an installation: an invitation without organisation, made by a command line.
 * @returns the path of the one-time set-up link; refused with "operator-there" when there is one already
 */
export const inviteFirstOperator = command(
	"accounts.invite-first-operator",
	async (world, { email }: { email: string }): Promise<Outcome<{ path: string }, "operator-there">> => {
		if (world.actor.kind !== "house") throw new NotFound();
		// One at a time; the lock ends with the transaction.
		await world.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('accounts.first-operator'))::text`;
		const operators = await world.db.roleGrant.count({ where: { role: "operator" } });
		if (operators > 0) return refused("operator-there");
		const scope = { kind: "platform" as const };
		const who = { email, givenName: "", familyName: "", organisationId: null };
		const { token } = await writeInvitation(world, { ...who, role: "operator", scope });
		return done({ path: `/einladung/${token}` });
	},
);
