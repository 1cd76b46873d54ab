import { type StoredDate, today } from "~/platform/calendar.server";
import { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { coversOn } from "../absence/queries/covers.server";

type Asked = { personId: string; day: StoredDate; now: Date; able: Prisma.Sql };

/**
 * The common table expressions (for WITH RECURSIVE) that end in `seat (post_id, deputy)`: the posts as which a person may act
 * on a day. Their own; and, while they are there themselves, those that they stand in for: in the period of a temporary
 * arrangement, or by a standing one while nobody who holds the post is there (vacant or away) and no better deputy is. Through
 * a deputy who is away as well, up to the next one (A → B → C); a circle ends. Each arrangement counts from its acceptance on.
 * `able` is the condition for a row `h (post_id, person_id)` of somebody who can get in: others do not keep the next deputy off.
 * SQL, because it is asked at every request of a signed-in person and a chain is walked.
 */
export function seatsSql({ personId, day, now, able }: Asked): Prisma.Sql {
	return Prisma.sql`
		holding AS (
			SELECT h.post_id, h.person_id
			FROM post_holding h JOIN post p ON p.id = h.post_id
			WHERE h.valid_from <= ${day}::date AND (h.valid_until IS NULL OR h.valid_until > ${day}::date)
			  AND p.valid_from <= ${day}::date AND (p.valid_until IS NULL OR p.valid_until > ${day}::date)
		), present AS (
			SELECT h.post_id, h.person_id FROM holding h
			WHERE NOT EXISTS (SELECT FROM absence a WHERE a.person_id = h.person_id
				AND a.valid_from <= ${day}::date AND (a.valid_until IS NULL OR a.valid_until > ${day}::date))
		), able AS (
			SELECT h.post_id FROM present h WHERE ${able}
		), deputising AS (
			SELECT d.post_id, d.deputy_post_id, d.rank, d.standing
			FROM deputy_arrangement d JOIN post p ON p.id = d.post_id
			WHERE d.accepted_at <= ${now}
			  AND d.valid_from <= ${day}::date AND (d.valid_until IS NULL OR d.valid_until > ${day}::date)
			  AND p.valid_from <= ${day}::date AND (p.valid_until IS NULL OR p.valid_until > ${day}::date)
		), covered AS (
			SELECT d.post_id, ARRAY[d.deputy_post_id, d.post_id] AS way
			FROM deputising d JOIN present mine ON mine.post_id = d.deputy_post_id
			WHERE mine.person_id = ${personId}::uuid
			  AND (NOT d.standing OR (
				NOT EXISTS (SELECT FROM present h WHERE h.post_id = d.post_id)
				AND NOT EXISTS (
					SELECT FROM deputising other JOIN able h ON h.post_id = other.deputy_post_id
					WHERE other.post_id = d.post_id AND (NOT other.standing OR other.rank < d.rank))))
			UNION ALL
			SELECT d.post_id, c.way || d.post_id
			FROM covered c JOIN deputising d ON d.deputy_post_id = c.post_id
			WHERE d.post_id <> ALL (c.way)
			  AND NOT EXISTS (SELECT FROM present h WHERE h.post_id IN (c.post_id, d.post_id))
			  AND NOT EXISTS (
				SELECT FROM deputising other JOIN able h ON h.post_id = other.deputy_post_id
				WHERE other.post_id = d.post_id)
		), seat AS (
			SELECT post_id, false AS deputy FROM holding WHERE person_id = ${personId}::uuid
			UNION
			SELECT post_id, true FROM covered
		)`;
}

/** The posts that this reader stands in for today; none for guests and the house. */
export async function coveredPosts(view: View): Promise<string[]> {
	const { db, actor, now } = view;
	if (actor.kind !== "person") return [];
	const day = today(now);
	// Nobody keeps anybody off here: who can get in is asked of other domains, by `coversOn`.
	const rows = await db.$queryRaw<{ id: string; deputy: boolean }[]>`
		WITH RECURSIVE ${seatsSql({ personId: actor.personId, day, now, able: Prisma.sql`false` })}
		SELECT post_id::text AS id, bool_and(deputy) AS deputy FROM seat GROUP BY post_id ORDER BY post_id`;
	const possible = rows.filter(({ deputy }) => deputy).map(({ id }) => id);
	if (possible.length === 0) return [];
	const own = rows.filter(({ deputy }) => !deputy).map(({ id }) => id);
	const covers = await coversOn(view, possible, day);
	return possible.filter((id) => {
		const cover = covers.get(id)?.cover;
		return cover?.by === "deputy" && own.includes(cover.postId);
	});
}
