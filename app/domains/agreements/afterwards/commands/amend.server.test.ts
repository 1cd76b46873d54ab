import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { contentOf as bytesOf } from "~/domains/files/index.server";
import { type Actor, guest, house } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import {
	between,
	completeDraft,
	concludedAgreement,
	confirmation,
	frozenVersion,
	type Partners,
	paperSignature,
	scannedPaper,
	steppedUp,
} from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { agreementHouse, codesOf, nextScene } from "~tests/support/agreement-house";
import { addAnnex, removeAnnex } from "../../annexes/commands/annexes.server";
import { annexSubject } from "../../annexes/queries/annexes.server";
import { agreeToPublication } from "../../commands/publish.server";
import type { AgreementContent } from "../../content";
import { saveCostItem } from "../../costs/commands/edit-costs.server";
import { yearlyAmounts } from "../../costs/queries/cash-view.server";
import { removeParty } from "../../drafting/commands/edit-parties.server";
import { removeLine } from "../../drafting/commands/edit-plan.server";
import { editBasics, editBlock } from "../../drafting/commands/edit-words.server";
import { asChecked, readDraft } from "../../drafting/queries/draft.server";
import { whatIsMissing } from "../../drafting/readiness";
import { confirmForms } from "../../form-rules/commands/confirm-forms.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { findAgreement } from "../../queries/find-agreement.server";
import { sealVersion } from "../../sealing/commands/seal.server";
import { checkVersion } from "../../sealing/queries/check-version.server";
import { verifyFile } from "../../sealing/queries/verify-file.server";
import { amendmentsPage, changesPage } from "../queries/amendment-page.server";
import { inForce } from "../queries/in-force.server";
import { abandonAmendment, beginAmendment } from "./amend.server";
import { copiedTables } from "./copy-draft.server";
import { declareNotice, receiveNotice } from "./end-agreement.server";

const now = new Date("2026-11-21T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let db: PrismaClient;
let ownerUrl: string;
let scene: Partners;
const on = (day: string) => new Date(`${day}T10:00:00Z`);
const world = (actor: Actor = scene.clerk.actor, at = now): World => ({ db, actor, now: at, locale: "de" });

beforeAll(async () => {
	({ db, url: ownerUrl, scene } = await agreementHouse(now, { seal: true }));
});

let turn = 0;
/** One step-up makes one signature, so each agreement has an hour of its own. */
const hour = () => new Date(now.getTime() - 3_600_000 * ++turn);
const purpose = () => ({ kind: "measure", id: crypto.randomUUID() });

const reason = "Die Kosten steigen.";
const basicsOf = async (code: string) => {
	const row = await db.agreement.findUniqueOrThrow({ where: { code } });
	const { title, nature, effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths } = row;
	return {
		revision: row.revision,
		basics: {
			title,
			nature: nature as "private-law",
			effectiveOn,
			pilotStart,
			pilotEnd,
			fundingEnd,
			endsOn,
			agreedMonths,
		},
	};
};
const setDates = async (code: string, change: Record<string, Date | number | null>, at = now) => {
	const { revision, basics } = await basicsOf(code);
	must(await editBasics(world(scene.clerk.actor, at), { code, revision, basics: { ...basics, ...change } }));
};
const missing = async (id: string, day = "2026-11-21") =>
	whatIsMissing(asChecked(await readDraft(db, id, day)), day).map(({ code }) => code);

/** Years that the payments of an organisation know, with the state in which each agreement counts. */
async function yearsOf(ids: string[], organisationId: string, at: Date) {
	const amounts = await yearlyAmounts(world(house, at), organisationId, "mayen");
	const named = amounts.filter(({ agreement }) => ids.includes(agreement.id));
	const groups = Object.entries(Object.groupBy(named, ({ agreement }) => agreement.id));
	return Object.fromEntries(groups.map(([id, of]) => [id, of?.map(({ year, agreement }) => [year, agreement.state])]));
}

async function signAll(code: string, at: Date): Promise<boolean> {
	const then = world(scene.clerk.actor, at);
	const { sha256 } = await frozenVersion(then, code);
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(then, { ...paper, organisationId: scene.lead });
	await paperSignature(then, { ...paper, organisationId: scene.town });
	await confirmation(then, scene.chair.actor, code, sha256);
	return (await confirmation(then, scene.director.actor, code, sha256)).concluded;
}

test("the draft of an amendment has everything of what is in force, with ids of its own; nobody else begins one", async () => {
	const { id, code } = await concludedAgreement(db, scene, hour(), { purpose: purpose() });
	await expect(beginAmendment(world(guest), { code, kind: "change", reason })).rejects.toThrow();
	await expect(beginAmendment(world(scene.otherClerk.actor), { code, kind: "change", reason })).rejects.toBeInstanceOf(
		Forbidden,
	);
	expect(codesOf(await beginAmendment(world(), { code, kind: "change", reason: " " }))).toBe("reason-missing");
	expect(codesOf(await beginAmendment(world(), { code, kind: "change", reason: "a\u202eb" }))).toBe("text-direction");
	expect(await db.agreementAmendment.count({ where: { amendedId: id } })).toBe(0);
	const both = await Promise.all([1, 2].map(() => beginAmendment(world(), { code, kind: "change", reason })));
	expect(both.map(codesOf).sort()).toEqual(["amendment-there", "done"]);
	const made = both.find((one) => one.done);
	if (!made?.done) throw new Error("none was begun");

	const [old, fresh] = [await readDraft(db, id, "2026-11-21"), await readDraft(db, made.value.id, "2026-11-21")];
	expect(fresh.number).toBe(`${old.number}-N1`);
	expect(fresh.effectiveOn).toBeNull();
	const shape = (draft: typeof old) => {
		const place = (party: string) => draft.parties.findIndex(({ id: one }) => one === party);
		return {
			parties: draft.parties.map(({ organisation, role, signatories }) => [organisation.id, role, signatories]),
			blocks: draft.blocks.map(({ key, text }) => [key, text]),
			duties: draft.duties.map(({ task, responsible, helpers }) => [task, place(responsible), helpers.map(place)]),
			items: draft.items.map(({ label, basis, years, sources }) => [
				label,
				basis.map(({ party, value }) => [place(party), value]),
				years,
				sources.map(({ source }) => source),
			]),
			cover: draft.cover.map(({ year, label, cents }) => [year, label, cents]),
			commitments: draft.commitments.map(({ party, from, until }) => [place(party), from, until]),
			milestones: draft.milestones.map(({ title, day }) => [title, day]),
		};
	};
	expect(shape(fresh)).toEqual(shape(old));
	const ids = (draft: typeof old) =>
		[...draft.parties, ...draft.duties, ...draft.items, ...draft.cover, ...draft.commitments].map((one) => one.id);
	expect(ids(fresh).filter((one) => ids(old).includes(one))).toEqual([]);
	// A draft is not there for strangers, and for partners not before it is presented.
	await expect(changesPage(world(guest), made.value.code)).rejects.toBeInstanceOf(NotFound);
	await expect(changesPage(world(scene.chair.actor), made.value.code)).rejects.toBeInstanceOf(NotFound);

	expect(codesOf(await abandonAmendment(world(), { code: made.value.code }))).toBe("done");
	expect(codesOf(await abandonAmendment(world(), { code: made.value.code }))).toBe("step-not-now");
	expect(await missing(made.value.id)).toContain("amendment-overtaken");
	const second = must(await beginAmendment(world(), { code, kind: "change", reason }));
	expect((await findAgreement(world(), second.code)).number).toBe(`${old.number}-N2`);
});

test("an amendment keeps the old version valid until its first day; both have seals; /pruefen names the valid one (86, 92)", async () => {
	const about = purpose();
	const { id, code, versionId } = await concludedAgreement(db, scene, hour(), { purpose: about });
	await sealVersion(world(house), versionId);
	const next = must(await beginAmendment(world(), { code, kind: "change", reason }));
	expect(await missing(next.id)).toEqual(["dates-missing"]);
	await setDates(next.code, { effectiveOn: new Date("2027-02-01") });
	expect(await missing(next.id, "2026-12-30")).toEqual([]);
	must(
		await editBlock(world(), {
			code: next.code,
			key: "information",
			revision: (await db.agreementBlock.findFirstOrThrow({ where: { agreementId: next.id, key: "information" } }))
				.revision,
			text: "Störungen werden am selben Tag gemeldet.",
		}),
	);
	const { changes, amended } = await changesPage(world(), next.code);
	expect(changes.blocks.map(({ key }) => key)).toEqual(["information"]);
	expect(changes.dates).toEqual(
		[{ key: "effectiveOn", before: "2026-11-20", after: "2027-02-01" }].map((one) => ({
			...one,
			before: changes.dates[0]?.before,
		})),
	);
	expect(amended.version).toBe(1);
	const { parties, duties, milestones, cover, commitments } = changes;
	for (const list of [parties, duties, milestones, cover, commitments])
		expect(list).toEqual({ added: [], removed: [] });
	expect(changes.amounts).toEqual([]);

	const [signedAt, before, after] = [later(10), later(20), later(100)];
	const everyYear = [2026, 2027, 2028, 2029, 2030, 2031].map((year) => [year, "in-force"]);
	expect(await yearsOf([id, next.id], scene.lead, signedAt)).toEqual({ [id]: everyYear });
	expect(await signAll(next.code, signedAt)).toBe(true);
	const version = await db.agreementVersion.findFirstOrThrow({ where: { agreementId: next.id } });
	await sealVersion(world(house, signedAt), version.id);
	expect(await db.agreementSealedDocument.count({ where: { versionId: { in: [versionId, version.id] } } })).toBe(4);
	// From its first year on the amendment counts in the payments, in place of what it changes.
	expect(await yearsOf([id, next.id], scene.lead, before)).toEqual({
		[id]: [[2026, "in-force"]],
		[next.id]: [2027, 2028, 2029, 2030, 2031].map((year) => [year, "concluded"]),
	});
	expect((await yearsOf([id], scene.lead, after))[id]).toEqual([[2026, "superseded"]]);
	const content = JSON.parse(version.content) as AgreementContent;
	const old = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	expect(content.amends).toMatchObject({ kind: "change", count: 1, version: 1, sha256: old.sha256, reason });
	expect(JSON.parse(old.content)).not.toHaveProperty("amends");

	const check = (typed: string, at: Date) =>
		checkVersion(world(guest, at), { typed, fileSha256: null, ip: "192.0.2.1" });
	expect((await findAgreement(world(scene.clerk.actor, before), code)).stateNow).toBe("in-force");
	expect(await check(old.verificationCode, before)).toMatchObject({
		result: "genuine",
		successor: { number: content.number, from: "2027-02-01" },
	});
	expect(await check(version.verificationCode, before)).toMatchObject({ result: "waiting", successor: null });
	expect((await inForce(world(house, before), about))?.agreementId).toBe(id);
	expect((await findAgreement(world(scene.clerk.actor, after), code)).stateNow).toBe("superseded");
	expect(await check(old.verificationCode, after)).toMatchObject({
		result: "superseded",
		successor: { number: content.number, href: `/pruefen/${version.verificationCode}` },
	});
	expect(await check(version.verificationCode, after)).toMatchObject({ result: "genuine" });
	expect((await inForce(world(house, after), about))?.agreementId).toBe(next.id);
	// Readable as it was, for ever.
	expect(
		(await agreementPage(world(scene.chair.actor, after), code)).shown.blocks.find(({ key }) => key === "information")
			?.text,
	).toContain("innerhalb von zwei Tagen");
	expect((await verifyFile(db, await bytesOf(old.pdfFileId))).lines.join("\n")).toContain(
		`ersetzt durch den Nachtrag ${content.number}`,
	);
	expect(
		(await amendmentsPage(world(scene.chair.actor, after), code)).amendments.map(({ number, state }) => [
			number,
			state,
		]),
	).toEqual([[content.number, "in-force"]]);
	expect(codesOf(await beginAmendment(world(scene.clerk.actor, after), { code, kind: "change", reason }))).toBe(
		"step-not-now",
	);
	const third = must(
		await beginAmendment(world(scene.clerk.actor, after), { code: next.code, kind: "change", reason }),
	);
	expect((await findAgreement(world(), third.code)).number).toMatch(/-N2$/);
});

test("an amendment without somebody who is bound is not frozen, and with fewer signatures does not come into force (93)", async () => {
	const { code } = await concludedAgreement(db, scene, hour());
	const next = must(await beginAmendment(world(), { code, kind: "change", reason }));
	await setDates(next.code, { effectiveOn: new Date("2026-12-01") });
	await db.agreementParty.deleteMany({ where: { agreementId: next.id, organisationId: scene.association } });
	expect(await missing(next.id)).toEqual(["amendment-party-missing"]);
	await db.agreementParty.create({
		data: {
			id: crypto.randomUUID(),
			agreementId: next.id,
			organisationId: scene.association,
			position: 9,
			role: "cooperating",
			signatories: { create: { postId: scene.chair.postId } },
		},
	});
	const at = later(1);
	const then = world(scene.clerk.actor, at);
	must(
		await confirmForms(then, { code: next.code, by: "Rechtsamt", reason: "Die neue Zeile der Partei ist geprüft." }),
	);
	const { sha256, versionId } = await frozenVersion(then, next.code);
	const owned = new pg.Client({ connectionString: ownerUrl });
	await owned.connect();
	await owned.query("ALTER TABLE agreement_slot DISABLE TRIGGER USER");
	await owned.query("DELETE FROM agreement_slot WHERE version_id = $1 AND organisation_id = $2", [
		versionId,
		scene.association,
	]);
	await owned.query("ALTER TABLE agreement_slot ENABLE TRIGGER USER");
	await owned.end();
	const paper = { code: next.code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(then, { ...paper, organisationId: scene.lead });
	await paperSignature(then, { ...paper, organisationId: scene.town });
	expect(await confirmation(then, scene.director.actor, next.code, sha256)).toEqual({ concluded: false });
	expect((await findAgreement(world(), code)).successor).toBeNull();
});

test("a commitment is shortened by an amendment only (30); a cancellation by all needs a day, and ends it", async () => {
	const { id, code } = await concludedAgreement(db, scene, hour());
	const { id: commitment } = await db.agreementCommitment.findFirstOrThrow({ where: { agreementId: id } });
	expect(codesOf(await removeLine(world(), { code, of: "commitment", id: commitment }))).toBe("not-editable");
	await expect(
		db.agreementCommitment.updateMany({ where: { id: commitment }, data: { untilDay: new Date("2029-01-01") } }),
	).rejects.toThrow(/frozen/);
	const over = must(
		await beginAmendment(world(), { code, kind: "cancellation", reason: "Das Vorhaben wird nicht fortgesetzt." }),
	);
	await setDates(over.code, { effectiveOn: new Date("2026-12-10") });
	expect(await missing(over.id)).toEqual(["amendment-end-missing"]);
	await setDates(over.code, { endsOn: new Date("2027-01-01") });
	expect(await missing(over.id)).toEqual([]);
	expect(await signAll(over.code, later(2))).toBe(true);
	expect((await findAgreement(world(scene.clerk.actor, later(25)), over.code)).stateNow).toBe("in-force");
	expect((await findAgreement(world(scene.clerk.actor, later(45)), over.code)).stateNow).toBe("ended");
	expect((await findAgreement(world(scene.clerk.actor, later(45)), code)).stateNow).toBe("superseded");
});

test("an annex is everybody's once it was published, and stays so when an amendment leaves it out; a new one is not", async () => {
	const at = world(scene.clerk.actor, hour());
	const { code } = await completeDraft(at, between(scene));
	const { annexId } = must(await addAnnex(at, { code, title: "Lageplan", stored: await scannedPaper() }));
	const reads = (actor: Actor, id: string) => annexSubject.mayReadFiles?.(world(actor), id);
	expect([await reads(scene.clerk.actor, annexId), await reads(guest, annexId)]).toEqual([true, false]);
	expect(await signAll(code, at.now)).toBe(true);
	expect(await reads(guest, annexId)).toBe(false);
	for (const organisationId of [scene.lead, scene.town, scene.association, scene.company]) {
		must(await agreeToPublication(world(house), { code, organisationId }));
	}
	expect(await reads(guest, annexId)).toBe(true);

	const next = must(await beginAmendment(world(), { code, kind: "change", reason }));
	const copied = await db.agreementAnnex.findFirstOrThrow({ where: { agreementId: next.id } });
	const original = await db.agreementAnnex.findUniqueOrThrow({ where: { id: annexId } });
	expect([copied.fileId, copied.id === annexId]).toEqual([original.fileId, false]);
	must(await removeAnnex(world(), { code: next.code, id: copied.id }));
	expect(await reads(guest, annexId)).toBe(true);
	const plan = { code: next.code, title: "Neuer Plan", stored: await scannedPaper() };
	const fresh = must(await addAnnex(world(), plan));
	expect([await reads(scene.clerk.actor, fresh.annexId), await reads(guest, fresh.annexId)]).toEqual([true, false]);
});

test("every table that hangs on a draft is copied or left out on purpose", async () => {
	const leftOut = [
		// What was signed, and what comes after.
		"agreement_version",
		"agreement_publication",
		"agreement_amendment",
		"agreement_obligation",
		"agreement_reminder",
		"agreement_handover",
		"agreement_notice",
		"agreement_notice_prepared",
		"agreement_word_on_behalf",
		"agreement_remainder",
		"agreement_record",
		"agreement_settlement",
		// What was said about the draft, who was invited to it, and what each party's own body decided about it.
		"agreement_clause_comment",
		"agreement_clause_mark",
		"agreement_word_return",
		"agreement_guest",
		"agreement_decision",
	];
	const copied: string[] = copiedTables.map(([table]) => table);
	const hanging = await db.$queryRaw<{ name: string }[]>`
		SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
		WHERE c.contype = 'f' AND c.confrelid::regclass::text = ANY (${["agreement", ...copied]}::text[])`;
	expect(hanging.map(({ name }) => name).filter((name) => !copied.includes(name) && !leftOut.includes(name))).toEqual(
		[],
	);
});

/** What an organisation pays in which year, in cents. */
async function paid(organisationId: string): Promise<Record<number, bigint>> {
	const amounts = await yearlyAmounts(world(house, on("2030-03-01")), organisationId, "mayen");
	return Object.fromEntries(amounts.map(({ year, cents }) => [year, cents]));
}

test("after an exit the others share anew by an amendment from its year on; the years before stay to the cent", async () => {
	const own = await nextScene(db, now);
	const { id, code } = await concludedAgreement(db, own, now);
	const before = { lead: await paid(own.lead), town: await paid(own.town) };
	const mayor = steppedUp(world(own.otherMayor.actor, on("2029-02-01")), own.otherMayor.actor);
	const notice = must(
		await declareNotice(mayor, {
			code,
			organisationId: own.town,
			kind: "exit",
			declaredOn: "2029-02-01",
			lastDay: "2029-12-31",
			reason: "Die Stadt baut eine eigene Anlage.",
			asBreach: true,
			consequence: "Sie zahlt die Fördermittel anteilig zurück.",
			stored: await scannedPaper(),
		}),
	);
	const received = { code, noticeId: notice.id, organisationId: own.lead };
	must(await receiveNotice(world(own.mayor.actor, on("2029-02-02")), received));

	const clerk = (at: string) => world(own.clerk.actor, on(at));
	const next = must(await beginAmendment(clerk("2029-12-01"), { code, kind: "change", reason: "Die Stadt ist fort." }));
	await db.agreement.update({ where: { id: next.id }, data: { effectiveOn: parseDay("2030-02-01") } });
	const draft = await readDraft(db, next.id, "2029-12-01");
	const [item] = draft.items;
	const [town] = draft.parties.filter(({ organisation }) => organisation.id === own.town);
	const [lead] = draft.parties.filter(({ organisation }) => organisation.id === own.lead);
	if (!item || !town || !lead) throw new Error("no item");
	const removed = await removeParty(clerk("2029-12-01"), { code: next.code, partyId: town.id });
	expect(removed).toMatchObject({ done: false, refusals: [{ code: "party-in-use" }] });
	const { revision } = await db.agreementCostItem.findUniqueOrThrow({ where: { id: item.id } });
	const input = {
		label: item.label,
		costClass: item.costClass,
		key: "equal" as const,
		restPartyId: null,
		basis: [{ partyId: lead.id, value: 1n, source: "", asOf: null }],
		years: item.years.map(({ year, cents }) => ({ year, cents })),
	};
	must(await saveCostItem(clerk("2029-12-01"), { code: next.code, item: { id: item.id, revision }, input }));
	must(await removeParty(clerk("2029-12-01"), { code: next.code, partyId: town.id }));
	const missing = async (day: string) =>
		whatIsMissing(asChecked(await readDraft(db, next.id, day)), day).map((point) => point.code);
	// Until its last day it is bound, and nobody leaves it out.
	expect(await missing("2029-12-31")).toEqual(["amendment-party-missing"]);
	expect(await missing("2030-01-01")).toEqual([]);

	const then = clerk("2030-01-15");
	const { sha256 } = await frozenVersion(then, next.code);
	const paper = { code: next.code, broughtInBy: own.clerk.actor, checkedBy: own.colleague.actor };
	await paperSignature(then, { ...paper, organisationId: own.lead });
	await confirmation(then, own.chair.actor, next.code, sha256);
	expect((await confirmation(then, own.director.actor, next.code, sha256)).concluded).toBe(true);

	const early = (of: Record<number, bigint>) => Object.entries(of).filter(([year]) => Number(year) < 2030);
	const after = { lead: await paid(own.lead), town: await paid(own.town) };
	expect(early(after.lead)).toEqual(early(before.lead));
	expect(Object.entries(after.town)).toEqual(early(before.town));
	expect([after.lead[2030], after.lead[2031]]).toEqual([1_000_000n, 1_000_000n]);
	expect((before.lead[2030] ?? 0n) + (before.town[2030] ?? 0n)).toBe(1_000_000n);
	expect((await db.agreement.findUniqueOrThrow({ where: { id } })).state).toBe("concluded");
});
