import type { View } from "~/platform/world.server";
import { periodOf } from "../../days.server";
import type { Cell } from "../coverage-plan";
import { type AreaRow, areasAround, type TopicRow, topicsAround } from "../territory";

type Db = View["db"];

export type Named = { id: string; name: string };
export type Territory = { areas: (AreaRow & Named)[]; topics: (TopicRow & Named)[] };

const most = 1000;

/** All areas and topics of an owner, those that have ended included: answers of other days need them. */
export async function territoryOf(db: Db, ownerId: string): Promise<Territory> {
	const [areas, topics] = await Promise.all([
		db.area.findMany({ where: { ownerId }, orderBy: [{ name: "asc" }, { id: "asc" }], take: most }),
		db.topic.findMany({ where: { ownerId }, orderBy: [{ position: "asc" }, { id: "asc" }], take: most }),
	]);
	return {
		areas: areas.map(({ id, name, bodyId, parentId, ...row }) => ({ id, name, bodyId, parentId, ...periodOf(row) })),
		topics: topics.map(({ id, name, parentId, ...row }) => ({ id, name, parentId, ...periodOf(row) })),
	};
}

/** An organisation and the bodies above it, nearest first. */
export async function bodiesAbove(db: Db, organisationId: string | null): Promise<string[]> {
	if (organisationId === null) return [];
	// SQL, because Prisma cannot walk a tree.
	const rows = await db.$queryRaw<{ id: string }[]>`
		WITH RECURSIVE up AS (
			SELECT id, parent_id, 0 AS depth FROM organisation WHERE id = ${organisationId}::uuid
			UNION ALL
			SELECT o.id, o.parent_id, up.depth + 1 FROM up JOIN organisation o ON o.id = up.parent_id WHERE up.depth < 8
		) SELECT id::text FROM up ORDER BY depth`;
	return rows.map(({ id }) => id);
}

/** A place that a plan answers for, with the bodies above it (itself first) up to the owner. */
export type Covered = { id: string; name: string; kind: string; depth: number; bodies: string[] };

/** The owner's municipalities and associations, those directly below it first; without any, the owner itself. */
export async function coveredPlaces(db: Db, ownerId: string): Promise<Covered[]> {
	const rows = await db.$queryRaw<Covered[]>`
		WITH RECURSIVE below AS (
			SELECT id, short_name, kind, 0 AS depth, ARRAY[id::text] AS bodies FROM organisation WHERE id = ${ownerId}::uuid
			UNION ALL
			SELECT o.id, o.short_name, o.kind, below.depth + 1, o.id::text || below.bodies
			FROM below JOIN organisation o ON o.parent_id = below.id
			WHERE below.depth < 4 AND o.valid_until IS NULL
			  AND o.kind IN ('MUNICIPAL_ASSOCIATION', 'MUNICIPALITY', 'INDEPENDENT_CITY', 'COUNTY')
		)
		SELECT id::text, short_name AS name, kind::text AS kind, depth, bodies FROM below
		ORDER BY depth, short_name, id LIMIT ${most}`;
	const below = rows.filter(({ depth }) => depth > 0);
	return below.length > 0 ? below : rows;
}

/** What the rules ask about, for a place and a topic; either may be unknown. */
export function cellOf({ areas, topics }: Territory, bodies: readonly string[], topicId: string | null): Cell {
	return { areas: areasAround(areas, bodies), topics: topicsAround(topics, topicId) };
}
