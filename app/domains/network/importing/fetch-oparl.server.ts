import { z } from "zod";
import { done, type Outcome, refused } from "~/platform/outcome";
import { fetchOutside, NotFetched, ownHosts } from "~/platform/outgoing.server";
import { outsideAddress } from "~/platform/outgoing-address";
import { type Oparl, packOparl, readOparl } from "./oparl";

/** A council with its committees is some dozen pages; more is no reading while somebody waits. */
const mostPages = 300;
const mostBytes = 20_000_000;
/** Milliseconds for all pages together: the person waits. */
const timeLimit = 45_000;
/** A form sends back what the preview shows. */
const mostPacked = 1_900_000;

export type FetchRefusal =
	| "oparl-address"
	| "oparl-unreachable"
	| "oparl-answered"
	| "oparl-no-json"
	| "oparl-too-slow"
	| "oparl-too-large"
	| "oparl-nothing";

const object = z.record(z.string(), z.unknown());
const list = z.object({ data: z.array(z.unknown()), links: z.object({ next: z.string().nullish() }).catch({}) });
/** Lists of a Body with what we keep of it; 1.0 has memberships inside persons, 1.1 has a list of them. */
const bodyLists = ["organization", "person", "membership", "memberships"] as const;

/**
 * Reads people, bodies and memberships from an OParl interface: from its door (System), one Body, one list or one object. Only the
 * host of the address is asked, and only a public one unless the operator has named it (OUTGOING_HOSTS). All of it or nothing:
 * what came half would end seats that are there.
 * @returns refuses with what went wrong; nothing is stored
 */
export async function fetchOparl(text: string): Promise<Outcome<Oparl, FetchRefusal>> {
	const field = "address";
	const start = outsideAddress(text, ownHosts());
	if (!start) return refused("oparl-address", { field });
	const until = performance.now() + timeLimit;
	const found: unknown[] = [];
	const waiting = [start.href];
	const asked = new Set<string>();
	let bytes = 0;
	for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
		if (asked.has(next)) continue;
		if (asked.size === mostPages || bytes > mostBytes) return refused("oparl-too-large", { field });
		asked.add(next);
		const left = Math.round(until - performance.now());
		if (left <= 0) return refused("oparl-too-slow", { field });
		const page = await pageAt(next, start.host, left);
		if (!page.done) return page;
		bytes += page.value.bytes;
		const read = readPage(page.value.json);
		found.push(...read.things);
		waiting.push(...read.more);
	}
	const oparl = readOparl(JSON.stringify(found));
	if (!oparl) return refused("oparl-nothing", { field });
	return packOparl(oparl).length > mostPacked ? refused("oparl-too-large", { field }) : done(oparl);
}

/** What a page brings itself, and which addresses it leads to. */
function readPage(json: unknown): { things: unknown[]; more: string[] } {
	const page = list.safeParse(json);
	if (page.success) {
		const { data, links } = page.data;
		const named = data.filter((entry) => typeof entry === "string");
		const things = data.filter((entry) => typeof entry !== "string");
		const inside = things.map(readPage);
		return {
			things: inside.flatMap((one) => one.things),
			more: [...named, ...inside.flatMap(({ more }) => more), ...(links.next ? [links.next] : [])],
		};
	}
	const thing = object.safeParse(json);
	if (!thing.success) return { things: [], more: [] };
	const kind = /\/(System|Body)$/.exec(String(thing.data.type ?? ""))?.[1];
	const addresses = (value: unknown) => [value].flat().filter((one) => typeof one === "string");
	if (kind === "System") return { things: [], more: addresses(thing.data.body) };
	if (kind === "Body") return { things: [], more: bodyLists.flatMap((name) => addresses(thing.data[name])) };
	return { things: [thing.data], more: [] };
}

async function pageAt(
	address: string,
	host: string,
	left: number,
): Promise<Outcome<{ json: unknown; bytes: number }, FetchRefusal>> {
	const field = "address";
	try {
		const answer = await fetchOutside(address, { hosts: [host], accept: "application/json", timeLimit: left });
		const { status, body } = answer;
		if (status !== 200) return refused("oparl-answered", { field, values: { address, status } });
		return done({ json: JSON.parse(body.toString("utf8")), bytes: body.length });
	} catch (error) {
		if (error instanceof SyntaxError) return refused("oparl-no-json", { field, values: { address } });
		if (!(error instanceof NotFetched)) throw error;
		if (error.reason === "too-slow") return refused("oparl-too-slow", { field });
		if (error.reason === "too-large") return refused("oparl-too-large", { field });
		return refused("oparl-unreachable", { field, values: { address } });
	}
}
