import { beforeAll, describe, expect, test, vi } from "vitest";
import { hideContribution } from "~/domains/participation/contributions/commands/moderate.server";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { newCode, newId } from "~/platform/tokens.server";
import { answer, holder } from "~tests/factories/answers";
import { event } from "~tests/factories/events";
import { must } from "~tests/factories/outcome";
import { contribution, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { statementsDuring } from "~tests/support/statements";
import { dataSets } from "./data-set";
import { batch } from "./queries/contribution-rows.server";
import { dataFile, dataPage } from "./queries/data-files.server";

const now = new Date("2026-06-15T10:00:00Z");
let db: PrismaClient;
let town: Awaited<ReturnType<typeof place>>;
let manager: Actor & { kind: "person" };
let colleague: Actor & { kind: "person" };
let ute: Actor & { kind: "person" };
let at: { place: string; process: string };
let processId: string;

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "https://mitmachen.example");
	({ db } = await freshDatabase());
	town = await place(db, now);
	manager = await holder(db, now, { ...town, name: "Petra" });
	colleague = await holder(db, now, { ...town, name: "Karl", role: "moderator" });
	ute = await holder(db, now, { ...town, name: "Ute Unverwechselbar", role: "member" });
	const made = await process(worldOf(db, manager, now), {
		organisationId: town.organisationId,
		responsiblePostId: town.postId,
	});
	processId = made.id;
	at = { place: "mayen", process: made.slug };
	const written = (title: string, text?: string) =>
		contribution(worldOf(db, ute, now), { processId, title, text, publishedBy: manager });
	const bench = await written("Mehr Bänke am Markt", '=HYPERLINK("https://boese.example")');
	const hidden = await written("Etwas Verbotenes");
	must(
		await hideContribution(worldOf(db, manager, now), {
			id: hidden.id,
			rule: "insult",
			reason: "Das ist eine Beleidigung.",
		}),
	);
	await contribution(worldOf(db, ute, now), { processId, title: "Wartet noch auf Freigabe" });
	await answer(worldOf(db, manager, now), { processId, contributionIds: [bench.id], releasedBy: colleague });
	await event(worldOf(db, manager, now), { processId });
});

const read = async (file: string, actor: Actor = guest) =>
	(await dataFile(worldOf(db, actor, now), { ...at, file })).text();

describe("the files of a process", () => {
	test("are listed when there is something in them, with a licence and the source to name", async () => {
		const page = await dataPage(worldOf(db, guest, now), at);
		expect(page.files.map(({ key }) => key)).toEqual(["verfahren", "beitraege", "termine"]);
		expect(page.licence.short).toBe("dl-de/by-2-0");
		expect(page.source.address).toMatch(/^https:\/\/mitmachen\.example\/v\//);
	});

	test("hold contribution and answer, nobody's name, nothing hidden or waiting, no formula", async () => {
		const csv = await read("beitraege.csv");
		const lines = csv.trim().split("\r\n");
		expect(lines[0]).toBe(dataSets.beitraege.join(";"));
		expect(lines).toHaveLength(2);
		expect(csv).toContain("Mehr Bänke am Markt");
		expect(csv).toContain("adopted");
		expect(csv).toContain(`"'=HYPERLINK(""https://boese.example"")"`);
		expect(csv).not.toMatch(/Verbotenes|Wartet|Unverwechselbar|Petra|Karl/);
	});

	test("say as JSON what each field means", async () => {
		const file = JSON.parse(await read("beitraege.json"));
		expect(Object.keys(file.fields)).toEqual([...dataSets.beitraege]);
		expect(file.licence.address).toContain("dl-de");
		expect(file.rows).toHaveLength(1);
		expect(file.rows[0]).toMatchObject({ nummer: 1, titel: "Mehr Bänke am Markt", ergebnis: "adopted" });
	});

	test("are the same for staff, and for nobody before the process is public", async () => {
		expect(await read("beitraege.csv", manager)).toBe(await read("beitraege.csv"));
		const draft = await process(worldOf(db, manager, now), {
			organisationId: town.organisationId,
			responsiblePostId: town.postId,
			published: false,
		});
		const there = { place: "mayen", process: draft.slug };
		for (const actor of [guest, manager]) {
			await expect(dataPage(worldOf(db, actor, now), there)).rejects.toThrow(NotFound);
			await expect(dataFile(worldOf(db, actor, now), { ...there, file: "beitraege.csv" })).rejects.toThrow(NotFound);
		}
	});

	test.each(["beitraege.pdf", "personen.csv", "__proto__.json", "../beitraege.csv", "beitraege"])(
		"%s is none of them",
		async (file) => {
			await expect(read(file)).rejects.toThrow(NotFound);
		},
	);

	test.each(["verfahren", "kommentare", "texte", "anmerkungen", "umfragen", "termine", "herkunft"])(
		"%s can be read in both formats",
		async (key) => {
			expect((await read(`${key}.csv`)).split("\r\n")[0]).toContain(";");
			expect(JSON.parse(await read(`${key}.json`)).rows).toBeInstanceOf(Array);
		},
	);

	test("of any length are read in batches, the next when the last was taken, each row once", async () => {
		const long = await process(worldOf(db, manager, now), {
			organisationId: town.organisationId,
			responsiblePostId: town.postId,
			title: "Ein langes Verfahren",
		});
		const rows = batch * 2 + 30;
		await db.contribution.createMany({
			data: Array.from({ length: rows }, (_, index) => ({
				id: newId(now),
				processId: long.id,
				organisationId: town.organisationId,
				number: index + 1,
				code: newCode(),
				title: `Beitrag ${index + 1}`,
				body: { type: "doc", content: [{ type: "paragraph" }] },
				excerpt: "",
				createdAt: now,
				updatedAt: now,
				submittedAt: now,
				publishedAt: now,
			})),
		});
		const file = { place: "mayen", process: long.slug, file: "beitraege.json" };
		const batches = (statements: string[]) => statements.filter((text) => text.includes("ORDER BY c.number")).length;
		const begun = await statementsDuring(async () => {
			const reader = (await dataFile(worldOf(db, guest, now), file)).body?.getReader();
			await reader?.read();
			await reader?.read();
			await reader?.cancel();
		});
		expect(batches(begun)).toBe(1);
		let whole: { rows: { nummer: number }[] } = { rows: [] };
		const all = await statementsDuring(async () => {
			whole = await (await dataFile(worldOf(db, guest, now), file)).json();
		});
		expect(batches(all)).toBe(3);
		expect(whole.rows.map(({ nummer }) => nummer)).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
	});
});
