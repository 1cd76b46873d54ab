/** One page to measure, and the SQL that the bare server runs for the same data. */
export type Case = {
	name: string;
	path: string;
	/** In the order in which the page asks; values as pg takes them. */
	statements: { sql: string; values?: (string | number | boolean | null)[] }[];
	/** For a page of somebody signed in: signs in at the house's address, returns the Cookie header. */
	cookie?: (house: string) => Promise<string>;
};

const running = `FROM process p JOIN organisation o ON o.id = p.organisation_id JOIN space s ON s.organisation_id = o.id
	WHERE p.published_at <= now() AND s.opened_at <= now()
	  AND EXISTS (SELECT 1 FROM phase f WHERE f.process_id = p.id AND f.opens_at <= now())
	  AND EXISTS (SELECT 1 FROM phase f WHERE f.process_id = p.id AND f.closes_at > now())`;

const slug = "wege-im-alltag-wo-hakt-es";
const ofProcess = `process_id = (SELECT id FROM process WHERE slug = '${slug}')`;
const listed = `${ofProcess} AND (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL`;

const frame = { sql: "SELECT value FROM house_setting WHERE key = 'operator'" };
const place = { sql: "SELECT * FROM space WHERE slug = 'mendig'" };

/** Signs in as a citizen of the demonstration, by the form that everybody uses; returns the Cookie header. */
async function citizen(house: string): Promise<string> {
	const answer = await fetch(`${house}/anmelden`, {
		method: "POST",
		body: new URLSearchParams({ email: "elke.neumann@post.example", password: "Nette-Eifel-Laacher-See" }),
		headers: { Origin: house },
		redirect: "manual",
	});
	const cookies = answer.headers.getSetCookie().map((value) => value.split(";")[0]);
	if (answer.status !== 303 || cookies.length === 0) throw new Error(`/anmelden answered ${answer.status}`);
	return cookies.join("; ");
}

/** What `npm run bench` measures; the README shows its table. */
export const cases: Case[] = [
	{
		name: "public list (/beteiligung)",
		path: "/beteiligung",
		statements: [
			frame,
			{ sql: `SELECT count(*) ${running}` },
			{
				sql: `SELECT p.*, o.short_name, s.slug AS place, s.name AS place_name ${running} ORDER BY p.published_at DESC LIMIT 12`,
			},
			{ sql: `SELECT f.* FROM phase f WHERE f.process_id IN (SELECT p.id ${running}) ORDER BY position` },
			{
				sql: `SELECT process_id, count(*) FROM contribution WHERE process_id IN (SELECT p.id ${running})
					AND published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL GROUP BY process_id`,
			},
			{ sql: "SELECT DISTINCT s.slug, s.name FROM space s JOIN process p ON p.organisation_id = s.organisation_id" },
		],
	},
	{
		name: "public detail (a process with 12 ideas)",
		path: `/o/mendig/beteiligung/${slug}`,
		statements: [
			frame,
			place,
			{ sql: `SELECT * FROM process WHERE slug = '${slug}'` },
			{ sql: `SELECT * FROM phase WHERE ${ofProcess} ORDER BY position` },
			{ sql: `SELECT * FROM post WHERE id IN (SELECT responsible_post_id FROM process WHERE slug = '${slug}')` },
			{ sql: `SELECT count(*) FROM contribution WHERE ${listed}` },
			{ sql: `SELECT * FROM contribution WHERE ${listed} ORDER BY submitted_at DESC, id LIMIT 25` },
			{
				sql: `SELECT contribution_id, count(*) FROM support WHERE contribution_id IN
					(SELECT id FROM contribution WHERE ${listed} ORDER BY submitted_at DESC, id LIMIT 25) GROUP BY contribution_id`,
			},
			{
				sql: `SELECT count(*) FROM answered_contribution a JOIN contribution c ON c.id = a.contribution_id WHERE c.${ofProcess}`,
			},
		],
	},
	{
		name: "signed in (/konto/beitraege)",
		path: "/konto/beitraege",
		cookie: citizen,
		statements: [
			frame,
			{
				sql: "SELECT s.*, a.*, p.* FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id LIMIT 1",
			},
			{
				sql: "SELECT * FROM role_grant WHERE person_id = (SELECT person_id FROM account WHERE email = 'elke.neumann@post.example')",
			},
			{
				sql: "SELECT count(*) FROM notification WHERE read_at IS NULL AND person_id = (SELECT person_id FROM account WHERE email = 'elke.neumann@post.example')",
			},
			{
				sql: `SELECT c.*, p.title AS process FROM contribution c JOIN process p ON p.id = c.process_id
					WHERE c.author_id = (SELECT person_id FROM account WHERE email = 'elke.neumann@post.example') ORDER BY c.created_at DESC LIMIT 50`,
			},
		],
	},
];
