// Loaded by run.ts through Vite, because it asks the house's own queries.
import pg from "pg";
import { cashView } from "~/domains/agreements/costs/cash-view";
import { yearlyAmounts } from "~/domains/agreements/costs/queries/cash-view.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import type { World } from "~/platform/world.server";

const agreements = 1_000;
const rounds = 15;

/** Agreements between the same two organisations, each signed, with shares of ten years in two classes. */
const rows = `
	WITH parties AS (SELECT array_agg(id) AS ids FROM (SELECT id FROM organisation WHERE kind = 'MUNICIPALITY' ORDER BY id LIMIT 2) two),
	made AS (
		INSERT INTO agreement (id, code, owner_id, number, title, template_version, nature, state, agreed_months, in_force_from, concluded_at, created_at)
		SELECT gen_random_uuid(), 'BENCH' || n, ids[1], 'PV-1999-' || n, 'Bench ' || n, 'x', 'private-law', 'concluded', 12, '2020-01-01', now(), now()
		FROM parties, generate_series(1, $1::int) n RETURNING id),
	versions AS (
		INSERT INTO agreement_version (id, agreement_id, number, content, sha256, verification_code, pdf_file_id, pdf_sha256, frozen_at)
		SELECT gen_random_uuid(), id, 1, '{}', repeat('0', 64), upper(translate(substr(md5(id::text), 1, 20), '01', 'XY')), gen_random_uuid(), repeat('0', 64), now()
		FROM made RETURNING id),
	rounds AS (
		INSERT INTO agreement_round (version_id, state, opened_at, closed_at) SELECT id, 'completed', now(), now() FROM versions)
	INSERT INTO agreement_share (version_id, organisation_id, year, cost_class, cents)
	SELECT v.id, o, y, c, 100000 FROM versions v, parties, unnest(ids) o, generate_series(2026, 2035) y,
		unnest(ARRAY['operation', 'maintenance']) c
	RETURNING organisation_id AS "organisationId"`;

const plain = `SELECT year, cost_class, sum(cents) FROM agreement_share s
	JOIN agreement_version v ON v.id = s.version_id JOIN agreement a ON a.id = v.agreement_id AND a.state = 'concluded'
	WHERE organisation_id = $1 GROUP BY year, cost_class`;

async function middle(work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const began = performance.now();
		await work();
		times.push(performance.now() - began);
	}
	return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

/** The payments of one organisation over 1,000 agreements, beside the plain sum of the same rows. */
export async function paymentsOverAgreements(appUrl: string, ownerUrl: string): Promise<string> {
	connect(appUrl);
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const made = await owner.query<{ organisationId: string }>(rows, [agreements]);
		const organisationId = made.rows[0]?.organisationId ?? "";
		await owner.query("ANALYZE agreement, agreement_version, agreement_round, agreement_share");
		const view: World = { db: database(), actor: { kind: "house" }, now: new Date(), locale: "de" };
		const ours = await middle(async () => cashView(await yearlyAmounts(view, organisationId, "bank"), []));
		const bare = await middle(() => owner.query(plain, [organisationId]));
		return `Payments of one organisation over ${agreements} agreements (${made.rowCount} shares): ${ours.toFixed(0)} ms in two statements; the plain sum ${bare.toFixed(1)} ms.`;
	} finally {
		await owner.end();
		await disconnect();
	}
}
