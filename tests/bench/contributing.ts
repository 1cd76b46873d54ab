// Loaded by run.ts through Vite, because it calls the house's own commands.
import pg from "pg";
import { handIn } from "~/domains/participation/contributions/commands/hand-in.server";
import { storeDraft } from "~/domains/participation/contributions/commands/store-draft.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import { newCode, newId, newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { actingAs } from "~tests/factories/accounts";
import { must } from "~tests/factories/outcome";
import { draftOf } from "~tests/factories/participation";

const many = 300;
const atOnce = 4;

/** Runs `work` many times, some at once; returns how often per second. */
async function perSecond(work: (index: number) => Promise<unknown>): Promise<number> {
	let next = 0;
	const began = performance.now();
	const one = async () => {
		while (next < many) await work(next++);
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	return many / ((performance.now() - began) / 1000);
}

/** Contributions a second (draft, number, audit chain, outbox, jobs: two durable acts) beside the same row by plain SQL. */
export async function contributionsPerSecond(appUrl: string): Promise<string> {
	connect(appUrl);
	const plain = new pg.Pool({ connectionString: appUrl, max: atOnce });
	try {
		const now = new Date();
		const found = await database().process.findFirstOrThrow({ where: { slug: "wege-im-alltag-wo-hakt-es" } });
		const account = await database().account.findFirstOrThrow({ where: { email: "elke.neumann@post.example" } });
		const view: World = { db: database(), actor: { kind: "house" }, now, locale: "de" };
		const world: World = { ...view, actor: await actingAs(view, account.personId) };
		const act = async () => {
			const token = newToken();
			must(await storeDraft(world, { ...draftOf({ processId: found.id }), token }));
			must(await handIn(world, { key: { token }, withName: true }));
		};
		const insert = (index: number) =>
			plain.query(
				`INSERT INTO contribution (id, process_id, organisation_id, number, code, title, body, excerpt, channel, locale, created_at, updated_at, submitted_at)
				VALUES ($1, $2, $3, $4, $5, 'Mehr Bäume am Marktplatz', '{}', 'Im Sommer ist es dort sehr heiß.', 'online', 'de', $6, $6, $6)`,
				[newId(now), found.id, found.organisationId, 1_000_000 + index, newCode(), now],
			);
		await act();
		const ours = await perSecond(act);
		const theirs = await perSecond(insert);
		return `Contributions: ${ours.toFixed(0)} a second (two durable acts with audit and outbox), plain inserts ${theirs.toFixed(0)} a second, ratio ${(ours / theirs).toFixed(2)}`;
	} finally {
		await plain.end();
		await disconnect();
	}
}
