import type { ActWorld } from "~/platform/act.server";
import { type Actor, grantsFor } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand, type Policy } from "~/platform/policy";
import { mayAdminister } from "./policy.server";

/** As which post, and on whose behalf, somebody administers an organisation; their own right comes before a lent one. */
export function actingAs(actor: Actor, organisationId: string): { postId: string | null; onBehalfOfId: string | null } {
	const grants = grantsFor(actor, organisationId, ["organisation-admin"]);
	const grant = grants.find(({ onBehalfOfId }) => onBehalfOfId === null) ?? grants[0];
	return { postId: grant?.postId ?? null, onBehalfOfId: grant?.onBehalfOfId ?? null };
}

/**
 * Locks an organisation that is in force and asks whether it may be administered, so that two acts on it wait for each other.
 * @returns what every record of an act on it carries
 * @throws NotFound when it is not (or no longer) there; Forbidden or SignInNeeded
 */
export async function administering(
	{ db, actor, now }: ActWorld,
	organisationId: string,
	policy: Policy<{ organisationId: string }> = mayAdminister,
): Promise<{ ownerId: string; postId: string | null; onBehalfOfId: string | null }> {
	await db.$queryRaw`SELECT FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
	const found = await db.organisation.count({
		where: { id: organisationId, AND: [bodyInForce(today(now))] },
	});
	if (found === 0) throw new NotFound();
	demand(policy, actor, { organisationId });
	return { ownerId: organisationId, ...actingAs(actor, organisationId) };
}

/** The condition for a body that exists on this day; many began before our records. */
export function bodyInForce(day: Date) {
	return {
		AND: [
			{ OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
			{ OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
		],
	};
}

/**
 * Locks a post of an organisation, so that appointments to it wait for each other.
 * @throws NotFound when it is not there, ended, or not administered by this actor
 */
export async function administeringPost(world: ActWorld, postId: string) {
	const { db, now } = world;
	await db.$queryRaw`SELECT FROM post WHERE id = ${postId}::uuid FOR NO KEY UPDATE`;
	const day = today(now);
	const post = await db.post.findFirst({
		where: { id: postId, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
	});
	if (!post) throw new NotFound();
	demand(mayAdminister, world.actor, { organisationId: post.organisationId });
	const recorded = { ownerId: post.organisationId, ...actingAs(world.actor, post.organisationId) };
	return { post, recorded };
}
