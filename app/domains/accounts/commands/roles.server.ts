import { type ActWorld, command } from "~/platform/act.server";
import type { Role, Scope } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { roleNamed, scopeOf } from "../grants.server";
import { mayGiveRole } from "../policy.server";
import { endSessions } from "../sessions.server";

type Granting = {
	role: Role;
	scope: Scope;
	/** The organisation in whose chain it is recorded; must be the scope itself where that is one. Null for the platform. */
	ownerId: string | null;
	to: { personId: string } | { postId: string };
	/** First day; today when left out. */
	validFrom?: Date;
	/** First day on which it no longer counts; null for open. */
	validUntil?: Date | null;
};

type Refused = "already-granted" | "role-scope" | "period-empty" | "post-elsewhere";

/**
 * Gives a role to a person or to whoever holds a post; after a step-up. The people concerned are signed out,
 * so that their rights begin with a new session. For processes and groups the calling domain has made sure that the
 * scope belongs to the owner.
 * @returns the grant's id; refused with "already-granted", "role-scope", "period-empty", "post-elsewhere"
 * @throws Forbidden or SignInNeeded; NotFound for a person or post that is not there
 */
export const grantRole = command(
	"accounts.grant-role",
	async (world, granting: Granting): Promise<Outcome<{ grantId: string }, Refused>> => {
		demand(mayGiveRole, world.actor, granting);
		demandStepUp(world);
		return writeGrant(world, granting);
	},
);

/** Writes a grant whose permission was asked already: by `grantRole`, or when the invitation to it was made. */
export async function writeGrant(
	world: ActWorld,
	{ role, scope, ownerId, to, validFrom = today(world.now), validUntil = null }: Granting,
): Promise<Outcome<{ grantId: string }, Refused>> {
	const { db } = world;
	if (!fits(role, scope, ownerId)) return refused("role-scope", { field: "role" });
	if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "validUntil" });
	const concerned = await lockTarget(world, to);
	if ("postId" in to && scope.kind === "organisation" && !(await servesThere(world, to.postId, scope.id))) {
		return refused("post-elsewhere", { field: "postId" });
	}
	const scopeId = scope.kind === "platform" ? null : scope.id;
	const overlapping = await db.roleGrant.count({
		where: {
			...to,
			role,
			scopeKind: scope.kind,
			scopeId,
			AND: [
				// An empty period (ended on its first day) overlaps nothing.
				{
					OR: [
						{ validUntil: null },
						{ AND: [{ validUntil: { gt: validFrom } }, { validUntil: { gt: db.roleGrant.fields.validFrom } }] },
					],
				},
				validUntil ? { validFrom: { lt: validUntil } } : {},
			],
		},
	});
	if (overlapping > 0) return refused("already-granted", { field: "role" });
	const grantId = newId(world.now);
	await db.roleGrant.create({
		data: { id: grantId, role, scopeKind: scope.kind, scopeId, ownerId, ...to, validFrom, validUntil },
	});
	await endSessions(world, { personIds: concerned });
	world.record({
		type: "accounts.role.granted",
		subject: { kind: "role-grant", id: grantId },
		ownerId,
		facts: { role, scopeKind: scope.kind, scopeId, to: Object.keys(to)[0] ?? "", toId: Object.values(to)[0] ?? "" },
	});
	return done({ grantId });
}

const canSignIn = { erasedAt: null, account: { isNot: null } };

function fits(role: Role, scope: Scope, ownerId: string | null): boolean {
	if (scope.kind === "platform") return role === "operator" && ownerId === null;
	return role !== "operator" && ownerId !== null && (scope.kind !== "organisation" || scope.id === ownerId);
}

/** Locks person or post, so that two grants to the same wait for each other. @returns the persons concerned today */
async function lockTarget({ db, now }: ActWorld, to: Granting["to"]): Promise<string[]> {
	if ("personId" in to) {
		const found = await db.$queryRaw<unknown[]>`
			SELECT FROM person WHERE id = ${to.personId}::uuid AND erased_at IS NULL FOR UPDATE`;
		if (found.length === 0) throw new NotFound();
		return [to.personId];
	}
	const found = await db.$queryRaw<unknown[]>`SELECT FROM post WHERE id = ${to.postId}::uuid FOR UPDATE`;
	if (found.length === 0) throw new NotFound();
	return holdersOf({ db, now }, to.postId);
}

async function holdersOf({ db, now }: Pick<ActWorld, "db" | "now">, postId: string): Promise<string[]> {
	const holdings = await db.postHolding.findMany({
		where: { postId, ...inForce(today(now)) },
		select: { personId: true },
		take: 100,
		orderBy: { id: "asc" },
	});
	return holdings.map(({ personId }) => personId);
}

/** A post of the organisation, or of one that acts for it. */
async function servesThere({ db, now }: ActWorld, postId: string, organisationId: string): Promise<boolean> {
	const post = await db.post.findFirst({
		where: {
			id: postId,
			OR: [
				{ organisationId },
				{ organisation: { actsFor: { some: { principalId: organisationId, ...inForce(today(now)) } } } },
			],
		},
		select: { id: true },
	});
	return post !== null;
}

/**
 * Ends a role as of today; after a step-up. The people concerned are signed out.
 * @param ownerId the organisation from whose page it is ended; null for the platform
 * @returns nothing; refused with "last-admin" when an organisation, and "last-operator" when the
 * installation would be left without anybody, by its own hand
 * @throws NotFound when it is not (or no longer) there, or another organisation's
 */
export const endRole = command(
	"accounts.end-role",
	async (
		world,
		{ grantId, ownerId }: { grantId: string; ownerId: string | null },
	): Promise<Outcome<null, "last-admin" | "last-operator">> => {
		const { db, now } = world;
		const day = today(now);
		// One after the other, so that two admins cannot end each other's role at once.
		if (ownerId) await db.$queryRaw`SELECT FROM organisation WHERE id = ${ownerId}::uuid FOR UPDATE`;
		else await lockOperators(world);
		const grant = await db.roleGrant.findFirst({
			where: { id: grantId, ownerId, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
		});
		const role = grant && roleNamed(grant.role);
		const scope = grant && scopeOf(grant.scopeKind, grant.scopeId);
		if (!grant || !role || !scope) throw new NotFound();
		demand(mayGiveRole, world.actor, { role, scope, ownerId });
		demandStepUp(world);
		if (role === "organisation-admin" || role === "operator") {
			const others = await db.roleGrant.count({
				where: {
					id: { not: grantId },
					role,
					scopeKind: grant.scopeKind,
					scopeId: grant.scopeId,
					// Whoever was erased or cannot sign in does not count, nor does a post that nobody of the others holds.
					AND: [
						inForce(day),
						{
							OR: [{ person: canSignIn }, { post: { holdings: { some: { AND: [inForce(day)], person: canSignIn } } } }],
						},
					],
				},
			});
			if (others === 0 && world.actor.kind === "person") {
				return refused(role === "operator" ? "last-operator" : "last-admin");
			}
		}
		await db.roleGrant.update({
			where: { id: grantId },
			data: { validUntil: grant.validFrom > day ? grant.validFrom : day },
		});
		const concerned = grant.personId ? [grant.personId] : grant.postId ? await holdersOf(world, grant.postId) : [];
		await endSessions(world, { personIds: concerned });
		world.record({
			type: "accounts.role.ended",
			subject: { kind: "role-grant", id: grantId },
			ownerId,
			facts: { role, scopeKind: grant.scopeKind, scopeId: grant.scopeId },
		});
		return done(null);
	},
);

/** Acts on the operators wait for each other until their transaction ends: there is no row of the platform to lock. */
export async function lockOperators({ db }: Pick<View, "db">): Promise<void> {
	await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('accounts.operators'))::text`;
}
