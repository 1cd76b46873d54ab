import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, guest, house, type Role } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce, type RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { measure, step, studyCatalogue } from "~tests/factories/measures";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "~tests/support/database";
import { agreementInForce, operationHandedOver } from "./agreement-port.server";
import { addCatalogueEntry } from "./commands/add-catalogue-entry.server";
import { changeStage } from "./commands/change-stage.server";
import { editMeasure } from "./commands/edit-measure.server";
import { endMeasure } from "./commands/end-measure.server";
import { followHandovers } from "./commands/follow-handover.server";
import { grantException } from "./commands/grant-exception.server";
import { publishMeasure } from "./commands/publish-measure.server";
import { remindReports } from "./commands/remind-reports.server";
import { report } from "./commands/report.server";
import { setResponsible } from "./commands/set-responsible.server";
import { manifest } from "./manifest.server";
import { measureById } from "./queries/find-measure.server";
import { listCatalogue, listMeasures } from "./queries/measure-list.server";
import { measurePage } from "./queries/measure-page.server";

vi.mock("./agreement-port.server", async (original) => ({
	...(await original<object>()),
	agreementInForce: vi.fn(async () => null),
	operationHandedOver: vi.fn(async () => null),
}));

const now = new Date("2026-11-21T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let mayen: Awaited<ReturnType<typeof place>>;
let staff: Actor;
let signatory: Actor & { kind: "person" };
let stranger: Actor;

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([manifest]);
	mayen = await place(db, now);
	const koblenz = await place(db, now, { slug: "koblenz", name: "Stadt Koblenz" });
	const person = async (name: string, role: Role, at: string) =>
		personWith([role], at, { personId: await human(db, now, name), displayName: name });
	staff = await person("Petra", "staff", mayen.organisationId);
	signatory = await person("Britta", "signatory", mayen.organisationId);
	stranger = await person("Knut", "organisation-admin", koblenz.organisationId);
});

const world = (actor: Actor = staff, at = now) => worldOf(db, actor, at);
const own = () => ({ organisationId: mayen.organisationId, responsiblePostId: mayen.postId });
const codesOf = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code);
const events = (id: string) =>
	db.auditEvent.findMany({
		where: { subjectId: id },
		orderBy: { position: "asc" },
		select: { type: true, facts: true },
	});
const typesOf = async (id: string) => (await events(id)).map(({ type }) => type);
const toPilot = (id: string) => ({
	id,
	from: "PREPARATION" as const,
	to: "PILOT" as const,
	on: "2026-11-21",
	reason: "Alle Bänke stehen.",
	postId: mayen.postId,
});
let titles = 0;
const fresh = (given: Partial<Parameters<typeof measure>[1]> = {}) =>
	measure(world(), { ...own(), title: `Mitfahrbank Nummer ${++titles}`, ...given });
const withAgreement = () =>
	vi.mocked(agreementInForce).mockResolvedValueOnce({ title: "Vereinbarung", href: "/vereinbarungen/X" });

describe("starting", () => {
	it("begins as an idea with its first transition, and is public when wanted", async () => {
		const { id, code } = await fresh();
		const page = await measurePage(world(guest), code.toLowerCase());
		expect(page).toMatchObject({ stage: "IDEA", isPublic: true, steps: [{ stage: "IDEA", on: "2026-11-21" }] });
		expect(page.responsible?.phone).toBe("02651 88-100");
		expect(await typesOf(id)).toEqual(["measures.measure.started", "measures.measure.responsible-set"]);
	});

	it("grows out of something: the trace says so", async () => {
		const source = await fresh();
		const { id } = await fresh({ from: { kind: "measure", id: source.id } });
		expect(await db.traceLink.findFirst({ where: { toId: id } })).toMatchObject({
			fromKind: "measure",
			fromId: source.id,
			relation: "became",
			toKind: "measure",
		});
	});

	it("is refused from what is not there, and leaves no trace", async () => {
		const before = await db.measure.count();
		const ghost = { kind: "measure", id: "0195d000-0000-7000-8000-000000000000" };
		await expect(fresh({ from: ghost })).rejects.toThrow(NotFound);
		await expect(fresh({ responsiblePostId: stranger.kind === "person" ? stranger.personId : "" })).rejects.toThrow(
			"post-unknown",
		);
		expect(await db.measure.count()).toBe(before);
	});

	it("is not for strangers or guests", async () => {
		await expect(measure(world(stranger), own())).rejects.toThrow(Forbidden);
		await expect(measure(world(guest), own())).rejects.toThrow(SignInNeeded);
	});

	it("makes one measure when a form is sent twice at once", async () => {
		const given = { ...own(), title: "Zweimal abgeschickt" };
		const both = await Promise.allSettled([measure(world(), given), measure(world(), given)]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await db.measure.count({ where: { title: given.title } })).toBe(1);
	});

	it("hides what is not published from everybody but the staff", async () => {
		const { id, code } = await fresh({ published: false });
		await expect(measurePage(world(stranger), code)).rejects.toThrow(NotFound);
		expect((await measurePage(world(), code)).isPublic).toBe(false);
		expect((await manifest.subjects?.measure?.resolve(world(guest), [id]))?.size).toBe(0);
		must(await publishMeasure(world(), { id }));
		expect((await measurePage(world(guest), code)).isPublic).toBe(true);
		expect(codesOf(await publishMeasure(world(), { id }))).toEqual(["already-published"]);
	});
});

describe("when its operation was handed over", () => {
	const handedOver = (id: string, day: string) =>
		vi.mocked(operationHandedOver).mockImplementation(async (_, measure) => (measure.id === id ? new Date(day) : null));
	const stageOf = async (id: string) => (await measureById({ db, now }, id)).stage;

	it("goes over to regular operation on that day, once; before, and without a payer, it waits", async () => {
		const piloted = async (given: Parameters<typeof fresh>[0] = {}) => {
			const { id } = await fresh({ prepared: true, ...given });
			withAgreement();
			must(await changeStage(world(), toPilot(id)));
			return id;
		};
		const [id, unpaid] = [await piloted(), await piloted({ payer: "" })];
		handedOver(id, "2026-11-25");
		expect(await followHandovers(world(house))).toBe(0);
		expect(await followHandovers(world(house, later(4)))).toBe(1);
		expect(await stageOf(id)).toBe("REGULAR");
		expect(await followHandovers(world(house, later(5)))).toBe(0);
		handedOver(unpaid, "2026-11-25");
		expect(await followHandovers(world(house, later(4)))).toBe(0);
		expect(await stageOf(unpaid)).toBe("PILOT");
		vi.mocked(operationHandedOver).mockResolvedValue(null);
	});
});

describe("editing", () => {
	const change = async (id: string, revision: number) => ({
		id,
		revision,
		title: "Ein anderer Titel",
		summary: "Kurz gesagt.",
		description: richTextFromMarkdown(""),
		kind: "NETWORK" as const,
		fields: ["mobility" as const],
		targetGroups: [],
		pilotFirstDay: "",
		pilotLastDay: "",
		fundingLastDay: "2027-12-31",
		runningCostCents: null,
		payer: "",
		origins: [],
		criteria: [],
	});

	it("changes everything at once and keeps the last day people name", async () => {
		const { id, code } = await fresh();
		must(await editMeasure(world(), await change(id, 1)));
		expect(await measurePage(world(guest), code)).toMatchObject({
			title: "Ein anderer Titel",
			criteria: [],
			money: { fundedUntil: "2027-12-31", runningCostCents: null },
		});
		expect((await measureById(world(), id)).fundedUntil?.toISOString().slice(0, 10)).toBe("2028-01-01");
	});

	it("lets only one of two who read the same revision win", async () => {
		const { id } = await fresh();
		const both = await Promise.all(
			[change(id, 1), change(id, 1)].map(async (input) => editMeasure(world(), await input)),
		);
		expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(codesOf(both.find(({ done }) => !done) ?? { done: true })).toEqual(["changed-meanwhile"]);
		expect((await typesOf(id)).filter((type) => type === "measures.measure.changed")).toHaveLength(1);
	});

	it("refuses half of a pair and impossible days, and is not for strangers", async () => {
		const { id } = await fresh();
		const input = await change(id, 1);
		const tried = async (more: object) => codesOf(await editMeasure(world(), { ...input, ...more }));
		expect(await tried({ origins: [{ text: "Beschluss", source: "" }] })).toEqual(["origin-source-missing"]);
		expect(await tried({ criteria: [{ text: "Zu wenig", checkOn: "" }] })).toEqual(["criterion-day-missing"]);
		expect(await tried({ pilotFirstDay: "2026-02-30" })).toEqual(["day-unknown"]);
		expect(await tried({ pilotFirstDay: "2026-12-02", pilotLastDay: "2026-12-01" })).toEqual([
			"pilot-days-in-wrong-order",
		]);
		await expect(editMeasure(world(stranger), input)).rejects.toThrow(Forbidden);
		expect((await measureById(world(), id)).revision).toBe(1);
	});

	it("sets the responsible post", async () => {
		const { id } = await fresh({ responsiblePostId: null });
		const input = { id, responsiblePostId: mayen.postId, deputyPostId: mayen.deputyPostId };
		expect(codesOf(await setResponsible(world(), { ...input, deputyPostId: mayen.postId }))).toEqual([
			"deputy-is-responsible",
		]);
		await expect(setResponsible(world(stranger), input)).rejects.toThrow(Forbidden);
		must(await setResponsible(world(), input));
		must(await setResponsible(world(), { ...input, responsiblePostId: mayen.deputyPostId, deputyPostId: null }));
		const linked = await db.traceLink.findMany({ where: { toId: id, relation: "responsible-for" } });
		expect(linked.map(({ fromId }) => fromId)).toEqual([mayen.deputyPostId]);
		const set = "measures.measure.responsible-set";
		expect(await typesOf(id)).toEqual(["measures.measure.started", set, set]);
	});
});

describe("the pilot's gate", () => {
	it("names everything that is missing, and nothing moves", async () => {
		const { id, code } = await fresh({ responsiblePostId: null, pilot: null, criteria: [] });
		await step(world(), { id, from: "IDEA", to: "PREPARATION", postId: mayen.postId });
		const before = await typesOf(id);
		const outcome = await changeStage(world(), toPilot(id));
		const missing = [
			"pilot-post-missing",
			"pilot-start-missing",
			"pilot-end-missing",
			"pilot-criteria-missing",
			"pilot-agreement-missing",
		];
		expect(codesOf(outcome)).toEqual(missing);
		expect((await measurePage(world(guest), code)).gate?.missing).toEqual(missing);
		expect((await measureById(world(), id)).stage).toBe("PREPARATION");
		expect(await typesOf(id)).toEqual(before);
	});

	it("opens with an agreement in force", async () => {
		const { id } = await fresh({ prepared: true });
		withAgreement();
		must(await changeStage(world(), toPilot(id)));
		expect(vi.mocked(agreementInForce)).toHaveBeenLastCalledWith(expect.anything(), { kind: "measure", id });
		expect(await measureById(world(), id)).toMatchObject({ stage: "PILOT", moves: 3 });
		expect((await events(id)).at(-1)).toMatchObject({
			type: "measures.measure.moved",
			facts: { from: "PREPARATION", to: "PILOT", on: "2026-11-21" },
		});
	});

	it("opens with the exception of a named person, for a time", async () => {
		const { id, code } = await fresh({ prepared: true });
		const input = { id, reason: "Die Unterschrift fehlt nur noch.", lastDay: "2026-12-31" };
		await expect(grantException(world(), input)).rejects.toThrow(Forbidden);
		await expect(grantException(world(stranger), input)).rejects.toThrow(Forbidden);
		const tried = async (more: object) => codesOf(await grantException(world(signatory), { ...input, ...more }));
		expect(await tried({ reason: " " })).toEqual(["reason-missing"]);
		expect(await tried({ lastDay: "2026-11-20" })).toEqual(["exception-day-over"]);
		expect(await tried({ lastDay: "2027-03-01" })).toEqual(["exception-too-long"]);
		const both = await Promise.all([1, 2].map(() => grantException(world(signatory), input)));
		expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
		const shown = { name: "Britta", until: "2026-12-31", reason: "Die Unterschrift fehlt nur noch." };
		expect((await measurePage(world(guest), code)).exceptions).toMatchObject([{ ...shown, counts: true, over: false }]);
		// It lapses by itself on its date: the gate is closed again, and everybody still reads who opened it.
		const after = await measurePage(world(guest, later(41)), code);
		expect(after.exceptions).toMatchObject([{ ...shown, counts: false, over: true }]);
		expect(after.gate?.missing).toEqual(["pilot-agreement-missing"]);
		const late = { ...toPilot(id), on: "2027-01-01" };
		// Nor by a start that is dated back to a day on which it counted.
		for (const tried of [late, toPilot(id)]) {
			expect(codesOf(await changeStage(world(staff, later(41)), tried))).toEqual(["pilot-agreement-missing"]);
		}
		must(await changeStage(world(), toPilot(id)));
		// The pilot runs by the exception: the page says so, also when it is over, until an agreement is in force.
		expect(await measurePage(world(guest, later(41)), code)).toMatchObject({
			gate: null,
			uncovered: true,
			exceptions: [{ ...shown, over: true }],
		});
		withAgreement();
		expect(await measurePage(world(guest), code)).toMatchObject({ uncovered: false, exceptions: [shown] });
	});

	it("lets two who start the pilot at the same moment start it once", async () => {
		const { id } = await fresh({ prepared: true });
		vi.mocked(agreementInForce).mockResolvedValue({ title: "Vereinbarung", href: "/x" });
		const both = await Promise.all([changeStage(world(), toPilot(id)), changeStage(world(), toPilot(id))]);
		vi.mocked(agreementInForce).mockResolvedValue(null);
		expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(codesOf(both.find(({ done }) => !done) ?? { done: true })).toEqual(["moved-meanwhile"]);
		expect(await db.measureTransition.count({ where: { measureId: id } })).toBe(3);
	});
});

describe("stages", () => {
	it("has no side entrance: not in the act, not in the database", async () => {
		const { id } = await fresh();
		const tried = { ...toPilot(id), from: "IDEA" as const };
		expect(codesOf(await changeStage(world(), tried))).toEqual(["step-unknown"]);
		expect(codesOf(await changeStage(world(), { ...tried, to: "ENDED" }))).toEqual(["step-unknown"]);
		await expect(db.measure.update({ where: { id }, data: { stage: "PILOT" } })).rejects.toThrow();
		await expect(
			db.measureTransition.create({
				data: {
					measureId: id,
					position: 2,
					fromStage: "IDEA",
					toStage: "PILOT",
					onDay: now,
					reason: "So.",
					recordedAt: now,
				},
			}),
		).rejects.toThrow();
		await expect(changeStage(world(stranger), tried)).rejects.toThrow(Forbidden);
	});

	it("refuses steps without reason, of the future, before the last step, by a foreign post", async () => {
		const { id } = await fresh();
		const input = { ...toPilot(id), from: "IDEA" as const, to: "PREPARATION" as const };
		const tried = async (more: object) => codesOf(await changeStage(world(), { ...input, ...more }));
		expect(await tried({ reason: " " })).toEqual(["reason-missing"]);
		expect(await tried({ on: "2026-11-22" })).toEqual(["day-in-future"]);
		expect(await tried({ on: "2026-11-20" })).toEqual(["day-before-last-step"]);
		expect(await tried({ postId: id })).toEqual(["post-unknown"]);
		expect(await db.measureTransition.count({ where: { measureId: id } })).toBe(1);
	});

	it("goes into regular operation when it is clear who pays", async () => {
		const { id } = await fresh({ prepared: true, runningCostCents: null, payer: "" });
		withAgreement();
		must(await changeStage(world(), toPilot(id)));
		const input = { ...toPilot(id), from: "PILOT" as const, to: "REGULAR" as const };
		expect(codesOf(await changeStage(world(), input))).toEqual(["operation-cost-missing", "operation-payer-missing"]);
		await db.measure.update({ where: { id }, data: { runningCostCents: 0n, payer: "Ehrenamt" } });
		must(await changeStage(world(), input));
	});

	it("ends in order from any stage, with reasons and what remains", async () => {
		const { id, code } = await fresh();
		const ending = {
			id,
			from: "IDEA" as const,
			on: "2026-11-21",
			reasons: ["partner-left" as const],
			explanation: "Der Verein löst sich auf.",
			parts: [{ name: "Bänke", fate: "hand-over" as const, recipient: "Ortsgemeinden" }],
			postId: mayen.postId,
		};
		expect(codesOf(await endMeasure(world(), { ...ending, parts: [], reasons: [] }))).toEqual([
			"exit-reason-missing",
			"exit-remainder-missing",
		]);
		expect(codesOf(await endMeasure(world(), { ...ending, on: "2026-11-22" }))).toEqual(["day-in-future"]);
		expect(await db.measureEnding.count({ where: { measureId: id } })).toBe(0);
		await expect(endMeasure(world(stranger), ending)).rejects.toThrow(Forbidden);
		const both = await Promise.all([endMeasure(world(), ending), endMeasure(world(), ending)]);
		expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
		expect(await measurePage(world(guest), code)).toMatchObject({
			stage: "ENDED",
			gate: null,
			ending: { reasons: ["partner-left"], parts: [{ name: "Bänke", recipient: "Ortsgemeinden" }] },
		});
		expect(codesOf(await report(world(), { id, progress: "x", openProblems: "y", nextSteps: "" }))).toEqual([
			"measure-ended",
		]);
	});
});

describe("reports", () => {
	it("want an open problem, and the next one is due after three months, reminded of once", async () => {
		const { id, code } = await fresh({ prepared: true });
		withAgreement();
		must(await changeStage(world(), toPilot(id)));
		const input = { id, progress: "Zehn Bänke stehen.", openProblems: "", nextSteps: "" };
		expect(codesOf(await report(world(), input))).toEqual(["problem-missing"]);
		await expect(report(world(stranger), { ...input, openProblems: "x" })).rejects.toThrow(Forbidden);
		must(await report(world(staff, later(10)), { ...input, openProblems: "Abends fährt kaum jemand." }));
		const page = await measurePage(world(guest, later(103)), code);
		expect(page).toMatchObject({
			overdueSince: "2027-03-01",
			updates: [{ openProblems: "Abends fährt kaum jemand." }],
		});
		expect(await remindReports(world(house, later(99)))).toBe(
			await db.measure.count({ where: { remindedFor: { not: null } } }),
		);
		expect((await measureById(world(), id)).remindedFor).toBeNull();
		await Promise.all([remindReports(world(house, later(100))), remindReports(world(house, later(100)))]);
		expect(await remindReports(world(house, later(200)))).toBe(0);
		expect((await typesOf(id)).filter((type) => type === "measures.measure.report-due")).toHaveLength(1);
		await expect(remindReports(world(staff, later(400)))).resolves.toBe(0);
	});
});

describe("what the house knows of measures", () => {
	it("tells the holder of the responsible post", async () => {
		const holder = await human(db, now, "Hanna");
		await db.postHolding.create({
			data: { postId: mayen.deputyPostId, singleSeat: true, personId: holder, validFrom: new Date("2026-01-01") },
		});
		const { id } = await fresh({ responsiblePostId: mayen.deputyPostId });
		const event: RecordedEvent = {
			id: "1",
			type: "measures.measure.responsible-set",
			subject: { kind: "measure", id },
			facts: {},
			ownerId: mayen.organisationId,
			at: now,
			actorPersonId: null,
		};
		const tell = manifest.notices?.[event.type];
		const notices = (await tell?.(db, event)) ?? [];
		expect(notices).toHaveLength(1);
		expect(notices[0]).toMatchObject({ to: { personId: holder }, kind: "service" });
		expect(notices[0]?.paragraphs[0]).toContain("Ordnungsamt");
		expect(await tell?.(db, { ...event, actorPersonId: holder })).toEqual([]);
	});

	it("says what waits: pilots that cannot begin", async () => {
		const rhein = await place(db, now, { slug: "rhein", name: "Rhein" });
		const worker = personWith(["staff"], rhein.organisationId, { personId: await human(db, now, "Rita") });
		await measure(world(worker), {
			organisationId: rhein.organisationId,
			responsiblePostId: rhein.postId,
			prepared: true,
		});
		expect(await manifest.waiting?.(world(worker))).toEqual([
			{ label: "Pilot kann nicht beginnen", count: 1, href: "/o/rhein/verwaltung/massnahmen", urgent: true },
		]);
		expect(await manifest.waiting?.(world(guest))).toEqual([]);
	});

	it("forgets who reported and who granted, keeps what was said", async () => {
		const { id, code } = await fresh();
		must(await grantException(world(signatory), { id, reason: "Weil.", lastDay: "2026-12-01" }));
		const data = await manifest.personalData?.export(db, signatory.personId);
		expect(data?.pilotExceptions).toContainEqual(expect.objectContaining({ reason: "Weil." }));
		await manifest.personalData?.erase(world(house), signatory.personId);
		expect((await measurePage(world(guest), code)).exceptions).toMatchObject([{ name: null, reason: "Weil." }]);
	});

	it("lists and finds the nine measures of the study", async () => {
		await studyCatalogue(world(house), { organisationId: mayen.organisationId });
		const all = await listCatalogue(world(guest), { field: null, words: "" });
		expect(all).toHaveLength(9);
		const found = await listCatalogue(world(guest), { field: "water", words: "sensoren" });
		expect(found.map(({ slug }) => slug)).toEqual(["sensorik-in-gewaessern"]);
		const entry = await db.catalogueEntry.findFirstOrThrow({ where: { slug: "maches-digital" } });
		const text = await manifest.subjects?.["catalogue-entry"]?.searchText?.(db, entry.id);
		expect(text).toMatchObject({ isPublic: true, title: "maches-digital.de" });
		const { slug, title, municipality, summary, kind } = entry;
		const input = {
			...{ slug, title, municipality, summary, kind, fields: [], link: null, stageInSource: null, contact: null },
			source: { title: "Studie", section: "1", page: null },
			organisationId: mayen.organisationId,
		};
		expect(codesOf(await addCatalogueEntry(world(), input))).toEqual(["slug-taken"]);
		await expect(addCatalogueEntry(world(stranger), input)).rejects.toThrow(Forbidden);
	});

	it("filters the public list by stage, place, field and words", async () => {
		await fresh({ title: "Trinkbrunnen am Markt", fields: ["water"] });
		const filter = { place: "mayen", stage: "IDEA" as const, field: "water" as const, words: "BRUNNEN", page: 1 };
		expect((await listMeasures(world(guest), filter)).measures).toMatchObject([{ title: "Trinkbrunnen am Markt" }]);
		for (const other of [
			{ place: "koblenz" },
			{ stage: "PILOT" as const },
			{ field: "work" as const },
			{ words: "%" },
		]) {
			expect((await listMeasures(world(guest), { ...filter, ...other })).total).toBe(0);
		}
	});

	it("refuses a start that would be public without a place", async () => {
		const closed = await place(db, now, { slug: "zu", name: "Noch zu", open: false });
		const worker = personWith(["staff"], closed.organisationId, { personId: await human(db, now, "Zita") });
		const outcome = measure(world(worker), { organisationId: closed.organisationId });
		await expect(outcome).rejects.toThrow("no-space");
	});
});
