import type { ActWorld } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";

export type TermsGiven = { topicIds: string[]; areaIds: string[] };
export type ParentGiven = { parentId: string | null; parentBodyId: string | null };

/** Whether these are topics and areas of this owner. */
async function areOwn({ db }: ActWorld, ownerId: string, { topicIds, areaIds }: TermsGiven): Promise<boolean> {
	const [topics, areas] = await Promise.all([
		db.topic.count({ where: { id: { in: topicIds }, ownerId } }),
		db.area.count({ where: { id: { in: areaIds }, ownerId } }),
	]);
	return topics === new Set(topicIds).size && areas === new Set(areaIds).size;
}

/** Writes what a group is about, inside an act that asked who may; what it was about before is no more. */
export async function writeGroupTerms(
	world: ActWorld,
	{ id: groupId, organisationId }: { id: string; organisationId: string },
	given: TermsGiven,
): Promise<Outcome<null, "term-unknown">> {
	if (!(await areOwn(world, organisationId, given))) return refused("term-unknown", { field: "topicIds" });
	const { db } = world;
	await db.groupTopic.deleteMany({ where: { groupId } });
	await db.groupArea.deleteMany({ where: { groupId } });
	await db.groupTopic.createMany({ data: [...new Set(given.topicIds)].map((topicId) => ({ groupId, topicId })) });
	await db.groupArea.createMany({ data: [...new Set(given.areaIds)].map((areaId) => ({ groupId, areaId })) });
	return done(null);
}

/** The same for a body of others. */
export async function writeBodyTerms(
	world: ActWorld,
	{ id: bodyId, organisationId }: { id: string; organisationId: string },
	given: TermsGiven,
): Promise<Outcome<null, "term-unknown">> {
	if (!(await areOwn(world, organisationId, given))) return refused("term-unknown", { field: "topicIds" });
	const { db } = world;
	await db.listedBodyTopic.deleteMany({ where: { bodyId } });
	await db.listedBodyArea.deleteMany({ where: { bodyId } });
	await db.listedBodyTopic.createMany({ data: [...new Set(given.topicIds)].map((topicId) => ({ bodyId, topicId })) });
	await db.listedBodyArea.createMany({ data: [...new Set(given.areaIds)].map((areaId) => ({ bodyId, areaId })) });
	return done(null);
}

/**
 * Groups of an owner are put under one another one after the other, so that two at once make no circle. To be taken before
 * the lock of a group, because naming a parent locks its row too.
 */
export async function lockTree({ db }: ActWorld, of: { organisationId: string } | { groupId: string }): Promise<void> {
	const ownerId =
		"organisationId" in of
			? of.organisationId
			: (await db.workingGroup.findUnique({ where: { id: of.groupId }, select: { organisationId: true } }))
					?.organisationId;
	await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`group-tree:${ownerId ?? ""}`}, 0))`;
}

/**
 * Whether a group can work for this group or body of the same owner: not for itself, and not for one that works for it.
 * The caller has locked the owner's tree of groups (`lockTree`).
 */
export async function checkParent(
	{ db }: ActWorld,
	{ id, organisationId }: { id: string; organisationId: string },
	{ parentId, parentBodyId }: ParentGiven,
): Promise<Outcome<null, "parent-unknown" | "parent-below">> {
	if (parentBodyId) {
		const there = await db.listedBody.count({ where: { id: parentBodyId, organisationId } });
		return there > 0 ? done(null) : refused("parent-unknown", { field: "parent" });
	}
	if (!parentId) return done(null);
	let at: string | null = parentId;
	for (let depth = 0; at && depth < 16; depth += 1) {
		if (at === id) return refused("parent-below", { field: "parent" });
		const row: { parentId: string | null } | null = await db.workingGroup.findFirst({
			where: { id: at, organisationId },
			select: { parentId: true },
		});
		if (!row) return refused("parent-unknown", { field: "parent" });
		at = row.parentId;
	}
	return at ? refused("parent-below", { field: "parent" }) : done(null);
}
