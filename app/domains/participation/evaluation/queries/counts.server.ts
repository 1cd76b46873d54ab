import type { View } from "~/platform/world.server";

/** What was counted of one process; rows of the database, nothing withheld yet. */
export type Counts = {
	process_id: string;
	contributions: number;
	comments: number;
	/** Different people who wrote with an account. */
	accounts: number;
	/** Of those, how many had never written in a process of this organisation before. */
	newcomers: number;
	/** Different addresses of guests that are still known, and texts of guests whose address has gone. */
	guests_known: number;
	guests_forgotten: number;
	imported: number;
	placed: number;
	/** Published contributions with a released answer. */
	answered: number;
	acknowledged: number;
	adopted: number;
	/** Answered together with others. */
	together: number;
	median_days: number | null;
	received: number;
	hidden: number;
	reversed: number;
	median_hours: number | null;
	supports: number;
	supporters: number;
	guest_supporters: number;
};

/**
 * Counts of many processes at once. Texts count that stand in public: neither hidden nor withdrawn. SQL, because these are
 * counts over all contributions; one statement whatever the number of processes.
 */
export function countsOf(view: Pick<View, "db">, processIds: readonly string[]): Promise<Counts[]> {
	return view.db.$queryRaw<Counts[]>`
		WITH asked AS (SELECT id, organisation_id FROM process WHERE id = ANY (${[...processIds]}::uuid[])),
		standing AS (
			SELECT c.*, i.id IS NOT NULL AS imported FROM contribution c
			JOIN asked ON asked.id = c.process_id
			LEFT JOIN imported_thing i ON i.subject_id = c.id
			WHERE c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		),
		written AS (
			SELECT process_id, author_id, lower(guest_email) AS address, submitted_at,
				author_id IS NULL AND author_erased_at IS NULL AND channel = 'online' AND NOT imported AS is_guest, imported
			FROM standing
			UNION ALL
			SELECT k.process_id, k.author_id, lower(k.guest_email), k.submitted_at,
				k.author_id IS NULL AND k.author_erased_at IS NULL AND i.id IS NULL, i.id IS NOT NULL
			FROM comment k
			JOIN standing c ON c.id = k.contribution_id
			LEFT JOIN imported_thing i ON i.subject_id = k.id
			WHERE k.published_at IS NOT NULL AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL
		),
		people AS (
			SELECT process_id, author_id, min(submitted_at) AS first_at FROM written WHERE author_id IS NOT NULL
			GROUP BY process_id, author_id
		),
		answers AS (
			SELECT c.process_id, c.id, latest.disposition,
				extract(epoch FROM first.released_at - c.submitted_at) / 86400 AS days,
				(SELECT count(*) FROM answered_contribution other WHERE other.answer_id = a.answer_id) > 1 AS together
			FROM standing c
			JOIN answered_contribution a ON a.contribution_id = c.id
			JOIN LATERAL (SELECT released_at FROM answer_revision r WHERE r.answer_id = a.answer_id
				ORDER BY r.revision LIMIT 1) first ON true
			JOIN LATERAL (SELECT disposition FROM answer_revision r WHERE r.answer_id = a.answer_id
				ORDER BY r.revision DESC LIMIT 1) latest ON true
		),
		supported AS (
			SELECT c.process_id, s.person_id, NULL AS address_hash FROM support s JOIN standing c ON c.id = s.contribution_id
			UNION ALL
			SELECT c.process_id, NULL, g.address_hash FROM guest_support g JOIN standing c ON c.id = g.contribution_id
		)
		SELECT asked.id AS process_id,
			(SELECT count(*) FROM standing c WHERE c.process_id = asked.id)::int AS contributions,
			(SELECT count(*) FROM written w WHERE w.process_id = asked.id)::int
				- (SELECT count(*) FROM standing c WHERE c.process_id = asked.id)::int AS comments,
			(SELECT count(*) FROM people p WHERE p.process_id = asked.id)::int AS accounts,
			(SELECT count(*) FROM people p WHERE p.process_id = asked.id
				AND NOT EXISTS (SELECT FROM contribution o WHERE o.author_id = p.author_id AND o.submitted_at < p.first_at
					AND o.organisation_id = asked.organisation_id AND o.process_id <> asked.id)
				AND NOT EXISTS (SELECT FROM comment o WHERE o.author_id = p.author_id AND o.submitted_at < p.first_at
					AND o.organisation_id = asked.organisation_id AND o.process_id <> asked.id))::int AS newcomers,
			(SELECT count(DISTINCT w.address) FROM written w WHERE w.process_id = asked.id AND w.is_guest)::int AS guests_known,
			(SELECT count(*) FROM written w WHERE w.process_id = asked.id AND w.is_guest AND w.address IS NULL)::int
				AS guests_forgotten,
			(SELECT count(*) FROM written w WHERE w.process_id = asked.id AND w.imported)::int AS imported,
			(SELECT count(*) FROM standing c WHERE c.process_id = asked.id AND c.latitude IS NOT NULL)::int AS placed,
			(SELECT count(*) FROM answers a WHERE a.process_id = asked.id)::int AS answered,
			(SELECT count(*) FROM answers a WHERE a.process_id = asked.id AND a.disposition = 'acknowledged')::int AS acknowledged,
			(SELECT count(*) FROM answers a WHERE a.process_id = asked.id
				AND a.disposition IN ('adopted', 'partly-adopted'))::int AS adopted,
			(SELECT count(*) FROM answers a WHERE a.process_id = asked.id AND a.together)::int AS together,
			(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a.days) FROM answers a WHERE a.process_id = asked.id)::float
				AS median_days,
			(SELECT count(*) FROM contribution c WHERE c.process_id = asked.id AND c.submitted_at IS NOT NULL)::int AS received,
			(SELECT count(*) FROM contribution c WHERE c.process_id = asked.id AND c.hidden_at IS NOT NULL)::int AS hidden,
			(SELECT count(*) FROM moderation m JOIN contribution c ON c.id = m.contribution_id
				WHERE c.process_id = asked.id AND m.review_outcome = 'reversed')::int AS reversed,
			(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.published_at - c.submitted_at) / 3600)
				FROM standing c WHERE c.process_id = asked.id AND NOT c.imported)::float AS median_hours,
			(SELECT count(*) FROM supported s WHERE s.process_id = asked.id)::int AS supports,
			(SELECT count(DISTINCT s.person_id) FROM supported s WHERE s.process_id = asked.id)::int AS supporters,
			(SELECT count(DISTINCT s.address_hash) FROM supported s WHERE s.process_id = asked.id)::int AS guest_supporters
		FROM asked`;
}

/** How many different people with an account wrote in these processes, each counted once. */
export async function peopleIn(view: Pick<View, "db">, processIds: readonly string[]): Promise<number> {
	const [row] = await view.db.$queryRaw<{ people: number }[]>`
		SELECT count(DISTINCT w.author_id)::int AS people FROM (
			SELECT author_id FROM contribution WHERE process_id = ANY (${[...processIds]}::uuid[])
				AND published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL
			UNION ALL
			SELECT k.author_id FROM comment k JOIN contribution c ON c.id = k.contribution_id
			WHERE k.process_id = ANY (${[...processIds]}::uuid[])
				AND k.published_at IS NOT NULL AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL
				AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		) w`;
	return row?.people ?? 0;
}
