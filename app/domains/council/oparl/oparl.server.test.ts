import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { municipality, openPlace } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { adminOf, staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { type OparlServer, startOparlServer } from "~tests/support/oparl-server";
import { dropSystem, nameSystem } from "./commands/name-system.server";
import { readDueSystems, readSystem } from "./commands/read-system.server";
import { findPapers, systemPage, systemsOf } from "./queries/systems.server";

vi.hoisted(() => {
	process.env.OUTGOING_HOSTS = "127.0.0.1";
});

let world: World;
let server: OparlServer;
let organisationId: string;
let other: string;
const start = new Date("2026-03-10T10:00:00Z");
const by = (actor: Actor, now = start): World => ({ ...world, actor, now });

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: start, locale: "de" };
	server = await startOparlServer();
	organisationId = await municipality(world, { name: "Mendig" });
	other = await municipality(world, { name: "Mayen" });
	await openPlace(world, { organisationId, name: "Mendig", slug: "mendig" });
});
afterAll(() => server.stop());

const named = (name = "RIS Mendig", more: Partial<Parameters<typeof nameSystem>[1]> = {}) =>
	nameSystem(by(adminOf(organisationId)), {
		organisationId,
		name,
		address: server.door,
		readsOparl: true,
		moreHosts: [],
		...more,
	});
const codes = (outcome: Awaited<ReturnType<typeof named>>) =>
	outcome.done ? [] : outcome.refusals.map(({ code }) => code);

it("is named by those who manage the organisation, with public hosts only", async () => {
	await expect(named("RIS", {})).resolves.toMatchObject({ done: true });
	expect(codes(await named("RIS"))).toEqual(["name-taken"]);
	expect(codes(await named("Innen", { address: "http://192.168.1.1/oparl" }))).toEqual(["address-unreadable"]);
	expect(codes(await named("Innen", { moreHosts: ["10.0.0.1"] }))).toEqual(["host-unreadable"]);
	expect(codes(await named("Innen", { moreHosts: ["ris.example.de/x"] }))).toEqual(["host-unreadable"]);
	const input = { organisationId, name: "Fremd", address: server.door, readsOparl: true, moreHosts: [] };
	await expect(nameSystem(by(adminOf(other)), input)).rejects.toThrow(Forbidden);
	await expect(nameSystem(by(staff([{ role: "staff", at: organisationId }])), input)).rejects.toThrow(Forbidden);
	await expect(nameSystem(by(guest), input)).rejects.toThrow(SignInNeeded);
	await expect(systemsOf(by(adminOf(other)), "mendig")).rejects.toThrow(Forbidden);
});

it("is read page by page, kept with checksums, and read again only for what changed", async () => {
	const { systemId } = must(await named());
	const papers = server.lists.get("/body/0/papers/") ?? [];
	const [paper] = papers as Record<string, unknown>[];
	const more = ["750", "751", "752"].map((number) => ({
		id: `${server.origin}/paper/${number}`,
		type: "https://schema.oparl.org/1.1/Paper",
		name: `Vorlage ${number}`,
		reference: `${number}/2026`,
		modified: "2026-01-02T10:00:00+01:00",
		"vendor:price": 7,
	}));
	server.pages.set("/paper/760", {
		body: JSON.stringify({
			id: `${server.origin}/paper/760`,
			type: "https://schema.oparl.org/1.0/Paper",
			name: "Verwiesen",
		}),
	});
	papers.push(...more, { id: "kaputt" }, `${server.origin}/paper/760`, "https://fremd.example.org/paper/1");

	const first = await readSystem(by(house), systemId);
	expect(first).toMatchObject({ outcome: "read", deleted: 0, skipped: 2 });
	expect(first?.problems.map(({ code }) => code)).toEqual(["id-missing", "host-refused"]);
	const kept = (id: string) =>
		world.db.oparlObject.findUnique({ where: { systemId_oparlId: { systemId, oparlId: `${server.origin}${id}` } } });
	expect(await kept("/paper/752")).toMatchObject({ type: "Paper", name: "Vorlage 752", reference: "752/2026" });
	expect((await kept("/paper/752"))?.data).not.toHaveProperty("vendor:price");
	expect((await kept("/paper/752"))?.hash).toMatch(/^[0-9a-f]{64}$/);
	expect(await kept("/paper/760")).toMatchObject({ name: "Verwiesen" });
	expect(await kept("/consultation/47594")).toMatchObject({ type: "Consultation" });
	expect(await kept("/agendaitem/3271")).toMatchObject({
		type: "AgendaItem",
		name: "Satzungsänderung für Ausschreibungen",
	});
	expect(await kept("/memberships/385")).toMatchObject({ type: "Membership" });
	expect(server.asked.every((one) => one.startsWith("GET "))).toBe(true);

	// nothing changed: nothing is kept anew
	const second = await readSystem(by(house, new Date("2026-03-11T01:00:00Z")), systemId);
	expect(second).toMatchObject({ outcome: "read", added: 0, changed: 0, deleted: 0 });
	expect(server.asked.at(-1)).toContain("modified_since=2026-03-10T09%3A00%3A00%2B00%3A00");

	// one changed, one deleted, one older copy of another embedded somewhere
	papers.splice(
		0,
		papers.length,
		paper,
		{
			...more[0],
			name: "Vorlage 750 (neu)",
			modified: "2026-03-12T10:00:00+01:00",
		},
		{ id: more[1]?.id, type: more[1]?.type, modified: "2026-03-12T10:00:00+01:00", deleted: true },
		{
			...more[2],
			name: "Alt",
			modified: "2026-01-01T10:00:00+01:00",
		},
	);
	const third = await readSystem(by(house, new Date("2026-03-12T12:00:00Z")), systemId);
	expect(third).toMatchObject({ outcome: "read", added: 0, changed: 1, deleted: 1 });
	expect(await kept("/paper/750")).toMatchObject({ name: "Vorlage 750 (neu)" });
	expect(await kept("/paper/751")).toMatchObject({ deleted: true, name: "Vorlage 751", reference: "751/2026" });
	expect(await kept("/paper/752")).toMatchObject({ name: "Vorlage 752" });

	const page = await systemPage(by(adminOf(organisationId)), { place: "mendig", system: systemId });
	expect(page.counts.find(({ type }) => type === "Paper")?.count).toBe(4);
	expect(page.readings[0]).toMatchObject({ changed: 1, deleted: 1, outcome: "read" });
	const found = await findPapers(by(adminOf(organisationId)), { organisationId, words: "752/2026" });
	expect(found.map(({ reference }) => reference)).toEqual(["752/2026"]);
	expect(await findPapers(by(adminOf(organisationId)), { organisationId, words: "%" })).toEqual([]);
	await expect(findPapers(by(adminOf(other)), { organisationId, words: "752" })).rejects.toThrow(Forbidden);
});

it("says that it could not be read, and asks everything again next time", async () => {
	const gone = must(await named("Weg", { address: `${server.origin}/nicht-da` }));
	expect(await readSystem(by(house), gone.systemId)).toMatchObject({
		outcome: "failed",
		problems: [{ code: "answered-with-error", detail: "404" }],
	});
	const html = must(await named("Seite", { address: `${server.origin}/seite` }));
	server.pages.set("/seite", { type: "text/html", body: "<html>" });
	expect((await readSystem(by(house), html.systemId))?.problems[0]?.code).toBe("no-json");

	const { systemId } = must(await named("Halb"));
	server.pages.set("/body/0/meetings/", { status: 500, body: "" });
	expect(await readSystem(by(house), systemId)).toMatchObject({ outcome: "partial" });
	server.pages.delete("/body/0/meetings/");
	server.asked.length = 0;
	expect(await readSystem(by(house, new Date("2026-03-11T10:00:00Z")), systemId)).toMatchObject({ outcome: "read" });
	expect(server.asked.some((one) => one.includes("modified_since"))).toBe(false);
});

it("is read once at a time, every night, and not any more once it is dropped", async () => {
	const { systemId } = must(await named("Nachts"));
	const [one, two] = await Promise.all([readSystem(by(house), systemId), readSystem(by(house), systemId)]);
	expect([one === null, two === null].sort()).toEqual([false, true]);
	const system = await world.db.councilSystem.findUniqueOrThrow({ where: { id: systemId } });
	expect(system.nextReadAt?.toISOString()).toMatch(/^2026-03-11T01:/);
	const night = new Date("2026-03-11T02:30:00Z");
	expect(await readDueSystems(by(house, night))).toBeGreaterThan(0);
	expect(await readDueSystems(by(house, night))).toBe(0);
	await expect(dropSystem(by(adminOf(other)), { systemId })).rejects.toThrow(Forbidden);
	must(await dropSystem(by(adminOf(organisationId)), { systemId }));
	expect(await readSystem(by(house, night), systemId)).toBeNull();
});
