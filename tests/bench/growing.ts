// Loaded by run.ts through Vite, because it asks the house's own queries.
import pg from "pg";
import type { ListFilter } from "~/domains/participation/contributions/list-filter";
import { commentThreads } from "~/domains/participation/contributions/queries/comment-threads.server";
import { listContributions } from "~/domains/participation/contributions/queries/contribution-list.server";
import { similarContributions } from "~/domains/participation/contributions/queries/similar.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import type { World } from "~/platform/world.server";

const small = { ideas: 100, comments: 100 };
const large = { ideas: 10_000, comments: 5_000 };
const rounds = 30;

const everything: ListFilter = { words: "", category: null, area: null, sort: "newest", page: 1 };

/** A process of its own with so many ideas, every third with a point on the map, and one idea with so many comments. */
async function make(client: pg.Client, { ideas, comments }: typeof small): Promise<{ process: string; idea: string }> {
	const { rows } = await client.query<{ id: string }>(
		`INSERT INTO process (id, organisation_id, slug, code, title, summary, recipe, created_at, next_number)
		SELECT gen_random_uuid(), organisation_id, 'bench-' || $1::int, 'BENCH' || $1::int, 'Bench', '', recipe, created_at, $1::int + 1
		FROM process WHERE slug = 'wege-im-alltag-wo-hakt-es' RETURNING id`,
		[ideas],
	);
	const process = rows[0]?.id ?? "";
	await client.query(
		`INSERT INTO contribution (id, process_id, organisation_id, number, code, title, body, excerpt, category, channel, locale,
			latitude, longitude, created_at, updated_at, submitted_at, published_at)
		SELECT gen_random_uuid(), p.id, p.organisation_id, n, 'B' || $2::int || 'N' || n,
			(ARRAY['Radweg','Zebrastreifen','Laterne','Bank','Haltestelle'])[1 + n % 5] || ' an Stelle ' || n,
			'{"type":"doc","content":[]}'::jsonb, 'Ein Vorschlag zur Stelle ' || n || ', die besser werden soll.', 'Zu Fuß', 'online',
			'de', CASE WHEN n % 3 = 0 THEN 50.25 + (n % 97) * 0.002 END, CASE WHEN n % 3 = 0 THEN 7.1 + (n % 89) * 0.003 END,
			p.created_at, p.created_at, p.created_at + n * interval '1 second', p.created_at + n * interval '1 second'
		FROM process p, generate_series(1, $2::int) AS n WHERE p.id = $1`,
		[process, ideas],
	);
	const { rows: first } = await client.query<{ id: string }>(
		"SELECT id FROM contribution WHERE process_id = $1 AND number = 1",
		[process],
	);
	const idea = first[0]?.id ?? "";
	await client.query(
		`INSERT INTO comment (id, organisation_id, process_id, contribution_id, number, thread, code, text, created_at, updated_at,
			submitted_at, published_at)
		SELECT gen_random_uuid(), c.organisation_id, c.process_id, c.id, n, n - n % 5 + CASE WHEN n < 5 THEN 1 ELSE 0 END,
			'K' || $2::int || 'N' || n, 'Das sehe ich auch so, aus Grund ' || n, c.created_at, c.created_at, c.created_at, c.created_at
		FROM contribution c, generate_series(1, $2::int) AS n WHERE c.id = $1`,
		[idea, comments],
	);
	return { process, idea };
}

/** The middle of many runs, in milliseconds. */
async function middle(work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < rounds + 5; round++) {
		const began = performance.now();
		await work();
		if (round >= 5) times.push(performance.now() - began);
	}
	return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/**
 * What lists, threads, search and hints cost in a small process and in a large one, and the plain statement for the large
 * one in the same run, as rows of a Markdown table.
 */
export async function growth(appUrl: string): Promise<string> {
	connect(appUrl);
	const client = new pg.Client({ connectionString: appUrl });
	await client.connect();
	try {
		const few = await make(client, small);
		const many = await make(client, large);
		await client.query("ANALYZE contribution").catch(() => undefined);
		const view: World = { db: database(), actor: { kind: "guest", pass: null }, now: new Date(), locale: "de" };
		const list = (more: Partial<ListFilter>) => (of: typeof few) =>
			listContributions(view, of.process, { ...everything, ...more });
		const part = { west: 7.2, south: 50.3, east: 7.25, north: 50.35 };
		const plainList = `SELECT code, number, title, left(excerpt, 240), submitted_at FROM contribution
			WHERE process_id = $1 AND (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL
			ORDER BY submitted_at DESC, id LIMIT 25 OFFSET $2`;
		const cases: [string, (of: typeof few) => Promise<unknown>, (() => Promise<unknown>) | null][] = [
			["ideas, page 1 with map", list({}), () => client.query(plainList, [many.process, 0])],
			["ideas, last page with map", list({ page: 400 }), () => client.query(plainList, [many.process, 9_975])],
			["ideas by support", list({ sort: "supported" }), null],
			["ideas in a part of the map", list({ area: part }), null],
			["ideas, a word found in a fifth", list({ words: "Laterne" }), null],
			[
				"similar ideas while writing",
				({ process, idea }) =>
					similarContributions(view, { id: idea, processId: process, title: "Laterne am Radweg fehlt" }),
				null,
			],
			[
				"comments, last page",
				({ idea }) => commentThreads(view, idea, 200),
				() =>
					client.query(
						"SELECT * FROM comment WHERE contribution_id = $1 AND published_at IS NOT NULL ORDER BY thread, number LIMIT 25 OFFSET 4975",
						[many.idea],
					),
			],
		];
		const lines = [
			"| asked | 100 (ms) | 10,000 ideas, 5,000 comments (ms) | ratio | plain SQL (ms) |",
			"|---|---|---|---|---|",
		];
		for (const [name, ask, plain] of cases) {
			const [before, after] = [await middle(() => ask(few)), await middle(() => ask(many))];
			const bare = plain ? (await middle(plain)).toFixed(1) : "–";
			lines.push(`| ${name} | ${before.toFixed(1)} | ${after.toFixed(1)} | ${(after / before).toFixed(1)} | ${bare} |`);
		}
		return lines.join("\n");
	} finally {
		await client.end();
		await disconnect();
	}
}
