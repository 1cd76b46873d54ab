import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

type OparlJson = Record<string, unknown> & { id: string; modified?: string; deleted?: boolean };

const examples = path.resolve(import.meta.dirname, "../fixtures/oparl/examples");
const pageSize = 2;
const door = "https://oparl.example.org/";

/** Which list of the body an object of the examples stands in. */
const listOf: Record<string, string> = {
	Organization: "/body/0/organizations/",
	Person: "/body/0/persons/",
	Meeting: "/body/0/meetings/",
	Paper: "/body/0/papers/",
	File: "/body/0/files/",
	Location: "/body/0/locations/",
};

export type OparlServer = {
	/** "http://127.0.0.1:port" */
	origin: string;
	host: string;
	/** Address of the System. */
	door: string;
	/** What each list holds, by its path; to be changed by tests. */
	lists: Map<string, unknown[]>;
	/** Single pages and files, by their path. */
	pages: Map<string, { status?: number; type?: string; body: string | Buffer }>;
	/** Every request: "GET /path?query". */
	asked: string[];
	stop(): void;
};

/**
 * A council information system for tests: the examples of the OParl specification behind paged lists that know
 * `modified_since`. On 127.0.0.1, which the house under test has to be allowed (OUTGOING_HOSTS).
 * @param port 0 takes a free one
 */
export async function startOparlServer(port = 0): Promise<OparlServer> {
	const lists = new Map<string, unknown[]>();
	const pages: OparlServer["pages"] = new Map();
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const url = new URL(request.url ?? "/", origin);
		const page = pages.get(url.pathname);
		if (page) {
			response.writeHead(page.status ?? 200, { "Content-Type": page.type ?? "application/json" }).end(page.body);
			return;
		}
		const list = lists.get(url.pathname);
		if (!list) {
			response.writeHead(404).end();
			return;
		}
		const since = url.searchParams.get("modified_since");
		const found = list.filter((one) => {
			const { modified, deleted } = one as OparlJson;
			return since === null ? !deleted : modified === undefined || new Date(modified) >= new Date(since);
		});
		const number = Number(url.searchParams.get("page") ?? 1);
		const next = new URL(url);
		next.searchParams.set("page", String(number + 1));
		response.writeHead(200, { "Content-Type": "application/json" }).end(
			JSON.stringify({
				data: found.slice((number - 1) * pageSize, number * pageSize),
				links: { first: `${origin}${url.pathname}`, ...(found.length > number * pageSize && { next: next.href }) },
				pagination: { totalElements: found.length, elementsPerPage: pageSize, currentPage: number },
			}),
		);
	}).listen(port, "127.0.0.1");
	await once(server, "listening");
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const origin = `http://${host}`;

	for (const list of ["agendaItems", "consultations", "memberships"]) lists.set(`/body/0/${list}/`, []);
	for (const list of Object.values(listOf)) lists.set(list, []);
	for (const file of readdirSync(examples)) {
		const text = readFileSync(path.join(examples, file), "utf8").replaceAll(door, `${origin}/`);
		const object: OparlJson = JSON.parse(text);
		const type = file.split("-")[0] ?? "";
		if (type === "System") pages.set("/", { body: text });
		else if (type === "Body") lists.set("/bodies", [object]);
		else lists.get(listOf[type] ?? "")?.push(object);
	}
	const stop = () => {
		server.closeAllConnections();
		server.close();
	};
	return { origin, host, door: `${origin}/`, lists, pages, asked, stop };
}
