import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type SearchText, type Subject } from "~/platform/manifest.server";
import { newId } from "~/platform/tokens.server";
import { freshDatabase } from "~tests/support/database";
import { reindex, search, searchableKinds } from "./search.server";

const now = new Date("2026-11-21T10:00:00Z");
const ownerId = newId(now);

type Text = Omit<SearchText, "ownerId" | "at">;
const texts = new Map<string, Text & { kind: string }>();

function stored(kind: string, title: string, body: string, isPublic = true): string {
	const id = newId(now);
	texts.set(id, { kind, title, body, isPublic });
	return id;
}

const subject = (kind: string): Subject => ({
	async resolve({ actor }, ids) {
		return new Map(
			ids.flatMap((id) => {
				const text = texts.get(id);
				if (text?.kind !== kind || (!text.isPublic && actor.kind !== "house")) return [];
				return [
					[
						id,
						{ id, title: text.title, href: `/${id}`, kindLabel: kind, state: null, at: now, organisationId: ownerId },
					],
				];
			}),
		);
	},
	async searchText(_db, id) {
		const text = texts.get(id);
		return text ? { title: text.title, body: text.body, isPublic: text.isPublic, ownerId, at: now } : null;
	},
});

let db: PrismaClient;
const find = async (words: string, actor: Actor = guest, kind: string | null = null) => {
	const hits = await search({ db, actor, now, locale: "de" }, { words, kind });
	return hits.map(({ title }) => title);
};

stored("idea", "Bänke am Marktplatz", "Die Bürgerinnen und Bürger wünschen sich Sitzgelegenheiten.");
stored("idea", "Fahrradwegekonzept fortschreiben", "Sichere Radverbindungen zwischen Mayen und Mendig.");
const playground = stored("measure", "Spielplatz Nettetal", "Erneuerung der Geräte.");
stored("measure", "Spielplatz intern", "Noch nicht öffentlich: Spielplatz im Gewerbegebiet.", false);

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([
		{ domain: "ideas", subjects: { idea: subject("idea"), hidden: { resolve: async () => new Map() } } },
		{ domain: "measures", subjects: { measure: subject("measure") } },
	]);
	for (const [id, { kind }] of texts) await reindex(db, { kind, id });
});

describe("the search", () => {
	test.each([
		["a German stem finds another form", "Bank wünschen", ["Bänke am Marktplatz"]],
		["singular finds plural by its stem", "Sitzgelegenheit", ["Bänke am Marktplatz"]],
		["a verb finds its other form", "wünscht", ["Bänke am Marktplatz"]],
		["the beginning of a compound finds it", "Fahrrad", ["Fahrradwegekonzept fortschreiben"]],
		["several beginnings count together", "Fahrrad Mend", ["Fahrradwegekonzept fortschreiben"]],
		["a typing mistake is forgiven", "Spielplaz Netetal", ["Spielplatz Nettetal"]],
		["capitals do not matter", "MARKTPLATZ", ["Bänke am Marktplatz"]],
		["nothing finds nothing", "   ", []],
		["signs alone find nothing and break nothing", "& | ! ( ) : * ' \" \\", []],
		["half a query breaks nothing", "Mayen OR (", ["Fahrradwegekonzept fortschreiben"]],
		["what is not there is not found", "Raumstation", []],
	])("%s", async (_name, words, titles) => {
		expect(await find(words)).toEqual(titles);
	});

	test("a hit in the title stands before one in the text", async () => {
		const inText = stored("idea", "Ideen für Mayen", "Ein Marktplatz für alle.");
		await reindex(db, { kind: "idea", id: inText });
		expect(await find("Marktplatz")).toEqual(["Bänke am Marktplatz", "Ideen für Mayen"]);
		texts.delete(inText);
		await reindex(db, { kind: "idea", id: inText });
		expect(await find("Marktplatz")).toEqual(["Bänke am Marktplatz"]);
	});

	test("shows the parts of a text apart, not glued together", async () => {
		const id = stored("idea", "Rutschbahn am Bach", "Kinder freuen sich.\n\nVerkehr und Wege\nAm Bach\nK7MQ2XFA");
		await reindex(db, { kind: "idea", id });
		const [hit] = await search({ db, actor: guest, now, locale: "de" }, { words: "Rutschbahn", kind: null });
		expect(hit?.excerpt).toBe("Kinder freuen sich. · Verkehr und Wege · Am Bach · K7MQ2XFA");
	});

	test("shows everybody only what their policy shows them, and never an excerpt of the rest", async () => {
		expect(await find("Spielplatz")).toEqual(["Spielplatz Nettetal"]);
		expect((await find("Spielplatz", house)).sort()).toEqual(["Spielplatz Nettetal", "Spielplatz intern"]);
		const hits = await search({ db, actor: guest, now, locale: "de" }, { words: "Gewerbegebiet", kind: null });
		expect(hits).toEqual([]);
	});

	test("what many may not see does not push out what they may", async () => {
		const hidden = Array.from({ length: 120 }, (_, index) =>
			stored("measure", `Schwimmbad ${index}`, "Schwimmbad Schwimmbad", false),
		);
		const shown = stored("measure", "Neues im Ort", "Das alte Schwimmbad.");
		for (const id of [...hidden, shown]) await reindex(db, { kind: "measure", id });
		expect(await find("Schwimmbad")).toEqual(["Neues im Ort"]);
	});

	test("can be narrowed down to one kind", async () => {
		expect(await find("Mayen", guest, "measure")).toEqual([]);
		expect(await find("Mayen", guest, "idea")).toEqual(["Fahrradwegekonzept fortschreiben"]);
		expect(searchableKinds()).toEqual(["idea", "measure"]);
	});

	test("finds a changed text by its new words only", async () => {
		texts.set(playground, { kind: "measure", title: "Wasserspiel Nettetal", body: "Neu.", isPublic: true });
		await reindex(db, { kind: "measure", id: playground });
		expect(await find("Wasserspiel")).toEqual(["Wasserspiel Nettetal"]);
		expect(await find("Erneuerung")).toEqual([]);
	});
});
