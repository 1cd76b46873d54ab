import { today } from "~/platform/calendar.server";
import type { AreaKind } from "~/platform/database/generated/enums";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { placeParts, type TermUse } from "../composition.server";
import { managedPlace } from "./place-start.server";
import { lastDayText } from "./posts.server";

const listSize = 1000;

/** The word of an address for one of the two sorts. */
export const termSorts = ["gebiete", "themen"] as const;
export type TermSort = (typeof termSorts)[number];

/** An area or a topic as its owner's administrators see it. */
export type Term = {
	id: string;
	name: string;
	/** Of areas only. */
	kind: AreaKind | null;
	parent: string | null;
	children: string[];
	/** The last day on which it counts, `YYYY-MM-DD`; null for open. */
	lastDay: string | null;
	uses: TermUse[];
};

/** The sort that an address names. @throws NotFound for another word */
export function sortOf(word: string): TermSort {
	const sort = termSorts.find((one) => one === word);
	if (!sort) throw new NotFound();
	return sort;
}

/**
 * The living areas and topics of a place's organisation, with what uses them, for its administrators.
 * @throws NotFound; Forbidden or SignInNeeded for others
 */
export async function managedTerms(view: View, slug: string) {
	const place = await managedPlace(view, slug);
	const where = {
		ownerId: place.organisationId,
		OR: [{ validUntil: null }, { validUntil: { gt: today(view.now) } }],
	};
	const [areas, topics, uses] = await Promise.all([
		view.db.area.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }], take: listSize }),
		view.db.topic.findMany({ where, orderBy: [{ position: "asc" }, { id: "asc" }], take: listSize }),
		Promise.all(placeParts().map((part) => part.termUses?.(view, place) ?? [])),
	]);
	const used = Map.groupBy(uses.flat(), ({ termId }) => termId);
	const terms: Record<TermSort, Term[]> = { gebiete: shown(areas, used), themen: shown(topics, used) };
	return { place, terms };
}

type Row = { id: string; name: string; kind?: AreaKind; parentId: string | null; validUntil: Date | null };

function shown(rows: readonly Row[], used: Map<string, TermUse[]>): Term[] {
	return rows.map(({ id, name, kind = null, parentId, validUntil }) => ({
		id,
		name,
		kind,
		parent: rows.find((row) => row.id === parentId)?.name ?? null,
		children: rows.filter((row) => row.parentId === id).map((row) => row.name),
		lastDay: validUntil && lastDayText(validUntil),
		uses: used.get(id) ?? [],
	}));
}

/** One of them, and the others of its sort. @throws NotFound when it is none of this place */
export async function managedTerm(view: View, slug: string, sort: TermSort, id: string) {
	const { place, terms } = await managedTerms(view, slug);
	const term = terms[sort].find((one) => one.id === id);
	if (!term) throw new NotFound();
	return { place, term, others: terms[sort].filter((one) => one.id !== id).map(({ id, name }) => ({ id, name })) };
}

/** The municipalities and associations in a place's territory that are no area of it yet, by name. At most 1,000. */
export async function bodiesWithoutArea(view: View, ownerId: string): Promise<{ id: string; name: string }[]> {
	const day = today(view.now);
	// SQL, because Prisma cannot walk a tree.
	return view.db.$queryRaw<{ id: string; name: string }[]>`
		WITH RECURSIVE below AS (
			SELECT id, short_name, kind, 0 AS depth FROM organisation WHERE id = ${ownerId}::uuid
			UNION ALL
			SELECT o.id, o.short_name, o.kind, below.depth + 1 FROM organisation o JOIN below ON o.parent_id = below.id
			WHERE below.depth < 3 AND o.kind IN ('MUNICIPAL_ASSOCIATION', 'MUNICIPALITY')
			  AND (o.valid_until IS NULL OR o.valid_until > ${day}::date)
		)
		SELECT id::text, short_name AS name FROM below
		WHERE kind IN ('MUNICIPAL_ASSOCIATION', 'MUNICIPALITY') AND NOT EXISTS (
			SELECT FROM area a WHERE a.owner_id = ${ownerId}::uuid AND a.body_id = below.id
			  AND (a.valid_until IS NULL OR a.valid_until > ${day}::date))
		ORDER BY short_name, id LIMIT ${listSize}`;
}
