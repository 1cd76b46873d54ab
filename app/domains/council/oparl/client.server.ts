import { fetchOutside, NotFetched, type NotFetchedReason } from "~/platform/outgoing.server";
import { bodyLists, type OparlType } from "./attributes";
import { type ProblemCode, type ReadObject, type ReadProblem, readObject, readPage, readSystem } from "./read-object";

export type ReadingProblem = {
	address: string;
	code:
		| ProblemCode
		| NotFetchedReason
		| "answered-with-error"
		| "no-json"
		| "not-a-list"
		| "not-a-system"
		| "too-many-pages";
	detail: string;
};

/** What one page brought: objects with all that was embedded in them, and what had to be skipped. */
export type ReadPage = { objects: ReadObject[]; problems: ReadingProblem[] };

/** A list that never ends is broken off; 100 objects a page make half a million. */
const mostPages = 5000;

/** The door could not be opened: nothing at all can be read. */
export class NoSystem extends Error {
	override name = "NoSystem";
	constructor(readonly problem: ReadingProblem) {
		super(problem.code);
	}
}

type Door = { hosts: readonly string[] };

async function json(address: string, { hosts }: Door): Promise<{ value: unknown } | { problem: ReadingProblem }> {
	const problem = (code: ReadingProblem["code"], detail = "") => ({ problem: { address, code, detail } });
	try {
		const { status, body } = await fetchOutside(address, { hosts, accept: "application/json", timeLimit: 60_000 });
		if (status !== 200) return problem("answered-with-error", String(status));
		return { value: JSON.parse(body.toString("utf8")) };
	} catch (error) {
		if (error instanceof NotFetched) return problem(error.reason);
		if (error instanceof SyntaxError) return problem("no-json");
		throw error;
	}
}

/**
 * Opens the door of an OParl interface.
 * @returns its name, version and where its bodies are
 * @throws NoSystem with the reason
 */
export async function openSystem(address: string, door: Door) {
	const answer = await json(address, door);
	if ("problem" in answer) throw new NoSystem(answer.problem);
	const system = readSystem(answer.value);
	if (!system) throw new NoSystem({ address, code: "not-a-system", detail: "" });
	return system;
}

/** One object by its address, with what is embedded in it. */
async function readOne(address: string, door: Door, expected?: OparlType): Promise<ReadPage> {
	const answer = await json(address, door);
	if ("problem" in answer) return { objects: [], problems: [answer.problem] };
	return readObject(answer.value, address, expected);
}

/**
 * Reads a whole interface page by page: its bodies, then each list of each body. Only reads; hosts that the organisation did not
 * name are not asked.
 * @param since asks the lists only for what changed since then (`modified_since`); deleted objects come as such
 * @throws NoSystem when the door does not open
 */
export async function* readSystemPages(
	address: string,
	door: Door,
	since: Date | null,
): AsyncGenerator<ReadPage, void, undefined> {
	const { bodies } = await openSystem(address, door);
	const found: ReadObject[] = [];
	const pages =
		typeof bodies === "string" ? listPages(bodies, "Body", door, null) : bodies.map((id) => readOne(id, door, "Body"));
	for await (const page of pages) {
		found.push(...page.objects.filter(({ type, deleted }) => type === "Body" && !deleted));
		yield page;
	}
	const walked = new Set<string>();
	for (const body of found) {
		for (const [name, type] of Object.entries(bodyLists)) {
			const list = body.data[name];
			if (typeof list !== "string" || walked.has(list)) continue;
			walked.add(list);
			yield* listPages(list, type, door, since);
		}
	}
}

async function* listPages(
	list: string,
	type: OparlType,
	door: Door,
	since: Date | null,
): AsyncGenerator<ReadPage, void, undefined> {
	const asked = new Set<string>();
	let next: string | null = since ? withSince(list, since) : list;
	while (next !== null && !asked.has(next)) {
		if (asked.size === mostPages) {
			yield { objects: [], problems: [{ address: list, code: "too-many-pages", detail: String(mostPages) }] };
			return;
		}
		asked.add(next);
		const answer = await json(next, door);
		const page = "problem" in answer ? null : readPage(answer.value);
		if (page === null) {
			const problem: ReadingProblem =
				"problem" in answer ? answer.problem : { address: next, code: "not-a-list", detail: "" };
			yield { objects: [], problems: [problem] };
			return;
		}
		const objects: ReadObject[] = [];
		const problems: (ReadingProblem | ReadProblem)[] = [];
		for (const entry of page.data) {
			// what is only referred to is asked for by itself
			const read: ReadPage =
				typeof entry === "string" ? await readOne(entry, door, type) : readObject(entry, next, type);
			objects.push(...read.objects);
			problems.push(...read.problems);
		}
		yield { objects, problems };
		next = page.next;
	}
}

function withSince(list: string, since: Date): string {
	const url = new URL(list);
	url.searchParams.set("modified_since", since.toISOString().replace(/\.\d{3}Z$/, "+00:00"));
	return url.href;
}
