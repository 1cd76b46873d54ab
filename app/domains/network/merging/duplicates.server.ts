import type { View } from "~/platform/world.server";
import { seenParty } from "../queries/conditions.server";
import { findParty } from "../queries/find-party.server";
import { keepersPlace } from "../queries/place-of-network.server";
import type { PartyKind } from "../vocabulary";

type Entry = { id: string; name: string; email: string | null };
export type Suggested = { first: Entry; second: Entry; kind: PartyKind; because: "email" | "name" };

/** Names that are as alike as this are suggested; the rest of alikeness is chance. */
const alike = 0.6;
const suggested = 100;
/** Names of so many entries, the latest, are compared with all others: all with all would take minutes for 10,000. */
const compared = 300;

type Row = {
	firstId: string;
	firstName: string;
	firstEmail: string | null;
	secondId: string;
	secondName: string;
	secondEmail: string | null;
	kind: PartyKind;
	mail: boolean;
};

/**
 * Entries of one owner that look like the same person or organisation: the same mail address, or names alike by trigrams
 * ("Sportverein Thür e. V." and "Sportverein Thuer"). Best first, at most 100; those said to be different are left out.
 */
export async function suggestions(view: View, ownerId: string): Promise<Suggested[]> {
	// The operator % uses the index. Its threshold is raised for this statement, before the first row is read: with the usual 0.3
	// every "Förderverein …" would be compared with every other.
	const rows = await view.db.$queryRaw<Row[]>`
		WITH threshold AS MATERIALIZED (
			SELECT set_config('pg_trgm.similarity_threshold', ${String(alike)}, true) AS set
		), seen AS MATERIALIZED (
			SELECT p.id, p.kind, p.email FROM network_party p
			WHERE ${seenParty(view, ownerId, "p")} AND p.erased_at IS NULL
		), latest AS MATERIALIZED (
			SELECT p.id, p.kind, p.display_name FROM threshold CROSS JOIN network_party p
			WHERE threshold.set <> '' AND ${seenParty(view, ownerId, "p")} AND p.erased_at IS NULL
			ORDER BY p.created_at DESC, p.id LIMIT ${compared}
		), pair AS (
			SELECT p.id AS a, q.id AS b, true AS mail, 2::real AS score FROM seen p JOIN seen q
				ON lower(p.email) = lower(q.email) AND p.kind = q.kind AND p.id < q.id
			UNION ALL
			SELECT least(p.id, q.id), greatest(p.id, q.id), false, similarity(lower(p.display_name), lower(q.display_name))
			FROM latest p JOIN network_party q
				ON lower(q.display_name) % lower(p.display_name) AND q.kind = p.kind AND p.id <> q.id
				AND similarity(lower(p.display_name), lower(q.display_name)) >= ${alike} AND ${seenParty(view, ownerId, "q")}
				AND q.erased_at IS NULL
		), best AS (
			SELECT a, b, bool_or(mail) AS mail, max(score) AS score FROM pair
			WHERE NOT EXISTS (SELECT FROM network_distinct d WHERE d.first_id = a AND d.second_id = b)
			GROUP BY a, b ORDER BY max(score) DESC, a, b LIMIT ${suggested}
		)
		SELECT p.id::text AS "firstId", p.display_name AS "firstName", p.email AS "firstEmail", q.id::text AS "secondId",
			q.display_name AS "secondName", q.email AS "secondEmail", p.kind::text AS kind, best.mail
		FROM best JOIN network_party p ON p.id = a JOIN network_party q ON q.id = b ORDER BY best.score DESC, a, b`;
	return rows.map((row) => ({
		first: { id: row.firstId, name: row.firstName, email: row.firstEmail },
		second: { id: row.secondId, name: row.secondName, email: row.secondEmail },
		kind: row.kind,
		because: row.mail ? "email" : "name",
	}));
}

/** Suggestions and the latest merges that can be taken back. @throws NotFound; Forbidden or SignInNeeded */
export async function duplicatesPage(view: View, slug: string) {
	const place = await keepersPlace(view, slug);
	const merges = await view.db.networkMerge.findMany({
		where: { ownerId: place.ownerId, undoneAt: null, survivor: { erasedAt: null } },
		select: {
			id: true,
			mergedAt: true,
			survivor: { select: { id: true, displayName: true } },
			merged: { select: { displayName: true } },
		},
		orderBy: [{ mergedAt: "desc" }, { id: "desc" }],
		take: 50,
	});
	return {
		place,
		pairs: await suggestions(view, place.ownerId),
		merges: merges.map(({ id, mergedAt, survivor, merged }) => ({
			...{ id, mergedAt, partyId: survivor.id, name: survivor.displayName, merged: merged.displayName },
		})),
	};
}

/** Two entries beside each other, to choose what stays. @throws NotFound; Forbidden or SignInNeeded */
export async function mergePage(view: View, at: { place: string; first: string; second: string }) {
	const place = await keepersPlace(view, at.place);
	const both = await Promise.all([at.first, at.second].map((id) => findParty(view, place.ownerId, id)));
	const entries = await Promise.all(
		both.map(async ({ id, displayName, email, phone, source, kind, createdAt }) => ({
			...{ id, email, phone, source, kind, createdAt, name: displayName },
			ties: await view.db.networkTie.count({ where: { OR: [{ fromId: id }, { toId: id }] } }),
			notes: await view.db.networkNote.count({ where: { partyId: id } }),
		})),
	);
	const [first, second] = entries;
	if (!first || !second) throw new Error("two were asked for");
	return { place, first, second };
}
