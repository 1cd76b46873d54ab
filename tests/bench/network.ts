// Loaded by run.ts through Vite, because it asks the house's own queries.
import pg from "pg";
import { readFilter } from "~/domains/network/filter";
import { layOut } from "~/domains/network/layout";
import { suggestions } from "~/domains/network/merging/duplicates.server";
import { bridgesOf, networkPicture } from "~/domains/network/queries/network-view.server";
import { listParties } from "~/domains/network/queries/party-list.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import type { World } from "~/platform/world.server";

const size = { organisations: 5_000, people: 5_000, ties: 20_000 };
const rounds = 5;

const parties = `
	INSERT INTO network_party (id, owner_id, kind, display_name, family_name, sector, level, purpose, basis, source, visibility, keep_until,
		confirmed_on, created_at, own_key)
	SELECT gen_random_uuid(), $1::uuid, $2::network_party_kind, (ARRAY['Verein','Stiftung','Betrieb','Institut','Amt','Chor','Kirche','Schule','Praxis','Verlag'])[1 + n % 10] || ' ' ||
			translate(substr(md5($3 || n), 1, 12), '0123456789', 'aeiounrstl'),
		CASE WHEN $3 = 'Mensch' THEN 'Mensch' END, CASE WHEN $3 <> 'Mensch' THEN (ARRAY['business','culture','media'])[1 + n % 3] END, NULL,
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

async function middle(work: () => Promise<unknown>): Promise<string> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const began = performance.now();
		await work();
		times.push(performance.now() - began);
	}
	return (times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0).toFixed(0);
}

/** A network of 5,000 organisations, 5,000 people and 20,000 ties: list, search, an earlier day, a drawing, bridges, duplicates. */
export async function largeNetwork(appUrl: string, ownerUrl: string): Promise<string> {
	connect(appUrl);
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const { rows } = await owner.query<{ id: string }>(
			"SELECT id FROM organisation WHERE kind = 'STATE' ORDER BY id LIMIT 1",
		);
		const ownerId = rows[0]?.id ?? "";
		await owner.query(parties, [ownerId, "ORGANISATION", "Verein", size.organisations]);
		await owner.query(parties, [ownerId, "PERSON", "Mensch", size.people]);
		// Without figures the planner walks through both ends of every tie.
		await owner.query("ANALYZE network_party");
		await owner.query(ties, [ownerId, size.ties, size.people, size.organisations]);
		await owner.query("ANALYZE network_party, network_tie");
		const view: World = { db: database(), actor: { kind: "house" }, now: new Date(), locale: "de" };
		const filter = (query: string) => readFilter(new URLSearchParams(query));
		const list = (query: string) => () => listParties(view, ownerId, filter(query), { page: 1, size: 50 });
		const drawn = async () => {
			const { nodes, ties: lines } = await networkPicture(view, ownerId, filter("q=Stiftung"));
			const ends = lines.map(({ from, to }) => ({ from: from.id, to: to.id }));
			return layOut(
				nodes.slice(0, 200).map(({ id }) => id),
				ends,
				{ width: 900, height: 600 },
			);
		};
		const figures = {
			list: await middle(list("")),
			"search with a slip": await middle(list("q=Stfitung")),
			"as of 2023": await middle(list("tag=2023-03-01")),
			drawing: await middle(drawn),
			bridges: await middle(() => bridgesOf(view, ownerId, null)),
			duplicates: await middle(() => suggestions(view, ownerId)),
		};
		const words = Object.entries(figures).map(([name, time]) => `${name} ${time} ms`);
		return `Network of ${size.organisations} organisations, ${size.people} people and ${size.ties} ties: ${words.join(", ")}.`;
	} finally {
		await owner.end();
		await disconnect();
	}
}
