import { proposeHandOver } from "~/domains/organisations/index.server";
import type { ActWorld } from "~/platform/act.server";
import type { StoredDate } from "~/platform/calendar.server";
import { isOpen, states } from "../../concerns/concern";
import { dayText } from "../../days.server";
import { type Plan, postOf, resolve } from "../coverage-plan";
import { bodiesAbove, cellOf, territoryOf } from "../queries/territory.server";

/**
 * Proposes, for each pair of posts, a hand-over of the open concerns for which a plan names another post than the one that has
 * them. Called inside the act that puts the plan in force; a concern stays where it is until its hand-over is accepted. One
 * that was given to a post by hand stays there.
 * @returns how many concerns, and in how many hand-overs
 */
export async function proposeHandOvers(
	world: ActWorld,
	{
		ownerId,
		plan,
		effectiveOn,
		recorded,
	}: {
		ownerId: string;
		plan: Plan;
		effectiveOn: StoredDate;
		recorded: { ownerId: string; postId: string | null; onBehalfOfId: string | null };
	},
): Promise<{ concerns: number; handOvers: number }> {
	const { db } = world;
	const [territory, rows] = await Promise.all([
		territoryOf(db, ownerId),
		db.assignment.findMany({
			where: {
				untilAt: null,
				cause: { not: "MANUAL" },
				concern: { ownerId, state: { in: states.filter(isOpen) } },
			},
			select: { postId: true, concern: { select: { id: true, municipalityId: true, topicId: true } } },
			orderBy: { concernId: "asc" },
			take: 5000,
		}),
	]);
	const bodies = new Map<string | null, string[]>();
	const pairs = new Map<string, { fromPostId: string; toPostId: string; ids: string[] }>();
	for (const { postId: fromPostId, concern } of rows) {
		const { municipalityId, topicId } = concern;
		const above = bodies.get(municipalityId) ?? (await bodiesAbove(db, municipalityId));
		bodies.set(municipalityId, above);
		const toPostId = postOf(resolve(plan, cellOf(territory, above, topicId), dayText(effectiveOn)));
		if (!toPostId || toPostId === fromPostId) continue;
		const key = `${fromPostId} ${toPostId}`;
		const pair = pairs.get(key) ?? { fromPostId, toPostId, ids: [] };
		pairs.set(key, { ...pair, ids: [...pair.ids, concern.id] });
	}
	let concerns = 0;
	for (const { fromPostId, toPostId, ids } of pairs.values()) {
		concerns += ids.length;
		const subjects = ids.map((id) => ({ kind: "concern", id }));
		await proposeHandOver(world, { fromPostId, toPostId, effectiveOn, kind: "CONCERN", subjects, recorded });
	}
	return { concerns, handOvers: pairs.size };
}
