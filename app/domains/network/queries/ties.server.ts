import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { uncertainSince } from "../certainty";
import { dayLookedAt } from "../days.server";
import type { NetworkFilter } from "../filter";
import { mayReadNetwork } from "../policy.server";
import { labelAt, type RelationType } from "../relation-type";
import type { PartyKind } from "../vocabulary";
import { matches, onDay, seenParty, seenTie, uncertainOn } from "./conditions.server";
import { holdingType, typesOf } from "./relation-types.server";

type EndOf = { id: string; kind: PartyKind };
type End = EndOf & { name: string };
/** A tie as lists and drawings show it; days are `YYYY-MM-DD`, `lastDay` is included. */
export type ShownTie = {
	/** Null for a post of the house, which has no page here. */
	id: string | null;
	key: string;
	from: End;
	to: End;
	/** Read from the first end. */
	label: string;
	role: string;
	since: string;
	lastDay: string | null;
	source: string;
	confirmedOn: string | null;
	uncertain: boolean;
};

type Row = {
	id: string;
	type: string;
	role: string;
	since: string;
	lastDay: string | null;
	source: string;
	confirmedOn: string | null;
	fromId: string;
	fromName: string;
	fromKind: PartyKind;
	toId: string;
	toName: string;
	toKind: PartyKind;
};

/**
 * The ties in force on the filter's day of which at least one end is as the filter says, and both where it names a kind; as far as
 * this reader may see them, by names.
 * @param most so many at most; the caller asks for one more to know whether there are more
 */
export async function tiesFor(view: View, ownerId: string, filter: NetworkFilter, most: number): Promise<ShownTie[]> {
	const { db, now } = view;
	const { text: day } = dayLookedAt(filter.day, now);
	const kind = filter.kind
		? Prisma.sql`AND f.kind::text = ${filter.kind} AND g.kind::text = ${filter.kind}`
		: Prisma.empty;
	const type = filter.type ? Prisma.sql`AND t.type = ${filter.type}` : Prisma.empty;
	const uncertain = filter.uncertain ? Prisma.sql`AND ${uncertainOn("t", day)}` : Prisma.empty;
	// Whom the filter means is found first, and their ties by index; both ends of every tie were fifteen times as slow.
	const hit = namesParties(filter)
		? Prisma.sql`t.id IN (SELECT x.id FROM network_tie x WHERE x.from_id IN (SELECT id FROM hit)
			UNION SELECT x.id FROM network_tie x WHERE x.to_id IN (SELECT id FROM hit))`
		: Prisma.sql`(${onDay("f", day)} OR ${onDay("g", day)})`;
	const rows = await db.$queryRaw<Row[]>`
		WITH hit AS MATERIALIZED (SELECT p.id FROM network_party p
			WHERE ${namesParties(filter)} AND ${seenParty(view, ownerId, "p")} AND ${matches(view, ownerId, "p", filter)})
		SELECT t.id::text, t.type, t.role, t.source, t.valid_from::text AS since, (t.valid_until - 1)::text AS "lastDay",
			t.confirmed_on::text AS "confirmedOn", f.id::text AS "fromId", f.display_name AS "fromName", f.kind::text AS "fromKind",
			g.id::text AS "toId", g.display_name AS "toName", g.kind::text AS "toKind"
		FROM network_tie t JOIN network_party f ON f.id = t.from_id JOIN network_party g ON g.id = t.to_id
		WHERE ${seenTie(view, ownerId)} AND ${onDay("t", day)} AND ${seenParty(view, ownerId, "f")} AND ${seenParty(view, ownerId, "g")}
		  AND ${hit} ${kind} ${type} ${uncertain}
		ORDER BY f.display_name, g.display_name, t.valid_from, t.id LIMIT ${most}`;
	const held = filter.type || filter.uncertain || filter.kind ? [] : await holdings(view, ownerId, filter, most);
	const types = new Map((await typesOf(view, ownerId)).map((one) => [one.key, one]));
	const limit = uncertainSince(day);
	return [...rows, ...held].slice(0, most).map((row) => shown(view, row, types, limit));
}

/** Whether a filter says anything of the parties themselves. */
function namesParties({ words, kind, sector, level, topicId, areaId, keyPersons }: NetworkFilter): boolean {
	return words !== "" || keyPersons || [kind, sector, level, topicId, areaId].some((value) => value !== null);
}

/** Posts of this house that people of the network hold at organisations of the network, on the filter's day. */
async function holdings(view: View, ownerId: string, filter: NetworkFilter, most: number): Promise<Row[]> {
	if (!mayReadNetwork(view.actor, { ownerId })) return [];
	const { text: day } = dayLookedAt(filter.day, view.now);
	return view.db.$queryRaw<Row[]>`
		SELECT h.id::text, ${holdingType.key} AS type, o.label AS role, '' AS source, h.valid_from::text AS since,
			(h.valid_until - 1)::text AS "lastDay", NULL AS "confirmedOn", f.id::text AS "fromId", f.display_name AS "fromName",
			f.kind::text AS "fromKind", g.id::text AS "toId", g.display_name AS "toName", g.kind::text AS "toKind"
		FROM post_holding h JOIN post o ON o.id = h.post_id JOIN network_party f ON f.person_id = h.person_id
		JOIN network_party g ON g.organisation_id = o.organisation_id
		WHERE o.is_public AND ${onDay("h", day)} AND ${seenParty(view, ownerId, "f")} AND ${seenParty(view, ownerId, "g")}
		  AND ((${matches(view, ownerId, "f", filter)}) OR (${matches(view, ownerId, "g", filter)}))
		ORDER BY f.display_name, g.display_name, h.id LIMIT ${most}`;
}

/** Who is tied to whom on a day, each pair once, as far as this reader may see both and the tie: for walking through the network. */
export async function endsOn(view: View, ownerId: string, day: string): Promise<{ from: EndOf; to: EndOf }[]> {
	const seen = Prisma.sql`${seenParty(view, ownerId, "f")} AND ${seenParty(view, ownerId, "g")}
		AND (${onDay("f", day)} OR ${onDay("g", day)})`;
	const held = mayReadNetwork(view.actor, { ownerId })
		? Prisma.sql`UNION SELECT f.id, f.kind, g.id, g.kind FROM post_holding h JOIN post o ON o.id = h.post_id
			JOIN network_party f ON f.person_id = h.person_id JOIN network_party g ON g.organisation_id = o.organisation_id
			WHERE o.is_public AND ${onDay("h", day)} AND ${seen}`
		: Prisma.empty;
	const rows = await view.db.$queryRaw<{ a: string; b: PartyKind; c: string; d: PartyKind }[]>`
		SELECT a::text, b::text, c::text, d::text FROM (
			SELECT f.id AS a, f.kind AS b, g.id AS c, g.kind AS d
			FROM network_tie t JOIN network_party f ON f.id = t.from_id JOIN network_party g ON g.id = t.to_id
			WHERE ${seenTie(view, ownerId)} AND ${onDay("t", day)} AND ${seen} ${held}) x`;
	return rows.map(({ a, b, c, d }) => ({ from: { id: a, kind: b }, to: { id: c, kind: d } }));
}
function shown({ locale }: View, row: Row, types: Map<string, RelationType>, limit: string): ShownTie {
	const type = row.type === holdingType.key ? holdingType : types.get(row.type);
	return {
		id: row.type === holdingType.key ? null : row.id,
		key: row.id,
		from: { id: row.fromId, name: row.fromName, kind: row.fromKind },
		to: { id: row.toId, name: row.toName, kind: row.toKind },
		label: type ? labelAt(type, "from", locale) : "–",
		role: row.role,
		since: row.since,
		lastDay: row.lastDay,
		source: row.source,
		confirmedOn: row.confirmedOn,
		uncertain: row.confirmedOn !== null && row.confirmedOn <= limit,
	};
}
