// What the same data costs without a house around it: node:http and pg, the same SQL, the rows as text. Its own process,
// as the house is; says its port to its parent.
import { createServer } from "node:http";
import pg from "pg";
import { type Case, cases } from "./cases.ts";

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 10 });
pool.on("error", (error) => console.error(error.message));
const byPath = new Map<string | undefined, Case>(cases.map((page) => [page.path, page]));

const server = createServer(async (request, response) => {
	const page = byPath.get(request.url);
	if (!page) {
		response.statusCode = 404;
		response.end();
		return;
	}
	try {
		const answers: unknown[] = [];
		for (const { sql, values } of page.statements) answers.push((await pool.query(sql, values)).rows);
		response.setHeader("Content-Type", "text/html; charset=utf-8");
		response.end(`<!DOCTYPE html><title>${page.name}</title><pre>${JSON.stringify(answers)}</pre>`);
	} catch (error) {
		console.error(error);
		response.statusCode = 500;
		response.end();
	}
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
