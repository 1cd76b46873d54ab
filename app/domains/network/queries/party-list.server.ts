import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { isUncertain, monthsOld } from "../certainty";
import { dayLookedAt } from "../days.server";
import type { NetworkFilter } from "../filter";
import { labelAt } from "../relation-type";
import {
	type Basis,
	type Level,
	levels,
	type PartyKind,
	type Sector,
	sectors,
	type Visibility,
	wordOf,
} from "../vocabulary";
import { matches, onDay, seenParty, seenTie, uncertainOn } from "./conditions.server";
import { typesOf } from "./relation-types.server";

/** A party as lists show it, with what it was on the day that is looked at. */
export type ListedParty = {
	id: string;
	kind: PartyKind;
	name: string;
	sector: Sector | null;
	level: Level | null;
	email: string | null;
	phone: string | null;
	source: string;
	purpose: string;
	basis: Basis;
	visibility: Visibility;
	ownKey: string | null;
	givenName: string | null;
	familyName: string | null;
	keepUntil: string | null;
	confirmedOn: string;
	months: number;
	uncertain: boolean;
	/** "hat den Vorsitz von Sportverein Thür", read from this party. */
	ties: string[];
};

type Row = Omit<ListedParty, "months" | "uncertain" | "ties" | "sector" | "level"> & {
	sector: string | null;
	level: string | null;
	total: bigint;
};

const tiesShown = 6;

/**
 * Parties that are as the filter says, as far as this reader may see them: best match first, otherwise by name. On a past day
 * persons are listed only when they had a tie on that day.
 * @param page counted from 1
 */
export async function listParties(
	view: View,
	ownerId: string,
	filter: NetworkFilter,
	{ page, size }: { page: number; size: number },
): Promise<{ parties: ListedParty[]; total: number }> {
	const { db, now } = view;
	const day = dayLookedAt(filter.day, now);
	// Both ends one after the other: as one condition with OR, 20,000 ties took 20 seconds.
	const tied = (type: Prisma.Sql) => {
		const counts = Prisma.sql`${seenTie(view, ownerId)} AND ${onDay("t", day.text)} ${type}`;
		return Prisma.sql`p.id IN (SELECT t.from_id FROM network_tie t WHERE ${counts}
			UNION ALL SELECT t.to_id FROM network_tie t WHERE ${counts})`;
	};
	const then = day.isToday ? Prisma.empty : Prisma.sql`AND (p.kind = 'ORGANISATION' OR ${tied(Prisma.empty)})`;
	const type = filter.type ? Prisma.sql`AND ${tied(Prisma.sql`AND t.type = ${filter.type}`)}` : Prisma.empty;
	const uncertain = filter.uncertain ? Prisma.sql`AND ${uncertainOn("p", day.text)}` : Prisma.empty;
	const low = filter.words.toLowerCase();
	const best = low
		? Prisma.sql`lower(p.display_name) = ${low} DESC,
			round((similarity(lower(p.display_name), ${low}) + word_similarity(${low}, lower(p.display_name)))::numeric, 3) DESC,`
		: Prisma.empty;
	// The page is found with narrow rows: with all columns ten thousand of them were sorted and counted.
	const rows = await db.$queryRaw<Row[]>`
		SELECT p.id::text, p.kind::text AS kind, p.display_name AS name, p.sector, p.level, p.email, p.phone, p.source, p.purpose,
			p.basis::text AS basis, p.visibility::text AS visibility, p.own_key AS "ownKey",
			p.given_name AS "givenName", p.family_name AS "familyName", p.keep_until::text AS "keepUntil",
			p.confirmed_on::text AS "confirmedOn", x.total
		FROM (
			SELECT p.id, count(*) OVER () AS total, row_number() OVER (ORDER BY ${best} lower(p.display_name), p.id) AS place
			FROM network_party p
			WHERE ${seenParty(view, ownerId, "p")} AND ${matches(view, ownerId, "p", filter)} ${then} ${type} ${uncertain}
			ORDER BY place LIMIT ${size} OFFSET ${(page - 1) * size}
		) x JOIN network_party p ON p.id = x.id ORDER BY x.place`;
	const ties = await tiesOf(
		view,
		ownerId,
		rows.map(({ id }) => id),
		day.text,
	);
	return {
		total: Number(rows[0]?.total ?? 0),
		parties: rows.map(({ total: _, ...row }) => ({
			...row,
			sector: wordOf(sectors, row.sector),
			level: wordOf(levels, row.level),
			months: monthsOld(row.confirmedOn, day.text),
			uncertain: isUncertain(row.confirmedOn, day.text),
			ties: ties.get(row.id) ?? [],
		})),
	};
}

type TieRow = { partyId: string; end: "from" | "to"; type: string; role: string; other: string };

/** What the parties of a page were to others on a day, in words read from them; the first six each. */
async function tiesOf(view: View, ownerId: string, ids: string[], day: string): Promise<Map<string, string[]>> {
	if (ids.length === 0) return new Map();
	const rows = await view.db.$queryRaw<TieRow[]>`
		SELECT "partyId"::text, "end", type, role, other FROM (
			SELECT x.*, row_number() OVER (PARTITION BY "partyId" ORDER BY valid_from DESC, x.id) AS place FROM (
				SELECT t.id, t.from_id AS "partyId", 'from' AS "end", t.type, t.role, o.display_name AS other, t.valid_from
				FROM network_tie t JOIN network_party o ON o.id = t.to_id
				WHERE t.from_id = ANY (${ids}::uuid[]) AND ${seenTie(view, ownerId)} AND ${seenParty(view, ownerId, "o")} AND ${onDay("t", day)}
				UNION ALL
				SELECT t.id, t.to_id, 'to', t.type, t.role, o.display_name, t.valid_from
				FROM network_tie t JOIN network_party o ON o.id = t.from_id
				WHERE t.to_id = ANY (${ids}::uuid[]) AND ${seenTie(view, ownerId)} AND ${seenParty(view, ownerId, "o")} AND ${onDay("t", day)}
			) x
		) y WHERE place <= ${tiesShown} ORDER BY place, "partyId"`;
	const types = new Map((await typesOf(view, ownerId)).map((one) => [one.key, one]));
	const told = new Map<string, string[]>();
	for (const { partyId, end, type: key, role, other } of rows) {
		const type = types.get(key);
		const label = type ? labelAt(type, end, view.locale) : "–";
		told.set(partyId, [...(told.get(partyId) ?? []), `${label} ${other}${role ? ` (${role})` : ""}`]);
	}
	return told;
}
