import type { ActWorld } from "~/platform/act.server";
import { inForce, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";

/**
 * Those of these organisations for which nobody works here: no place, and no post that a person with an account holds. Others
 * may enter what they need to deal with them; everybody else keeps its posts itself.
 */
export async function strangersAmong(
	{ db, now }: Pick<View, "db" | "now">,
	organisationIds: readonly string[],
): Promise<string[]> {
	const held = { some: { ...inForce(today(now)), person: { account: { isNot: null } } } };
	const rows = await db.organisation.findMany({
		where: { id: { in: [...organisationIds] }, space: null, posts: { none: { holdings: held } } },
		select: { id: true },
	});
	return rows.map(({ id }) => id);
}

/**
 * Enters a post of an organisation for which nobody works here, such as the mayor of a municipality that signs a contract.
 * It is not public, and nobody holds it. Part of the acts that have asked their own policy.
 * @param ownerId in whose log it stands: the organisation that enters it
 * @returns its id; refused with "post-theirs" for an organisation that keeps its posts itself, "post-there" for a second
 * one of the same name
 */
export async function enterStrangersPost(
	world: ActWorld,
	{ organisationId, label, ownerId }: { organisationId: string; label: string; ownerId: string },
): Promise<Outcome<{ postId: string }, "post-theirs" | "post-there">> {
	// Whoever founds a place or a post there at the same moment waits.
	const found = await world.db.$queryRaw<unknown[]>`
		SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
	if (found.length === 0) throw new NotFound();
	if ((await strangersAmong(world, [organisationId])).length === 0) return refused("post-theirs", { field: "label" });
	const validFrom = today(world.now);
	const same = { organisationId, label: { equals: label, mode: "insensitive" as const }, ...inForce(validFrom) };
	if ((await world.db.post.count({ where: same })) > 0) return refused("post-there", { field: "label" });
	const id = newId(world.now);
	const details = { kind: "HEAD" as const, singleSeat: true, isPublic: false };
	await world.db.post.create({ data: { id, organisationId, label, ...details, validFrom } });
	const subject = { kind: "post", id };
	world.record({
		type: "organisations.post.created",
		subject,
		ownerId,
		facts: { ...details, organisation: organisationId },
	});
	return done({ postId: id });
}
