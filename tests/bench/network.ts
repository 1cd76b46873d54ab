// Loaded by run.ts through Vite, because it asks the house's own queries.
import pg from "pg";
import { readFilter } from "~/domains/network/filter";
import { layOut } from "~/domains/network/layout";
import { suggestions } from "~/domains/network/merging/duplicates.server";
import { bridgesOf, networkPicture } from "~/domains/network/queries/network-view.server";
import { listParties } from "~/domains/network/queries/party-list.server";
import { partyPage } from "~/domains/network/queries/party-page.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import type { World } from "~/platform/world.server";

const size = { organisations: 5_000, people: 5_000, ties: 20_000 };
const rounds = 5;

const parties = `
	INSERT INTO network_party (id, owner_id, kind, display_name, family_name, sector, level, purpose, basis, source, visibility, keep_until,
		confirmed_on, created_at, own_key)
	SELECT gen_random_uuid(), $1::uuid, $2::network_party_kind, (ARRAY['Verein','Stiftung','Betrieb','Institut','Amt','Chor','Kirche','Schule','Praxis','Verlag'])[1 + n % 10] || ' ' ||
			translate(substr(md5($3 || n), 1, 12), '0123456789', 'aeiounrstl'),
		CASE WHEN $3 = 'Mensch' THEN 'Mensch' END, CASE WHEN $3 <> 'Mensch' THEN (ARRAY['business','culture','media'])[1 + n % 3] END,
		CASE WHEN $3 <> 'Mensch' AND n % 100 = 0 THEN 'county' END,
		'Bench', 'TASK', 'Bench', 'STAFF', CASE WHEN $3 = 'Mensch' THEN date '2099-01-01' END, date '2026-01-01', now(), 'bench-' || $3 || n
	FROM generate_series(1, $4::int) n`;

/** Half of the ties are over since 2025. */
const ties = `
	INSERT INTO network_tie (id, owner_id, from_id, to_id, type, role, valid_from, valid_until, purpose, basis, source, visibility, created_at,
		confirmed_on)
	SELECT gen_random_uuid(), $1::uuid, p.id, o.id, 'member', 'Bench ' || n, date '2020-01-01' + n % 700,
		CASE WHEN n % 2 = 0 THEN date '2025-01-01' END, 'Bench', 'TASK', 'Bench', 'STAFF', now(), date '2026-01-01'
	FROM generate_series(1, $2::int) n
	JOIN network_party p ON p.own_key = 'bench-Mensch' || (1 + n % $3::int) AND p.owner_id = $1::uuid
	JOIN network_party o ON o.own_key = 'bench-Verein' || (1 + (n * 7919) % $4::int) AND o.owner_id = $1::uuid`;

/** What a page cannot do without, as plain statements; $1 is the owner. */
const plain = {
	list: "SELECT id, display_name FROM network_party WHERE owner_id = $1 ORDER BY lower(display_name), id LIMIT 50",
	found: "SELECT id, display_name FROM network_party WHERE owner_id = $1 AND lower(display_name) % 'stfitung' LIMIT 50",
	asOf: `SELECT id, display_name FROM network_party WHERE owner_id = $1 AND id IN (SELECT from_id FROM network_tie
		WHERE owner_id = $1 AND valid_from <= '2023-03-01' AND (valid_until IS NULL OR valid_until > '2023-03-01'))
		ORDER BY lower(display_name), id LIMIT 50`,
	drawing: `SELECT t.id, f.display_name, g.display_name FROM network_tie t JOIN network_party f ON f.id = t.from_id
		JOIN network_party g ON g.id = t.to_id WHERE t.owner_id = $1 AND t.valid_until IS NULL AND g.level = 'county'`,
	person:
		"SELECT t.id, g.display_name FROM network_tie t JOIN network_party g ON g.id = t.to_id WHERE t.from_id = $2 AND $1::uuid IS NOT NULL",
	bridges: "SELECT from_id, to_id FROM network_tie WHERE owner_id = $1 AND valid_until IS NULL",
	duplicates: "SELECT id, display_name, email FROM network_party WHERE owner_id = $1",
};

async function middle(work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const began = performance.now();
		await work();
		times.push(performance.now() - began);
	}
	return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

/**
 * A network of 5,000 organisations, 5,000 people and 20,000 ties, half of them over: what its pages ask, each beside a plain statement
 * in the same run. Returns a Markdown table.
 */
export async function largeNetwork(appUrl: string, ownerUrl: string): Promise<string> {
	connect(appUrl);
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const { rows } = await owner.query<{ id: string; slug: string }>(
			"SELECT organisation_id AS id, slug FROM space WHERE slug = 'mayen-koblenz'",
		);
		const { id: ownerId = "", slug: place = "" } = rows[0] ?? {};
		await owner.query(parties, [ownerId, "ORGANISATION", "Verein", size.organisations]);
		await owner.query(parties, [ownerId, "PERSON", "Mensch", size.people]);
		// Without figures the planner walks through both ends of every tie.
		await owner.query("ANALYZE network_party");
		await owner.query(ties, [ownerId, size.ties, size.people, size.organisations]);
		await owner.query("ANALYZE network_party, network_tie");
		const someone = await owner.query<{ id: string }>(
			"SELECT id FROM network_party WHERE owner_id = $1 AND own_key = 'bench-Mensch7'",
			[ownerId],
		);
		const party = someone.rows[0]?.id ?? "";
		const view: World = { db: database(), actor: { kind: "house" }, now: new Date(), locale: "de" };
		const filter = (query: string) => readFilter(new URLSearchParams(query));
		const list = (query: string) => () => listParties(view, ownerId, filter(query), { page: 1, size: 50 });
		const drawn = async () => {
			const { nodes, ties: lines, tooMany } = await networkPicture(view, ownerId, filter("ebene=county"));
			if (tooMany || nodes.length < 50) throw new Error(`${nodes.length} entries are no picture to measure.`);
			const ends = lines.map(({ from, to }) => ({ from: from.id, to: to.id }));
			return layOut(
				nodes.map(({ id }) => id),
				ends,
				{ width: 1_900, height: 1_100 },
			);
		};
		const line = async (name: string, ours: () => Promise<unknown>, sql: string, ...more: string[]) => {
			const [house, bare] = [await middle(ours), await middle(() => owner.query(sql, [ownerId, ...more]))];
			return `| ${name} | ${house.toFixed(0)} | ${bare.toFixed(1)} | ${(house / bare).toFixed(1)} |`;
		};
		const lines = [
			`| network of ${size.organisations} organisations, ${size.people} people, ${size.ties} ties | house (ms) | plain SQL (ms) | ratio |`,
			"|---|---|---|---|",
			await line("list, page 1", list(""), plain.list),
			await line("search with a slip", list("q=Stfitung"), plain.found),
			await line("filtered by sector and kind of tie", list("bereich=media&beziehung=member"), plain.list),
			await line("list as of 2023", list("tag=2023-03-01"), plain.asOf),
			await line("one person", () => partyPage(view, { place, party }, null), plain.person, party),
			await line("picture of about 150 entries, laid out", drawn, plain.drawing),
			await line("single-person bridges", () => bridgesOf(view, ownerId, null), plain.bridges),
			await line("duplicates, all with all", () => suggestions(view, ownerId), plain.duplicates),
		];
		return lines.join("\n");
	} finally {
		await owner.end();
		await disconnect();
	}
}
