import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { concludedAgreement, type Partners, scannedPaper, steppedUp } from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { agreementHouse, codesOf } from "~tests/support/agreement-house";
import { partOf } from "~tests/support/zip";
import { yearlyAmounts } from "../../costs/queries/cash-view.server";
import { manifest } from "../../manifest.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { findAgreement } from "../../queries/find-agreement.server";
import { checkTrail } from "../../sealing/checking/pruefen.mjs";
import { sealVersion } from "../../sealing/commands/seal.server";
import { endingPage } from "../queries/ending.server";
import { handedOver, handoverPage } from "../queries/handover.server";
import { inForce } from "../queries/in-force.server";
import { obligationsPage } from "../queries/obligations.server";
import { recordArchive, recordPage } from "../queries/record.server";
import { addRemainder, declareNotice, receiveNotice, settleRemainder } from "./end-agreement.server";
import { confirmHandover, prepareHandover } from "./handover.server";
import { addObligation, assignObligation, deriveObligations, meetObligation } from "./obligations.server";
import { answerOfArchive, editRecord, endHold, holdLegally, offerToArchive, removeAgreement } from "./record.server";
import { remind } from "./remind.server";

const now = new Date("2026-11-21T10:00:00Z");
const on = (day: string) => new Date(`${day}T10:00:00Z`);
let db: PrismaClient;
let scene: Partners;
const world = (actor: Actor = scene.clerk.actor, at = now): World => ({ db, actor, now: at, locale: "de" });

beforeAll(async () => {
	({ db, scene } = await agreementHouse(now, { seal: true }));
});

let turn = 0;
/** One step-up makes one signature, so each agreement has an hour of its own. Pilot 2026-12-20 or -21 to two years later. */
const conclude = (given = {}) => concludedAgreement(db, scene, new Date(now.getTime() - 3_600_000 * ++turn), given);
/** Years that the payments of an organisation know of an agreement. */
const yearsOf = async (id: string, organisationId: string) => {
	const amounts = await yearlyAmounts(world(house), organisationId, "mayen");
	return amounts.flatMap(({ agreement, year }) => (agreement.id === id ? [year] : []));
};
const waiting = async (actor: Actor, at: Date) =>
	((await manifest.waiting?.(world(actor, at))) ?? []).map(({ label, count }) => [label, count]);
const told = async (id: string, type: string) => {
	const rows = await db.auditEvent.findMany({ where: { subjectId: id, type }, orderBy: { position: "asc" } });
	return rows.map(({ facts, ...row }) => ({
		...row,
		facts: facts as RecordedEvent["facts"],
		subject: { kind: "agreement", id },
		actorPersonId: null,
	}));
};

test("what was signed becomes dated tasks once; they are met with evidence and then stay (96)", async () => {
	const { id, code } = await conclude();
	expect(await deriveObligations(world(house))).toBe(1);
	expect(await deriveObligations(world(house))).toBe(0);
	const page = await obligationsPage(world(), code);
	expect(page.later.map(({ title, party }) => [title, party])).toEqual([
		["Erste Auswertung", "Stadt Mayen"],
		["Verwendungsnachweis", "Stadt Mayen"],
	]);
	await expect(obligationsPage(world(guest), code)).rejects.toBeInstanceOf(NotFound);

	const given = {
		code,
		organisationId: scene.company,
		postId: scene.director.postId,
		kind: "report" as const,
		title: "Betriebsbericht",
		recipient: "Stadt Mayen",
		rhythm: "half-yearly" as const,
		firstOn: "2026-12-01",
		until: "2027-12-31",
	};
	await expect(addObligation(world(scene.otherClerk.actor), given)).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await addObligation(world(), { ...given, title: " " }))).toBe("title-missing");
	expect(codesOf(await addObligation(world(), { ...given, firstOn: "2026-02-30" }))).toBe("date-invalid");
	expect(codesOf(await addObligation(world(), { ...given, until: "2026-11-30" }))).toBe("period-empty");
	expect(codesOf(await addObligation(world(), { ...given, postId: scene.chair.postId }))).toBe("post-elsewhere");
	must(await addObligation(world(), given));
	const dates = await db.agreementObligationDate.findMany({
		where: { obligation: { agreementId: id, title: given.title } },
		orderBy: { dueOn: "asc" },
	});
	expect(dates.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual([
		"2026-12-01",
		"2027-06-01",
		"2027-12-01",
	]);

	// Who holds the post finds it under "Heute zu tun", nobody else does.
	expect(await waiting(scene.director.actor, now)).toEqual([["Pflichten aus Vereinbarungen", 1]]);
	expect(await waiting(scene.director.actor, on("2026-12-02"))).toEqual([
		["Überfällige Pflichten aus Vereinbarungen", 1],
	]);
	expect(await waiting(scene.chair.actor, on("2026-12-02"))).toEqual([]);

	const [first] = dates;
	if (!first) throw new Error("no date");
	const meet = (actor: Actor, evidence: string, stored: Awaited<ReturnType<typeof scannedPaper>> | null = null) =>
		meetObligation(world(actor, on("2026-12-02")), { code, dateId: first.id, evidence, stored });
	await expect(meet(scene.chair.actor, "fertig")).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await meet(scene.director.actor, " "))).toBe("evidence-missing");
	const both = await Promise.all([
		meet(scene.director.actor, "", await scannedPaper()),
		meet(scene.director.actor, "gemailt"),
	]);
	expect(both.map(codesOf).sort()).toEqual(["done", "done-already"]);
	const after = await obligationsPage(world(scene.chair.actor, on("2026-12-02")), code);
	expect(after.done.map(({ title, doneOn }) => [title, doneOn])).toEqual([["Betriebsbericht", "2026-12-02"]]);
	await expect(
		db.agreementObligationDate.update({ where: { id: first.id }, data: { evidence: "anders" } }),
	).rejects.toThrow(/settled/);
	await db.agreementObligationDate.update({ where: { id: first.id }, data: { doneById: null } });
	expect(await waiting(scene.director.actor, on("2026-12-02"))).toEqual([]);

	const derived = await db.agreementObligation.findFirstOrThrow({ where: { agreementId: id, origin: "proof-of-use" } });
	const assign = (postId: string) => assignObligation(world(), { code, obligationId: derived.id, postId });
	expect(codesOf(await assign(scene.director.postId))).toBe("post-elsewhere");
	expect(codesOf(await assign(scene.clerk.postId))).toBe("done");
});

test("six, three and one month before the pilot ends both sides are told, in letters that are collected (95)", async () => {
	const { id, code } = await conclude();
	const { pilotEnd } = await db.agreement.findUniqueOrThrow({ where: { id } });
	const end = pilotEnd?.toISOString().slice(0, 10) ?? "";
	const nears = async () =>
		(await told(id, "agreements.calendar.nears")).map(({ facts }) => [facts.what, facts.months]);
	for (const [day, expected] of [
		["2028-06-01", 0],
		["2028-06-25", 1],
		["2028-06-26", 1],
		["2028-09-25", 2],
		["2028-12-01", 3],
		["2028-12-25", 4],
		["2029-01-25", 4],
	] as const) {
		await remind(world(house, on(day)));
		expect(
			(await nears()).filter(([what]) => what === "takeover"),
			day,
		).toHaveLength(expected);
	}
	expect((await nears()).filter(([what]) => what === "takeover").map(([, months]) => months)).toEqual([6, 3, 1, 0]);
	const [event] = await told(id, "agreements.calendar.nears");
	if (!event) throw new Error("nothing was told");
	const notices = (await manifest.notices?.["agreements.calendar.nears"]?.(db, event)) ?? [];
	// The signatories of all four parties.
	expect(notices).toHaveLength(4);
	expect(notices.every(({ kind, topic }) => kind === "digest" && topic === "news")).toBe(true);
	expect(notices[0]?.subject).toContain("Der Pilot endet");
	expect((await handoverPage(world(scene.director.actor, on("2028-12-25")), code)).overdue).toBe(end < "2028-12-25");
});

test("operation is handed over by a list that the taker confirms, once, a second person, on the day", async () => {
	const about = { kind: "measure", id: crypto.randomUUID() };
	const { id, code } = await conclude({ purpose: about });
	const at = on("2028-12-22");
	const prepare = (given: Partial<Parameters<typeof prepareHandover>[1]>, actor: Actor = scene.clerk.actor) =>
		prepareHandover(world(actor, at), {
			code,
			takerId: scene.company,
			day: "2028-12-22",
			items: ["Anlage", " ", "Zugänge"],
			...given,
		});
	const confirm = (actor: Actor, when = at) => confirmHandover(world(actor, when), { code, note: "Ein Sensor fehlt." });
	expect(codesOf(await confirm(scene.director.actor))).toBe("handover-missing");
	expect(codesOf(await prepare({ takerId: scene.town }))).toBe("taker-unknown");
	expect(codesOf(await prepare({ items: [" "] }))).toBe("items-missing");
	expect(codesOf(await prepare({ day: "2028-13-01" }))).toBe("date-invalid");
	await expect(prepare({}, scene.director.actor)).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await prepare({ day: "2028-12-23" }))).toBe("done");
	expect(codesOf(await confirm(scene.director.actor))).toBe("too-early");
	expect(codesOf(await prepare({}))).toBe("done");
	await expect(confirm(scene.chair.actor)).rejects.toBeInstanceOf(Forbidden);
	expect(await handedOver(world(house), about)).toBeNull();
	expect(
		(await Promise.all([confirm(scene.director.actor), confirm(scene.director.actor)])).map(codesOf).sort(),
	).toEqual(["confirmed-already", "done"]);
	expect(codesOf(await prepare({}))).toBe("confirmed-already");
	expect((await handoverPage(world(scene.chair.actor, at), code)).handover).toMatchObject({
		items: ["Anlage", "Zugänge"],
		confirmedOn: "2028-12-22",
		note: "Ein Sensor fehlt.",
	});
	expect(await handedOver(world(house), about)).toMatchObject({ agreementId: id });
	await expect(
		db.agreementHandover.update({ where: { agreementId: id }, data: { items: ["nichts"] } }),
	).rejects.toThrow(/settled/);
	await expect(db.agreementHandover.delete({ where: { agreementId: id } })).rejects.toThrow(/settled/);
	await remind(world(house, on("2028-12-26")));
	expect((await told(id, "agreements.calendar.nears")).filter(({ facts }) => facts.what === "takeover")).toEqual([]);
});

test("notice before the end of what was promised is refused, or a breach with its consequence (94); it counts when it arrived", async () => {
	const about = { kind: "measure", id: crypto.randomUUID() };
	const { id, code } = await conclude({ purpose: about });
	const at = on("2029-02-01");
	const { boundUntil } = await endingPage(world(scene.director.actor, at), code);
	expect(boundUntil).toMatch(/^2032-12-/);
	const given = {
		code,
		organisationId: scene.company,
		kind: "termination" as const,
		declaredOn: "2029-02-01",
		lastDay: "2030-12-31",
		reason: "Der Betrieb trägt sich nicht.",
		asBreach: false,
		consequence: "",
		stored: null,
	};
	const fresh = steppedUp(world(scene.director.actor, at), scene.director.actor);
	await expect(declareNotice(world(scene.director.actor, at), given)).rejects.toBeInstanceOf(SignInNeeded);
	await expect(declareNotice(fresh, { ...given, organisationId: scene.town })).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await declareNotice(fresh, given))).toBe("notice-binding");
	expect(codesOf(await declareNotice(fresh, { ...given, asBreach: true }))).toBe("notice-consequence");
	expect(codesOf(await declareNotice(fresh, { ...given, reason: "" }))).toBe("reason-missing");
	expect(await db.agreementNotice.count({ where: { agreementId: id } })).toBe(0);
	// Who had to sign by hand gives notice by hand.
	const mayor = steppedUp(world(scene.mayor.actor, at), scene.mayor.actor);
	expect(codesOf(await declareNotice(mayor, { ...given, organisationId: scene.lead, lastDay: "2035-12-31" }))).toBe(
		"letter-missing",
	);
	const breach = { ...given, asBreach: true, consequence: "Fördermittel sind zurückzuzahlen." };
	expect(must(await declareNotice(fresh, breach)).breach).toBe(true);
	expect(codesOf(await declareNotice(fresh, breach))).toBe("notice-there");
	const { notices } = await endingPage(world(scene.chair.actor, at), code);
	expect(notices).toMatchObject([
		{ breach: true, consequence: breach.consequence, receivedOn: null, lastDay: "2030-12-31" },
	]);

	// Not arrived: it does not count, whatever day it is.
	const after = on("2031-01-02");
	expect((await findAgreement(world(scene.clerk.actor, after), code)).stateNow).toBe("in-force");
	const noticeId = notices[0]?.id ?? "";
	expect(
		codesOf(await receiveNotice(world(scene.director.actor, at), { code, noticeId, organisationId: scene.company })),
	).toBe("own-notice");
	await expect(
		receiveNotice(world(scene.director.actor, at), { code, noticeId, organisationId: scene.lead }),
	).rejects.toBeInstanceOf(Forbidden);
	// Who works for two parties does not confirm what they declared themselves.
	const grants = [...scene.director.actor.grants, ...scene.mayor.actor.grants];
	const ofBoth = { ...scene.director.actor, grants };
	expect(codesOf(await receiveNotice(world(ofBoth, at), { code, noticeId, organisationId: scene.lead }))).toBe(
		"own-declaration",
	);
	expect(await yearsOf(id, scene.town)).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
	expect(
		codesOf(await receiveNotice(world(scene.mayor.actor, at), { code, noticeId, organisationId: scene.lead })),
	).toBe("done");
	for (const party of [scene.town, scene.lead])
		expect(await yearsOf(id, party)).toEqual([2026, 2027, 2028, 2029, 2030]);
	expect(
		codesOf(await receiveNotice(world(scene.chair.actor, at), { code, noticeId, organisationId: scene.association })),
	).toBe("received-already");
	expect((await findAgreement(world(scene.clerk.actor, on("2030-12-31")), code)).stateNow).toBe("in-force");
	expect((await findAgreement(world(scene.clerk.actor, after), code)).stateNow).toBe("terminated");
	expect((await inForce(world(house, on("2030-12-31")), about))?.agreementId).toBe(id);
	expect(await inForce(world(house, after), about)).toBeNull();
	await expect(
		db.agreementNotice.update({ where: { id: noticeId }, data: { effectiveOn: on("2040-01-01") } }),
	).rejects.toThrow(/settled/);

	const remainder = {
		code,
		kind: "data" as const,
		what: "Messwerte",
		destination: "Kreisarchiv",
		organisationId: scene.company,
	};
	expect(codesOf(await addRemainder(world(), { ...remainder, destination: "" }))).toBe("what-missing");
	const { id: remainderId } = must(await addRemainder(world(), remainder));
	await expect(settleRemainder(world(scene.chair.actor), { code, remainderId })).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await settleRemainder(world(scene.director.actor), { code, remainderId }))).toBe("done");
	expect(codesOf(await settleRemainder(world(scene.director.actor), { code, remainderId }))).toBe("done-already");
});

test("an exit takes effect at the end of a year, and the agreement of the others goes on", async () => {
	const { id: agreementId, code } = await conclude();
	const at = on("2029-02-01");
	const mayor = steppedUp(world(scene.otherMayor.actor, at), scene.otherMayor.actor);
	const given = {
		code,
		organisationId: scene.town,
		kind: "exit" as const,
		declaredOn: "2029-02-01",
		lastDay: "2030-06-30",
		reason: "Die Stadt baut eine eigene Anlage.",
		asBreach: true,
		consequence: "Die Stadt zahlt die Fördermittel anteilig zurück.",
		stored: await scannedPaper(),
	};
	expect(codesOf(await declareNotice(mayor, given))).toBe("notice-year-end");
	const { id } = must(await declareNotice(mayor, { ...given, lastDay: "2029-12-31" }));
	expect(await yearsOf(agreementId, scene.town)).toContain(2031);
	expect(
		codesOf(await receiveNotice(world(scene.mayor.actor, at), { code, noticeId: id, organisationId: scene.lead })),
	).toBe("done");
	expect((await findAgreement(world(scene.clerk.actor, on("2030-02-01")), code)).stateNow).toBe("in-force");
	// who has left pays no more; what the others signed stays until they sign an amendment
	expect(await yearsOf(agreementId, scene.town)).toEqual([2026, 2027, 2028, 2029]);
	expect(await yearsOf(agreementId, scene.lead)).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
});

test("who leaves is bound by the months all have agreed and by its own promise, not by that of another party", async () => {
	const { code } = await conclude();
	const at = on("2029-02-01");
	const mayor = steppedUp(world(scene.otherMayor.actor, at), scene.otherMayor.actor);
	const director = steppedUp(world(scene.director.actor, at), scene.director.actor);
	const leave = async (by: World, organisationId: string, lastDay: string) =>
		declareNotice(by, {
			code,
			organisationId,
			kind: "exit",
			declaredOn: "2029-02-01",
			lastDay,
			reason: "Die Stadt baut eine eigene Anlage.",
			asBreach: false,
			consequence: "",
			stored: await scannedPaper(),
		});
	// 36 months after the pilot; the company has promised operation for a year longer.
	expect(codesOf(await leave(mayor, scene.town, "2030-12-31"))).toBe("notice-binding");
	expect(codesOf(await leave(director, scene.company, "2031-12-31"))).toBe("notice-binding");
	expect(must(await leave(mayor, scene.town, "2031-12-31")).breach).toBe(false);
});

test("the record leaves as one archive: PDFs, data, trail, checksums that fit, an index; for the parties alone", async () => {
	const { code, versionId } = await conclude();
	await sealVersion(world(house), versionId);
	must(await editRecord(world(), { code, fileNumber: "1/020-15 Größe", boundUntil: "2031-12-31", keepUntil: "" }));
	await expect(recordArchive(world(guest), code)).rejects.toBeInstanceOf(NotFound);
	const { name, bytes } = await recordArchive(world(scene.chair.actor), code);
	expect(name).toBe("1-020-15-Groesse.zip");
	const sums = partOf(bytes, "SHA256SUMS")
		.trim()
		.split("\n")
		.map((line) => line.split("  "));
	expect(sums.map(([, file]) => file?.replace(/_\d{4}-\d{2}-\d{2}_/, "_TAG_"))).toEqual([
		"1-020-15-Groesse_TAG_Fassung-1_zur-Unterschrift.pdf",
		"1-020-15-Groesse_TAG_Fassung-1_mit-Pruefvermerk.pdf",
		"1-020-15-Groesse_TAG_Fassung-1_Unterschriftsprotokoll.pdf",
		"1-020-15-Groesse_TAG_Fassung-1_Lesefassung.pdf",
		"1-020-15-Groesse_TAG_Fassung-1_Daten.json",
		"1-020-15-Groesse_Pruefspur.json",
	]);
	const version = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	const data = sums.find(([, file]) => file?.endsWith("Daten.json"));
	expect(data?.[0]).toBe(version.sha256);
	expect(
		createHash("sha256")
			.update(partOf(bytes, data?.[1] ?? ""))
			.digest("hex"),
	).toBe(version.sha256);
	expect(checkTrail(JSON.parse(partOf(bytes, "1-020-15-Groesse_Pruefspur.json")))).toEqual([]);
	const index = partOf(bytes, "index.html");
	expect(index).toContain("1/020-15 Größe");
	for (const [, file = ""] of sums) expect(index).toContain(encodeURIComponent(file));
});

test("deletion before its time or under a legal hold is refused; then the archive is asked first (98)", async () => {
	const { id, code } = await conclude({ basics: { endsOn: new Date("2032-01-01") } });
	const remove = (day: string) => removeAgreement(world(scene.clerk.actor, on(day)), { code });
	expect(codesOf(await remove("2041-12-31"))).toBe("kept-until");
	must(await editRecord(world(), { code, fileNumber: "", boundUntil: "2038-01-01", keepUntil: "" }));
	expect(codesOf(await remove("2042-12-31"))).toBe("kept-until");
	await expect(holdLegally(world(scene.otherClerk.actor), { code, reason: "Klage" })).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await holdLegally(world(), { code, reason: " " }))).toBe("reason-missing");
	must(await holdLegally(world(), { code, reason: "Klage vor dem Verwaltungsgericht" }));
	expect(codesOf(await remove("2050-01-01"))).toBe("kept-hold");
	expect(codesOf(await offerToArchive(world(scene.clerk.actor, on("2050-01-01")), { code }))).toBe("kept-hold");
	must(await endHold(world(), { code }));
	expect(codesOf(await remove("2050-01-01"))).toBe("archive-first");
	expect(codesOf(await answerOfArchive(world(), { code, answer: "declined" }))).toBe("not-offered");
	must(await offerToArchive(world(scene.clerk.actor, on("2050-01-01")), { code }));
	expect(codesOf(await remove("2050-01-02"))).toBe("archive-first");
	await expect(db.agreementRecord.update({ where: { agreementId: id }, data: { removedAt: now } })).rejects.toThrow(
		/agreement_record_removed/,
	);
	must(await answerOfArchive(world(scene.clerk.actor, on("2050-02-01")), { code, answer: "declined" }));
	expect((await recordPage(world(scene.clerk.actor, on("2050-02-02")), code)).refusal).toBeNull();
	expect(codesOf(await remove("2050-02-02"))).toBe("done");
	await expect(findAgreement(world(scene.clerk.actor, on("2050-02-03")), code)).rejects.toBeInstanceOf(NotFound);
	// Evidence stays evidence.
	expect(await db.agreementVersion.count({ where: { agreementId: id } })).toBe(1);
});

test("no organisation, person or agreement that was signed can be deleted; names stay as at signing (97)", async () => {
	const { id, code } = await conclude();
	for (const organisation of [scene.lead, scene.association]) {
		await expect(db.organisation.delete({ where: { id: organisation } })).rejects.toThrow();
	}
	await expect(db.agreement.delete({ where: { id } })).rejects.toThrow(/only a draft/);
	await expect(db.agreementParty.deleteMany({ where: { agreementId: id } })).rejects.toThrow(/frozen/);
	await manifest.personalData?.erase(world(house), scene.chair.actor.personId);
	await db.person.update({
		where: { id: scene.chair.actor.personId },
		data: { displayName: "gelöschtes Konto", givenName: null, familyName: null },
	});
	await db.organisation.update({
		where: { id: scene.association },
		data: { name: "Lichtwege alt e. V.", validUntil: now },
	});
	const page = await agreementPage(world(scene.director.actor), code);
	expect(page.signatures?.flatMap(({ text }) => text?.name ?? [])).toContain("Kim Geisen");
	expect(page.shown.parties.map(({ name }) => name)).toContain("Lichtwege e. V.");
});
