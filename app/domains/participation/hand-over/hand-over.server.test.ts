import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { manifest as groups } from "~/domains/groups/manifest.server";
import { loader as recommendationLoader } from "~/domains/groups/recommendations/routes/recommendation";
import { type Actor, guest, type Role } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { requestContext, worldContext } from "~/platform/http/request.server";
import { missingTexts } from "~/platform/i18n";
import { introduce } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { resolution } from "~tests/factories/council";
import { attendance, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { must } from "~tests/factories/outcome";
import { contribution, human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { manifest as processes } from "../processes/manifest.server";
import { writeSheet } from "./commands/write-sheet.server";
import { manifest } from "./manifest.server";
import { messages } from "./messages";
import { sheetPaper } from "./paper.server";
import { councilSheet, sheetValues } from "./queries/council-sheet.server";
import { lacksCounterFinancing } from "./sheet";

const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let staff: Actor & { kind: "person" };
let stranger: Actor;
let processId = "";

beforeAll(async () => {
	vi.stubEnv("BASE_URL", "http://localhost:4221");
	({ db } = await freshDatabase());
	introduce([processes, groups, manifest]);
	mayen = await place(db, now);
	await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	const person = async (name: string, roles: Role[], at: string) =>
		personWith(roles, at, { personId: await human(db, now, name), displayName: name });
	staff = await person("Petra", ["participation-manager"], mayen.organisationId);
	stranger = await person("Knut", ["participation-manager"], newId(now));
	const ute = await person("Ute", [], mayen.organisationId);
	({ id: processId } = await process(world(), {
		organisationId: mayen.organisationId,
		responsiblePostId: mayen.postId,
		moderation: "after",
		title: "Marktplatz",
	}));
	for (const category of ["Verkehr und Wege", "Verkehr und Wege", "Grün und Spielplätze"]) {
		await contribution(worldOf(db, ute, now), { processId, category });
	}
});

const world = (actor: Actor = staff) => worldOf(db, actor, now);
const at = () => ({ place: "mayen", kind: "verfahren", id: processId });
const given = {
	body: "Stadtrat",
	sessionOn: "2026-12-01",
	paperNumber: "2026/77",
	about: "Der Marktplatz wird umgebaut.",
	proposal: "Mehr Bäume, weniger Parkplätze.",
	deviation: "",
	totalCents: 20_000_000n,
	yearlyCents: 500_050n,
	incomingCents: null,
	revenueCents: null,
	budgeted: "partly" as const,
	counterFinancing: ["shift" as const],
	financeNote: "",
	climate: "less" as const,
	climateNote: "",
	companies: "",
	revision: 0,
};
const written = (change: Partial<typeof given> = {}, actor?: Actor) =>
	writeSheet(world(actor), { ...given, ...change, subject: { kind: "process", id: processId } });
/** Amounts and dates are held together by a space that does not break. */
const plain = (cell: unknown) => (typeof cell === "string" ? cell.replaceAll("\u00a0", " ") : cell);
const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);

describe("the hand-over sheet", () => {
	it("begins with the frame of the process, for those who prepare the council's papers only", async () => {
		const sheet = await councilSheet(world(), at());
		expect(sheetValues(sheet)).toMatchObject({ body: "Stadtrat", proposal: "", revision: "0" });
		expect(sheet.what).toContain("Der Marktplatz wird umgebaut.");
		await expect(councilSheet(world(stranger), at())).rejects.toThrow(Forbidden);
		await expect(councilSheet(world(guest), at())).rejects.toThrow(SignInNeeded);
		await expect(councilSheet(world(), { ...at(), place: "koblenz" })).rejects.toThrow(NotFound);
		await expect(councilSheet(world(), { ...at(), kind: "kaffee" })).rejects.toThrow(NotFound);
		await expect(councilSheet(world(), { ...at(), id: newId(now) })).rejects.toThrow(NotFound);
	});

	it("is written once by two at once; money that is missing wants its source", async () => {
		expect(codesOf(await written({ counterFinancing: [] }))).toEqual(["counter-financing-missing"]);
		expect(codesOf(await written({ sessionOn: "2026-02-31" }))).toEqual(["day-unknown"]);
		await expect(written({}, stranger)).rejects.toThrow(Forbidden);
		expect(await db.councilSheet.count()).toBe(0);
		const both = await Promise.all([written(), written()]);
		expect(both.filter((outcome) => outcome.done)).toHaveLength(1);
		must(await written({ revision: 1, proposal: "Mehr Bäume." }));
		expect(codesOf(await written({ revision: 1 }))).toEqual(["changed-meanwhile"]);
		expect((await councilSheet(world(), at())).proposal).toBe("Mehr Bäume.");
	});

	it("holds figures, proposal, the fixed finance fields and what was resolved before", async () => {
		const { code } = await resolution(world(), {
			organisationId: mayen.organisationId,
			about: { kind: "process", id: processId },
			title: "Erste Lesung",
			outcome: "postponed",
			effect: null,
			funding: null,
		});
		const { blocks, title, language } = sheetPaper(world(), await councilSheet(world(), at()));
		expect({ title, language }).toEqual({ title: "Marktplatz", language: "de" });
		const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows.map((row) => row.map(plain)) : []));
		expect(rows).toEqual(
			expect.arrayContaining([
				["Beiträge", "3"],
				["im Internet", "3"],
				["Verkehr und Wege", "2"],
				["Gesamtkosten", "200.000,00 €"],
				["Jährlicher Budgetbedarf / Folgekosten", "5.000,50 €"],
				["Einzahlung", "keine Angabe"],
				["Im Haushalt", "teilweise budgetiert"],
				["Gegenfinanzierung", "durch Umschichtung"],
				["CO₂-Relevanz", "weniger CO₂"],
			]),
		);
		expect(JSON.stringify(blocks)).toContain(`/beschluss/${code}`);
		expect(JSON.stringify(blocks)).not.toContain("Ute");
	});

	it("forgets who wrote it, not what it says", async () => {
		expect(await manifest.personalData?.export(db, staff.personId)).toMatchObject({
			councilSheets: [{ body: "Stadtrat" }],
		});
		await manifest.personalData?.erase(world(), staff.personId);
		expect(await db.councilSheet.findFirst({ select: { changedById: true, body: true } })).toEqual({
			changedById: null,
			body: "Stadtrat",
		});
	});
});

it("about a recommendation shows the votes by bench and its rule, and what the council made of it", async () => {
	const { group, chair } = await recommended();
	const { id, code } = group;
	const sheet = await councilSheet(world(), { place: "mayen", kind: "empfehlung", id });
	expect(sheet.proposal).toContain("Rufbus");
	const text = JSON.stringify(sheetPaper(world(), sheet).blocks);
	expect(text).toContain('["Bürgerschaft","1","0","0"]');
	expect(text).toContain("Eine Empfehlung bindet den Rat nicht.");
	await resolution(world(), {
		organisationId: mayen.organisationId,
		about: { kind: "recommendation", id },
		title: "Rufbus",
		deviation: "deviates",
		deviationReason: "Nur am Wochenende.",
	});
	const page = (actor: Actor) => recommendationLoader(asked(world(actor), `/empfehlung/${code}`, { code }));
	expect(await page(guest)).toMatchObject({
		mayHandOver: false,
		resolutions: [{ deviationReason: "Nur am Wochenende." }],
	});
	expect(await page(chair)).toMatchObject({ mayHandOver: true });
});

async function recommended() {
	const own = await human(db, now, "Chris");
	const chair = personWith(["participation-manager"], mayen.organisationId, { personId: own, displayName: "Chris" });
	const made = await workingGroup(world(), {
		organisationId: mayen.organisationId,
		members: [
			{ bench: "administration", person: { personId: own }, function: "chair" },
			{ bench: "politics", person: { givenName: "Ina", familyName: "Weiler" } },
			{ bench: "advisory", person: { givenName: "Ali", familyName: "Kaya" } },
			{ bench: "citizens", person: { givenName: "Uwe", familyName: "Stein" } },
		],
	});
	const held = new Date(now.getTime() - 86_400_000);
	const { meetingId, agendaItemId } = await meeting(world(), { groupId: made.id, startsAt: held });
	await attendance(
		world(),
		meetingId,
		made.members.map(({ membershipId }) => membershipId),
	);
	const each = { yes: 1, no: 0, abstain: 0 };
	const group = await recommendation(world(), {
		meetingId,
		agendaItemId,
		votedAt: held,
		responsiblePostId: mayen.postId,
		chair,
		votes: { administration: each, politics: each, advisory: each, citizens: each },
	});
	return { group, chair };
}

/** What React Router hands to a loader. */
function asked<Args>(of: ReturnType<typeof world>, path: string, params: Record<string, string>): Args {
	const context = new RouterContextProvider();
	context.set(worldContext, of);
	context.set(requestContext, { id: "1", nonce: "n", path, ip: "127.0.0.1" });
	return { request: new Request(`http://localhost:4221${path}`), params, context } as Args;
}

it.each([
	["nothing is said", { totalCents: null, yearlyCents: null, budgeted: null }, false],
	["it costs and stands in the budget", { totalCents: 1n, yearlyCents: null, budgeted: "full" as const }, false],
	["it costs and does not stand there", { totalCents: null, yearlyCents: 1n, budgeted: "none" as const }, true],
	["it costs nothing", { totalCents: 0n, yearlyCents: 0n, budgeted: "none" as const }, false],
])("the source of the money is wanted: %s", (_, block, expected) => {
	expect(lacksCounterFinancing({ ...block, counterFinancing: [], financeNote: null })).toBe(expected);
	expect(lacksCounterFinancing({ ...block, counterFinancing: [], financeNote: "Es fehlt noch." })).toBe(false);
});

it("every word stands in both languages", () => {
	expect(missingTexts(messages)).toEqual([]);
});
