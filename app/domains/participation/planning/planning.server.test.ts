import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { missingTexts } from "~/platform/i18n";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId, newToken } from "~/platform/tokens.server";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, process, worldOf } from "~tests/factories/participation";
import { announcedDisplay, displayFacts, planDetails } from "~tests/factories/planning";
import { freshDatabase } from "~tests/support/database";
import { recordAnnouncement, setDisplay } from "./commands/display.server";
import { makeStatement } from "./commands/make-statement.server";
import { describePlanning, recordStep } from "./commands/set-up.server";
import { divideForWeighing, weighPlanningPart } from "./commands/weigh-statement.server";
import { letterMessages } from "./letter-messages";
import { manifest } from "./manifest.server";
import { messages } from "./messages";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { missingForPlanning, planningPage } from "./queries/pages.server";
import { openStatements, receiptPage, statementsPage, weighingPage } from "./queries/statements.server";
import { tableRows } from "./queries/table-rows.server";
import { staffMessages } from "./staff-messages";

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
const before = noon("2026-01-20");
const during = noon("2026-02-10");
const after = noon("2026-03-05");

let db: PrismaClient;
let organisationId: string;
let postId: string;
let manager: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };

const world = (actor: Actor, at = before) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];

beforeAll(async () => {
	({ db } = await freshDatabase());
	const mayen = await place(db, noon("2026-01-01"));
	({ organisationId, postId } = mayen);
	const koblenz = await place(db, noon("2026-01-01"), { slug: "koblenz", name: "Koblenz" });
	const name = async (displayName: string) => ({ personId: await human(db, before, displayName), displayName });
	manager = personWith(["participation-manager"], organisationId, await name("Petra"));
	stranger = personWith(["participation-manager"], koblenz.organisationId, await name("Knut"));
});

const days = { startsOn: "2026-02-02", endsOn: "2026-03-03" };

/** A plan whose first display was announced on 20 January for 2 February to 3 March. */
const displayed = (details: Partial<typeof planDetails> = {}) =>
	announcedDisplay(world(manager), {
		organisationId,
		responsiblePostId: postId,
		title: `Bebauungsplan ${newId(before)}`,
		details,
	});

const statement = (processId: string, more: Partial<Parameters<typeof makeStatement>[1]> = {}) => ({
	processId,
	token: newToken(),
	organisation: null,
	name: "Ute Muster",
	email: "ute@example.org",
	address: "",
	text: "Die Straße ist zu schmal.\n\nDer Bach braucht Platz.",
	...more,
});

describe("setting a display up", () => {
	it("lacks details and display before, nothing afterwards; the phase has the days of the display", async () => {
		const { id: processId } = await process(world(manager), {
			organisationId,
			responsiblePostId: postId,
			recipe: "formal-display",
			days: { first: 14, last: 46, answered: 200 },
			published: false,
		});
		expect(await missingForPlanning(world(manager), processId)).toEqual(["details", "display"]);
		must(await describePlanning(world(manager), { processId, ...planDetails }));
		must(await setDisplay(world(manager), { processId, ...displayFacts, ...days }));
		expect(await missingForPlanning(world(manager), processId)).toEqual([]);
		const phase = await db.phase.findFirstOrThrow({ where: { processId, switches: { has: "statement" } } });
		expect([phase.opensAt, phase.closesAt]).toEqual([
			new Date("2026-02-01T23:00:00Z"),
			new Date("2026-03-03T23:00:00Z"),
		]);
		await db.phase.update({ where: { id: phase.id }, data: { closesAt: new Date("2026-03-01T23:00:00Z") } });
		expect(await missingForPlanning(world(manager), processId)).toEqual(["phase"]);
	});

	it("is refused a day too short and leaves no trace", async () => {
		const { processId } = await displayed();
		const events = await db.auditEvent.count();
		expect(
			codes(
				await setDisplay(world(manager, after), {
					processId,
					...displayFacts,
					startsOn: "2026-04-01",
					endsOn: "2026-04-10",
				}),
			),
		).toEqual(["shortening-needs-reason", "changes-missing"]);
		expect(await db.auditEvent.count()).toBe(events);
		expect(await db.planningDisplay.count({ where: { processId } })).toBe(1);
	});

	it("is the office's alone", async () => {
		const { processId } = await displayed();
		await expect(describePlanning(world(stranger), { processId, ...planDetails })).rejects.toBeInstanceOf(Forbidden);
		await expect(setDisplay(world(guest), { processId, ...displayFacts, ...days })).rejects.toBeInstanceOf(
			SignInNeeded,
		);
		expect(codes(await setDisplay(world(manager), { processId, ...displayFacts, ...days }))).toEqual([
			"display-running",
		]);
		expect(codes(await describePlanning(world(manager), { processId, ...planDetails, way: "link" }))).toEqual([
			"system-address-missing",
		]);
	});

	it("is announced before its first day only, and after the resolution", async () => {
		const { id: processId } = await process(world(manager), {
			organisationId,
			responsiblePostId: postId,
			recipe: "formal-display",
			days: { first: 14, last: 46, answered: 200 },
			published: false,
		});
		must(await describePlanning(world(manager), { processId, ...planDetails }));
		must(await setDisplay(world(manager), { processId, ...displayFacts, ...days }));
		const announce = (on: string, at = before) =>
			recordAnnouncement(world(manager, at), { processId, round: 1, on, where: "Mitteilungsblatt" });
		expect(codes(await announce("2026-02-02", during))).toEqual(["announced-too-late"]);
		expect(codes(await announce("2026-01-21"))).toEqual(["day-in-future"]);
		expect(codes(await announce("2026-01-20"))).toEqual(["stage-not-now"]);
	});
});

describe("a statement", () => {
	it("is taken unread, forwarded word for word, receipted without its words, and shown to nobody else", async () => {
		const { processId, slug } = await displayed();
		const given = statement(processId);
		expect(must(await makeStatement(world(guest, during), given))).toEqual({ number: 1 });
		const stored = await db.planningStatement.findFirstOrThrow({ where: { processId } });
		const event = {
			id: newId(during),
			type: "participation.planning.statement-received",
			subject: { kind: "planning", id: processId },
			ownerId: organisationId,
			facts: { statement: stored.id, number: 1 },
			at: during,
			actorPersonId: null,
		};
		const [forwarded, ...more] = (await notices["participation.planning.statement-received"]?.(db, event)) ?? [];
		expect(more).toEqual([]);
		expect(forwarded?.to).toEqual({ email: "bauamt@example.org", locale: "de" });
		expect(forwarded?.paragraphs).toEqual(expect.arrayContaining(["Die Straße ist zu schmal.", "Von: Ute Muster"]));
		const receipt = await db.mail.findFirstOrThrow({ where: { key: `planning-receipt:${stored.id}` } });
		expect(receipt.to).toBe("ute@example.org");
		expect(receipt.text).toContain(given.token);
		expect(receipt.text).not.toContain("Straße");
		const page = await planningPage(world(guest, during), { place: "mayen", process: slug });
		expect(JSON.stringify(page)).not.toMatch(/schmal|Ute/);
		await expect(statementsPage(world(stranger, during), { place: "mayen", process: slug })).rejects.toBeInstanceOf(
			Forbidden,
		);
		expect((await receiptPage(world(guest, during), given.token)).weighed).toBeNull();
		await expect(receiptPage(world(guest, during), newToken())).rejects.toBeInstanceOf(NotFound);
	});

	it.each<[string, Date, Partial<Parameters<typeof makeStatement>[1]>, Partial<typeof planDetails>, string]>([
		["the day before", noon("2026-02-01"), {}, {}, "closed"],
		["the day after", noon("2026-03-04"), {}, {}, "closed"],
		[
			"where the statutory system takes it",
			during,
			{},
			{ way: "link", systemAddress: "https://plan.example" },
			"closed",
		],
		["without a name", during, { name: "" }, {}, "name-missing"],
		["without any address", during, { email: "" }, {}, "reach-missing"],
		["with half an address", during, { email: "ute@" }, {}, "email-unreadable"],
		["too short", during, { text: "Nein." }, {}, "text-too-short"],
		["too long", during, { text: "a".repeat(20_001) }, {}, "text-too-long"],
	])("is refused %s", async (_name, at, change, plan, code) => {
		const { processId } = await displayed(plan);
		expect(codes(await makeStatement(world(guest, at), statement(processId, change)))).toEqual([code]);
		expect(await db.planningStatement.count({ where: { processId } })).toBe(0);
		expect(await db.mail.count({ where: { key: { startsWith: "planning-receipt:" }, to: "ute@" } })).toBe(0);
	});

	it("is taken on the first and the last day, till midnight", async () => {
		const { processId } = await displayed();
		for (const at of ["2026-02-01T23:00:00Z", "2026-03-03T22:59:00Z"])
			must(await makeStatement(world(guest, new Date(at)), statement(processId)));
	});

	it("sent ten times at once is one, and ten different ones have ten numbers", async () => {
		const { processId } = await displayed();
		const same = statement(processId);
		const all = await Promise.all([
			...Array.from({ length: 5 }, () => makeStatement(world(guest, during), same)),
			...Array.from({ length: 5 }, () => makeStatement(world(guest, during), statement(processId))),
		]);
		expect(all.filter((outcome) => outcome.done)).toHaveLength(6);
		const rows = await db.planningStatement.findMany({ where: { processId }, orderBy: { number: "asc" } });
		expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
	});
});

describe("the weighing", () => {
	it("waits for the end of the display, needs every vote, and is told to the authors", async () => {
		const { processId, slug } = await displayed();
		const at = { place: "mayen", process: slug };
		const given = statement(processId);
		must(await makeStatement(world(manager, during), given));
		must(
			await makeStatement(
				world(guest, during),
				statement(processId, { organisation: "BUND Mayen", text: "=Mehr Grün bitte" }),
			),
		);
		const divide = (number: number, divided: string, when = after) =>
			divideForWeighing(world(manager, when), { processId, number, divided });
		expect(codes(await divide(1, given.text, during))).toEqual(["not-time-to-weigh"]);
		expect(codes(await divide(1, "Etwas anderes"))).toEqual(["words-changed"]);
		must(await divide(1, given.text.replace("\n\n", "\n---\n")));
		must(await divide(2, "=Mehr Grün bitte"));
		await expect(
			divideForWeighing(world(stranger, after), { processId, number: 1, divided: given.text }),
		).rejects.toBeInstanceOf(Forbidden);
		const resolve = () => recordStep(world(manager, after), { processId, stage: "weighed", on: "2026-03-05" });
		expect(codes(await resolve())).toEqual(["statements-open"]);
		expect(await openStatements({ db }, processId)).toBe(2);
		const first = await weighingPage(world(manager, after), { ...at, number: "1" });
		const second = await weighingPage(world(manager, after), { ...at, number: "2" });
		const weigh = (number: number, partId: string, vote: string, comment: string) =>
			weighPlanningPart(world(manager, after), { processId, number, partId, vote, comment });
		const [one, two] = first.parts;
		expect(codes(await weigh(1, one?.id ?? "", "followed", " "))).toEqual(["comment-missing"]);
		expect(codes(await weigh(1, second.parts[0]?.id ?? "", "noted", ""))).toEqual(["changed-meanwhile"]);
		must(await weigh(1, one?.id ?? "", "not-followed", "Die Breite genügt der Richtlinie."));
		must(await weigh(1, two?.id ?? "", "followed", "Der Gewässerrand wird 10 m breit."));
		must(await weigh(2, second.parts[0]?.id ?? "", "noted", ""));
		const { rows } = await tableRows(world(manager, after), at);
		expect(rows.map(([[author], [vote]]) => [author, vote])).toEqual([
			["Stellungnahme", "Abwägung"],
			["Bürger*in vom 10.\u00a0Februar 2026 (Nr. 1)", "Der Anregung wird nicht entsprochen"],
			["Bürger*in vom 10.\u00a0Februar 2026 (Nr. 1)", "Der Anregung wird entsprochen"],
			["BUND Mayen (Nr. 2, 10.\u00a0Februar 2026)", "Kenntnisnahme"],
		]);
		expect(JSON.stringify(rows)).not.toContain("Ute");
		expect((await statementsPage(world(manager, after), at)).notedShare).toBe(33);
		expect((await receiptPage(world(guest, after), given.token)).weighed).toBeNull();
		must(await resolve());
		expect((await receiptPage(world(guest, after), given.token)).weighed).toHaveLength(2);
		expect(codes(await divide(1, given.text))).toEqual(["not-time-to-weigh"]);
		const letters = await notices["participation.planning.weighed"]?.(db, {
			id: newId(after),
			type: "participation.planning.weighed",
			subject: { kind: "planning", id: processId },
			ownerId: organisationId,
			facts: { on: "2026-03-05" },
			at: after,
			actorPersonId: manager.personId,
		});
		expect(letters?.map(({ paragraphs }) => paragraphs[2])).toEqual([
			"„Die Straße ist zu schmal.“ – Der Anregung wird nicht entsprochen. Die Breite genügt der Richtlinie.",
			"„=Mehr Grün bitte“ – Kenntnisnahme.",
		]);
		await personalData.erase(world(manager, after), manager.personId);
		expect(await db.planningStatement.findFirstOrThrow({ where: { processId, number: 1 } })).toMatchObject({
			name: null,
			email: null,
			authorId: null,
			text: given.text,
		});
	});

	it("can be followed by a renewed display with a phase of its own, shorter with a reason", async () => {
		const { processId, slug } = await displayed();
		const renewed = { ...displayFacts, startsOn: "2026-04-01", endsOn: "2026-04-15", changes: "Breite der Straße" };
		must(await setDisplay(world(manager, after), { processId, ...renewed, shortenedBecause: "Nur eine Änderung" }));
		must(
			await recordAnnouncement(world(manager, after), {
				processId,
				round: 2,
				on: "2026-03-05",
				where: "Mitteilungsblatt",
			}),
		);
		expect(await db.phase.count({ where: { processId, switches: { has: "statement" } } })).toBe(2);
		must(await makeStatement(world(guest, noon("2026-04-02")), statement(processId)));
		expect(await db.planningStatement.findFirstOrThrow({ where: { processId } })).toMatchObject({ round: 2 });
		const page = await planningPage(world(guest, noon("2026-04-02")), { place: "mayen", process: slug });
		expect(page.display).toMatchObject({ round: 2, takes: true, changes: "Breite der Straße" });
	});
});

it("documents are the staff's until the first day, then everybody's, and fixed while the display runs", async () => {
	const { processId } = await displayed();
	const subject = manifest.subjects?.planning;
	const asked = async (actor: Actor, at: Date) => [
		await subject?.mayReadFiles?.(world(actor, at), processId),
		await subject?.mayWriteFiles?.(world(actor, at), processId),
	];
	expect(await asked(guest, before)).toEqual([false, false]);
	expect(await asked(manager, before)).toEqual([true, true]);
	expect(await asked(guest, during)).toEqual([true, false]);
	expect(await asked(manager, during)).toEqual([true, false]);
	expect(await asked(stranger, after)).toEqual([true, false]);
	expect(await asked(manager, after)).toEqual([true, true]);
});

it("every word stands in both languages", () => {
	for (const texts of [messages, staffMessages, letterMessages]) expect(missingTexts(texts)).toEqual([]);
});
