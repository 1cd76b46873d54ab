import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { importContributions, realContributions } from "~tests/factories/real-contributions";
import { freshDatabase } from "~tests/support/database";
import type { ListFilter } from "../list-filter";
import { pageSize } from "../page-size";
import { listContributions } from "./contribution-list.server";
import { similarContributions } from "./similar.server";

const now = new Date("2026-06-15T10:00:00Z");
const everything: ListFilter = { words: "", category: null, area: null, sort: "oldest", page: 1 };
let db: PrismaClient;
let processId: string;
let count: number;

beforeAll(async () => {
	({ db } = await freshDatabase());
	const mayen = await place(db, now);
	const manager = personWith(["participation-manager"], mayen.organisationId, {
		personId: await human(db, now, "Petra"),
	});
	({ id: processId } = await process(worldOf(db, manager, now), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
	}));
	count = await importContributions(db, processId);
});

const view = () => worldOf(db, guest, now);
const list = (more: Partial<ListFilter> = {}) => listContributions(view(), processId, { ...everything, ...more });

describe("contributions that people really wrote", () => {
	it("stand on pages, each once, in the order of their time", async () => {
		const { pages, total } = await list();
		expect([total, pages]).toEqual([count, Math.ceil(count / pageSize)]);
		const numbers: number[] = [];
		for (let page = 1; page <= pages; page++) {
			numbers.push(...(await list({ page })).contributions.map(({ number }) => number));
		}
		expect(new Set(numbers).size).toBe(count);
		expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
	});

	it("are found by words and topics, as a plain search through the file finds them", async () => {
		const real = realContributions();
		const lit = real.filter(({ category }) => category === "lighting").length;
		expect((await list({ category: "lighting" })).total).toBe(lit);
		const found = await list({ words: "Ampel" });
		const plain = real.filter(({ title, text }) => /\bampel/i.test(`${title} ${text}`)).length;
		expect(plain).toBeGreaterThan(0);
		expect(found.total).toBeGreaterThanOrEqual(plain);
	});

	it("give hints to whoever writes the same again, best first", async () => {
		const original = await db.contribution.findFirstOrThrow({ where: { processId }, orderBy: { number: "asc" } });
		const hints = await similarContributions(view(), {
			id: "00000000-0000-7000-8000-000000000000",
			processId,
			title: original.title.replace(/e/, "ee"),
		});
		expect(hints[0]?.code).toBe(original.code);
		expect(hints.length).toBeLessThanOrEqual(5);
	});
});
