import { RouterContextProvider } from "react-router";
import { beforeAll, expect, test, vi } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { requestContext, worldContext } from "~/platform/http/request.server";
import { comment, letComment, rules } from "~tests/factories/discussion";
import { contribution, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { statementsDuring } from "~tests/support/statements";
import type { ListFilter } from "./contributions/list-filter";
import { commentThreads } from "./contributions/queries/comment-threads.server";
import { listContributions } from "./contributions/queries/contribution-list.server";
import { ownContributions } from "./contributions/queries/own-contributions.server";
import { similarContributions } from "./contributions/queries/similar.server";
import { loader as overview } from "./processes/routes/overview";
import { loader as processPage } from "./processes/routes/process";

const now = new Date("2026-06-15T10:00:00Z");
const everything: ListFilter = { words: "", category: null, area: null, sort: "newest", page: 1 };
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let ute: Actor & { kind: "person" };

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4221");
	({ db } = await freshDatabase());
	mayen = await place(db, now);
	const person = async (name: string) => ({ personId: await human(db, now, name), displayName: name });
	manager = personWith(["participation-manager"], mayen.organisationId, await person("Petra"));
	ute = personWith([], mayen.organisationId, await person("Ute"));
});

const collection = (title: string) =>
	process(worldOf(db, manager, now), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
		moderation: "after",
		title,
	});

async function ideas(processId: string, count: number): Promise<void> {
	for (let index = 0; index < count; index += 1) await contribution(worldOf(db, ute, now), { processId });
}

/** What React Router hands to a loader. */
function asked<Args>(path: string, params: Record<string, string>): Args {
	const context = new RouterContextProvider();
	context.set(worldContext, worldOf(db, guest, now));
	context.set(requestContext, { id: "1", nonce: "n", path, ip: "127.0.0.1" });
	return { request: new Request(`http://localhost:4221${path}`), params, context } as Args;
}

const ofOverview = () => statementsDuring(() => overview(asked<Parameters<typeof overview>[0]>("/beteiligung", {})));
const ofProcess = (slug: string) =>
	statementsDuring(() =>
		processPage(
			asked<Parameters<typeof processPage>[0]>(`/o/mayen/beteiligung/${slug}`, { place: "mayen", process: slug }),
		),
	);
/** A page of the contributions under a filter, as the process page asks for it. */
const ofList = (processId: string, more: Partial<ListFilter>) =>
	statementsDuring(() => listContributions(worldOf(db, guest, now), processId, { ...everything, ...more }));
const ofComments = (contributionId: string) =>
	statementsDuring(() => commentThreads(worldOf(db, guest, now), contributionId, 1));
const ofHint = (processId: string, id: string) =>
	statementsDuring(() =>
		similarContributions(worldOf(db, guest, now), { id, processId, title: "Mehr Bäume am Markt" }),
	);
const ofOwn = () => statementsDuring(() => ownContributions(worldOf(db, ute, now)));

/** A page that asks once more for every row is slow where there is life; who adds a statement changes a number here. */
test("the hot pages ask the same few questions, however many rows there are", async () => {
	const { id, slug } = await collection("Wege im Alltag");
	await ideas(id, 2);
	const few = { overview: await ofOverview(), process: await ofProcess(slug), own: await ofOwn() };
	expect(Object.fromEntries(Object.entries(few).map(([page, asked]) => [page, asked.length]))).toEqual({
		overview: 4,
		process: 9,
		own: 1,
	});
	for (let index = 0; index < 3; index += 1) await ideas((await collection(`Ideen ${index}`)).id, 1);
	await ideas(id, 24);
	expect((await ofOverview()).length).toBe(few.overview.length);
	expect((await ofOwn()).length).toBe(few.own.length);
	expect((await ofProcess(slug)).length).toBe(few.process.length);
});

test("lists, comments and hints ask as often for a hundred rows as for a few", async () => {
	const { id } = await collection("Ideen für den Markt");
	await letComment(db, id);
	await rules(worldOf(db, manager, now), id);
	const first = await contribution(worldOf(db, ute, now), { processId: id });
	await ideas(id, 1);
	await comment(worldOf(db, ute, now), { contributionId: first.id });
	const ways: Partial<ListFilter>[] = [{}, { sort: "supported" }, { words: "Bäume" }, { page: 2 }];
	const counts = async () => {
		const lists: number[] = [];
		for (const way of ways) lists.push((await ofList(id, way)).length);
		return { lists, comments: (await ofComments(first.id)).length, hint: (await ofHint(id, first.id)).length };
	};
	const before = await counts();
	await ideas(id, 98);
	for (let index = 0; index < 30; index += 1) await comment(worldOf(db, ute, now), { contributionId: first.id });
	const after = await counts();
	// a full page of a search has others after it, and counts them: once
	expect(after.lists).toEqual(before.lists.map((count, index) => (ways[index]?.words ? count + 1 : count)));
	expect(after.comments).toBe(before.comments);
	// where shared words find enough, other spellings are not looked for
	expect(after.hint).toBeLessThanOrEqual(before.hint);
});
