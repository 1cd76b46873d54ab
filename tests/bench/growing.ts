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

/** A word of twenty ideas, however many there are. */
const rareWord = "Trinkwasserbrunnen";

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
			'{"type":"doc","content":[]}'::jsonb, 'Ein Vorschlag zur Stelle ' || n || ', die besser werden soll.' || CASE WHEN n <= 20 THEN ' Ein ${rareWord} fehlt.' ELSE '' END, 'Zu Fuß', 'online',
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

type Made = Awaited<ReturnType<typeof make>>;
/** What is asked of the small and the large process in turns, and the plain statement about the large one. */
type Case = { name: string; ask: (of: Made) => Promise<unknown>; plain: { sql: string; values: (string | number)[] } };

const middleOf = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}

/** The middle of many rounds, in milliseconds; all meet the same machine, because each round asks each once. */
async function inTurns(works: (() => Promise<unknown>)[]): Promise<number[]> {
	const times = works.map((): number[] => []);
	for (let round = 0; round < rounds + 5; round++) {
		for (const [index, work] of works.entries()) {
			const time = await timeOf(work);
			if (round >= 5) times[index]?.push(time);
		}
	}
	return times.map(middleOf);
}

function casesFor(view: World, many: Made): Case[] {
	const list = (more: Partial<ListFilter>) => (of: Made) =>
		listContributions(view, of.process, { ...everything, ...more });
	const similar = (title: string) => (of: Made) =>
		similarContributions(view, { id: of.idea, processId: of.process, title });
	const visible = "kind = 'idea' AND (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL";
	const page = (order: string, skip: number, where = "true") => ({
		sql: `SELECT code, number, title, left(excerpt, 240), submitted_at, support_count FROM contribution
			WHERE process_id = $1 AND ${visible} AND ${where} ORDER BY ${order} LIMIT 25 OFFSET $2`,
		values: [many.process, skip],
	});
	const newest = "submitted_at DESC, id";
	const part = { west: 7.2, south: 50.3, east: 7.25, north: 50.35 };
	const words = (query: string) => page(newest, 0, `words @@ to_tsquery('german', '${query}')`);
	const comments = (skip: number) => ({
		sql: `SELECT * FROM comment WHERE contribution_id = $1 AND published_at IS NOT NULL ORDER BY thread, number
			LIMIT 25 OFFSET $2`,
		values: [many.idea, skip],
	});
	return [
		{ name: "ideas, page 1 with map", ask: list({}), plain: page(newest, 0) },
		{ name: "ideas, last page with map", ask: list({ page: 400 }), plain: page(newest, 9_975) },
		{ name: "ideas, page in the middle", ask: list({ page: 200 }), plain: page(newest, 4_975) },
		{
			name: "ideas by support",
			ask: list({ sort: "supported" }),
			plain: page("support_count DESC, submitted_at DESC, id", 0),
		},
		{
			name: "ideas in a part of the map",
			ask: list({ area: part }),
			plain: page(newest, 0, "longitude BETWEEN 7.2 AND 7.25 AND latitude BETWEEN 50.3 AND 50.35"),
		},
		{ name: "search, found 20 times in both", ask: list({ words: rareWord }), plain: words(rareWord) },
		{ name: "search, found in a fifth (20; 2,000)", ask: list({ words: "Laterne" }), plain: words("Laterne") },
		{
			name: "similar ideas while writing",
			ask: similar("Laterne am Radweg fehlt"),
			plain: words("laterne:* | radweg:* | fehlt:*"),
		},
		{
			name: "similar ideas, misspelt",
			ask: similar("Latterne an Stellle 77"),
			plain: page(newest, 0, "title % 'Latterne an Stellle 77'"),
		},
		{ name: "comments, page 1", ask: ({ idea }) => commentThreads(view, idea, 1), plain: comments(0) },
		{ name: "comments, last page", ask: ({ idea }) => commentThreads(view, idea, 200), plain: comments(4_975) },
	];
}

/**
 * What lists, threads, search and hints cost in a small process and in a large one, and the plain statement for the large
 * one in the same run, as rows of a Markdown table.
 * @param ownerUrl who may do at once what autovacuum does within a minute
 */
export async function growth(appUrl: string, ownerUrl: string): Promise<string> {
	connect(appUrl);
	const [client, owner] = [appUrl, ownerUrl].map((connectionString) => new pg.Client({ connectionString }));
	if (!client || !owner) throw new Error("no connection");
	await client.connect();
	await owner.connect();
	try {
		const few = await make(client, small);
		const many = await make(client, large);
		await owner.query("VACUUM ANALYZE contribution, comment");
		const view: World = { db: database(), actor: { kind: "guest", pass: null }, now: new Date(), locale: "de" };
		const lines = [
			"| asked | 100 (ms) | 10,000 ideas, 5,000 comments (ms) | ratio | plain SQL (ms) | ratio |",
			"|---|---|---|---|---|---|",
		];
		for (const { name, ask, plain } of casesFor(view, many)) {
			const works = [() => ask(few), () => ask(many), () => client.query(plain.sql, plain.values)];
			const [before = 0, after = 0, bare = 0] = await inTurns(works);
			const cells = [before.toFixed(1), after.toFixed(1), (after / before).toFixed(1)];
			lines.push(`| ${[name, ...cells, bare.toFixed(1), (after / bare).toFixed(1)].join(" | ")} |`);
		}
		return lines.join("\n");
	} finally {
		await client.end();
		await owner.end();
		await disconnect();
	}
}
