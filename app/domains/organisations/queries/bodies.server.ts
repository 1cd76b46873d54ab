import { today } from "~/platform/calendar.server";
import type { OrganisationKind } from "~/platform/database/generated/enums";
import type { View } from "~/platform/world.server";
import { foundedKinds } from "../founded-kinds";

/** A body that appears at a place: its own, or one below it that was founded there. */
export type Body = {
	id: string;
	name: string;
	shortName: string;
	kind: OrganisationKind;
	/** 0 for the place's own organisation. */
	depth: number;
	/** Its own place, if it has opened one; then its posts appear there. */
	slug: string | null;
};

const deepest = 6;
const listSize = 200;

/** The place's organisation and, below it in the order of the tree, what was founded in the house. At most 200. */
export async function bodiesBelow({ db, now }: View, organisationId: string): Promise<Body[]> {
	// SQL, because Prisma cannot walk a tree.
	return db.$queryRaw<Body[]>`
		WITH RECURSIVE below AS (
			SELECT id, short_name, name, kind, 0 AS depth, ARRAY[short_name, id::text] AS way
			FROM organisation WHERE id = ${organisationId}::uuid
			UNION ALL
			SELECT o.id, o.short_name, o.name, o.kind, below.depth + 1, below.way || ARRAY[o.short_name, o.id::text]
			FROM organisation o JOIN below ON o.parent_id = below.id
			WHERE below.depth < ${deepest} AND o.kind::text = ANY (${[...foundedKinds]}::text[])
			  AND (o.valid_until IS NULL OR o.valid_until > ${today(now)}::date)
			  AND (below.depth = 0 OR NOT EXISTS (SELECT FROM space s WHERE s.organisation_id = below.id))
		)
		SELECT below.id::text, below.name, below.short_name AS "shortName", below.kind::text AS kind, below.depth, space.slug
		FROM below LEFT JOIN space ON space.organisation_id = below.id
		ORDER BY below.way LIMIT ${listSize}`;
}

/** Those of them whose posts appear at this place: its own organisation, and the others without a place of their own. */
export async function bodiesAt(view: View, organisationId: string): Promise<Body[]> {
	return (await bodiesBelow(view, organisationId)).filter(({ depth, slug }) => depth === 0 || slug === null);
}

/** For each organisation the address of the place at which its posts appear; left out where there is none. */
export async function placesOf({ db }: Pick<View, "db">, organisationIds: string[]): Promise<Map<string, string>> {
	const rows = await db.$queryRaw<{ start: string; slug: string }[]>`
		WITH RECURSIVE up AS (
			SELECT id AS start, id, parent_id, kind, 0 AS depth FROM organisation WHERE id = ANY (${organisationIds}::uuid[])
			UNION ALL
			SELECT up.start, o.id, o.parent_id, o.kind, up.depth + 1
			FROM up JOIN organisation o ON o.id = up.parent_id
			WHERE up.depth < ${deepest} AND up.kind::text = ANY (${[...foundedKinds]}::text[])
			  AND NOT EXISTS (SELECT FROM space s WHERE s.organisation_id = up.id)
		)
		SELECT up.start::text, space.slug FROM up JOIN space ON space.organisation_id = up.id`;
	return new Map(rows.map(({ start, slug }) => [start, slug]));
}
