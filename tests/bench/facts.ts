import { Agent, get } from "node:http";
import pg from "pg";
import { load } from "./load.ts";

const detail = "/o/mendig/beteiligung/wege-im-alltag-wo-hakt-es";

/** Bytes that a first visit of the start page loads, compressed as sent: page, styles, fonts, scripts; by kind. */
export async function weightOfFirstVisit(house: string): Promise<string> {
	const page = await sent(`${house}/`);
	const styles = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => `${house}${href}`);
	const scripts = [...page.text.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => `${house}${src}`);
	const sheets = await Promise.all(styles.map(sent));
	const fonts = sheets.flatMap(({ text }) =>
		[...text.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, href]) => `${house}${href}`),
	);
	const sum = async (urls: string[]) => (await Promise.all(urls.map(sent))).reduce((all, { bytes }) => all + bytes, 0);
	const parts = { page: page.bytes, styles: await sum(styles), fonts: await sum(fonts), scripts: await sum(scripts) };
	const total = Object.values(parts).reduce((all, bytes) => all + bytes, 0);
	const words = Object.entries(parts).map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)} kB`);
	return `Weight of a first visit (gzip): ${(total / 1000).toFixed(1)} kB (${words.join(", ")})`;
}

function sent(url: string): Promise<{ bytes: number; text: string }> {
	const plain = fetch(url).then((answer) => answer.text());
	return new Promise((done, fail) => {
		const agent = new Agent();
		get(url, { agent, headers: { "Accept-Encoding": "gzip" } }, (answer) => {
			let bytes = 0;
			answer.on("data", (piece: Buffer) => {
				bytes += piece.length;
			});
			answer.on("end", async () => done({ bytes, text: await plain }));
		}).on("error", fail);
	});
}

/** Resident memory of the house before and after 10,000 requests; says how many there were if the time ran out. */
export async function memoryUnderLoad(house: string): Promise<string> {
	const before = await resident(house);
	let answered = 0;
	for (let round = 0; round < 5; round++) {
		answered += (await load(`${house}${detail}`, { requests: 2000, seconds: 60, connections: 10 })).answers;
	}
	const after = await resident(house);
	return `Memory: ${before} MB before, ${after} MB after ${answered} requests more`;
}

async function resident(house: string): Promise<number> {
	const text = await (await fetch(`${house}/metrics`)).text();
	return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1_000_000);
}

/** Adds published ideas to the process of the demonstration, by plain SQL. */
async function addIdeas(client: pg.Client, count: number): Promise<void> {
	await client.query(
		`INSERT INTO contribution (id, process_id, organisation_id, number, code, title, body, excerpt, category, channel, locale,
			created_at, updated_at, submitted_at, published_at)
		SELECT gen_random_uuid(), p.id, p.organisation_id, p.next_number + n, 'BENCH' || (p.next_number + n),
			'Idee Nummer ' || n, '{"type":"doc","content":[]}'::jsonb, 'Ein Weg, der besser werden soll, Nummer ' || n,
			'Zu Fuß', 'online', 'de',
			p.created_at, p.created_at, p.created_at + n * interval '1 second', p.created_at + n * interval '1 second'
		FROM process p, generate_series(1, $1::int) AS n WHERE p.slug = 'wege-im-alltag-wo-hakt-es'`,
		[count],
	);
	const step = "UPDATE process SET next_number = next_number + $1 + 1 WHERE slug = 'wege-im-alltag-wo-hakt-es'";
	await client.query(step, [count]);
	await client.query("ANALYZE contribution");
}

/**
 * How much slower the page of a process becomes when it holds 1,000 ideas more. A page shows 25 cards, so the fair
 * comparison is with 25 ideas, which fill one; the 12 of the demonstration are told as well.
 */
export async function thousandIdeas(house: string, database: string): Promise<string> {
	const bounds = { requests: 500, seconds: 20, connections: 4 };
	const measured = async (query = "", requests = bounds.requests) => {
		await load(`${house}${detail}${query}`, { ...bounds, requests: 50 });
		return (await load(`${house}${detail}${query}`, { ...bounds, requests })).p50;
	};
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	const twelve = await measured();
	await addIdeas(client, 13);
	const full = await measured();
	await addIdeas(client, 1000);
	await client.end();
	const times: [string, number][] = [
		["page 1", await measured()],
		["page 20", await measured("?seite=20")],
		["a word found in all", await measured("?suche=Weg", 100)],
	];
	const words = times.map(([what, p50]) => `${what} ${p50.toFixed(1)} ms (${(p50 / full).toFixed(2)} ×)`);
	return [
		`A process with 12 ideas: p50 ${twelve.toFixed(1)} ms, with 25 (one full page) ${full.toFixed(1)} ms;`,
		`with 1,025: ${words.join(", ")}`,
	].join(" ");
}
