import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import {
	between,
	completeDraft,
	confirmation,
	frozenVersion,
	type Partners,
	paperSignature,
	steppedUp,
} from "~tests/factories/agreements";
import { agreementHouse, codesOf, nextScene } from "~tests/support/agreement-house";
import { tellCalendar } from "../afterwards/commands/tell-calendar.server";
import { inForce } from "../afterwards/queries/in-force.server";
import { fingerprintOf } from "../canonical";
import { saveCostItem } from "../costs/commands/edit-costs.server";
import { draftAgreement } from "../drafting/commands/draft-agreement.server";
import { addParty, noteLegalWord, removeParty } from "../drafting/commands/edit-parties.server";
import { addDuty } from "../drafting/commands/edit-plan.server";
import { editBasics, editBlock } from "../drafting/commands/edit-words.server";
import { present, takeBack } from "../drafting/commands/present.server";
import { loadFormRules } from "../form-rules/commands/import-form-rules.server";
import { agreementPage } from "../queries/agreement-page.server";
import { findAgreement } from "../queries/find-agreement.server";
import { askForProof, confirm } from "../signing/commands/confirm.server";
import { refuseToSign } from "../signing/commands/end-round.server";
import { freeze } from "../signing/commands/freeze.server";
import { agreeToPublication } from "./publish.server";

const now = new Date("2026-11-21T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let db: PrismaClient;
let url: string;
let scene: Partners;

const world = (actor: Actor, at = now): World => ({ db, actor, now: at, locale: "de" });
const clerk = () => world(scene.clerk.actor);
const stateOf = async (code: string) => (await db.agreement.findUniqueOrThrow({ where: { code } })).state;
const events = (type: string) => db.auditEvent.count({ where: { type } });

beforeAll(async () => {
	({ db, url } = await agreementHouse(now));
	expect(await db.agreementFormRule.count()).toBe(14);
	expect(await loadFormRules(world(house))).toBe(0);
});
beforeEach(async () => {
	scene = await nextScene(db, now);
});

describe("drafting", () => {
	test("numbers run per organisation and year, also for two at once", async () => {
		const draft = () => draftAgreement(clerk(), { ownerId: scene.lead, title: "Vorhaben", purpose: null });
		await Promise.all([draft(), draft(), draft()]);
		const rows = await db.agreement.findMany({ where: { ownerId: scene.lead }, orderBy: { number: "asc" } });
		expect(rows.map(({ number }) => number)).toEqual(["PV-2026-0001", "PV-2026-0002", "PV-2026-0003"]);
	});

	test("strangers: other organisations, signatories, guests", async () => {
		const input = { ownerId: scene.lead, title: "Vorhaben", purpose: null };
		await expect(draftAgreement(world(scene.otherClerk.actor), input)).rejects.toBeInstanceOf(Forbidden);
		await expect(draftAgreement(world(scene.mayor.actor), input)).rejects.toBeInstanceOf(Forbidden);
		await expect(draftAgreement(world(guest), input)).rejects.toBeInstanceOf(SignInNeeded);
	});

	test("a draft is not there for its partners until it is presented, and for nobody else at all", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const partner = world(scene.otherClerk.actor);
		await expect(findAgreement(partner, code)).rejects.toBeInstanceOf(NotFound);
		expect(codesOf(await present(clerk(), { code }))).toBe("done");
		expect((await findAgreement(partner, code)).code).toBe(code);
		await expect(findAgreement(world(guest), code)).rejects.toBeInstanceOf(NotFound);
		await expect(editBlock(partner, { code, key: "rollen", revision: 2, text: "Wir" })).rejects.toBeInstanceOf(
			Forbidden,
		);
		expect(codesOf(await takeBack(clerk(), { code }))).toBe("done");
		await expect(findAgreement(partner, code)).rejects.toBeInstanceOf(NotFound);
		expect(codesOf(await takeBack(clerk(), { code }))).toBe("step-not-now");
	});

	test("two people edit one block: the second is told, the first text stays, nothing is written", async () => {
		const { code } = await draftOf();
		const edit = (text: string) => editBlock(clerk(), { code, key: "rollen", revision: 1, text });
		const outcomes = (await Promise.all([edit("Erster Text"), edit("Zweiter Text")])).map(codesOf).sort();
		expect(outcomes).toEqual(["changed-meanwhile", "done"]);
		const block = await db.agreementBlock.findFirstOrThrow({ where: { agreement: { code }, key: "rollen" } });
		expect(block.revision).toBe(2);
		expect(["Erster Text", "Zweiter Text"]).toContain(block.text);
		expect(codesOf(await editBlock(clerk(), { code, key: "rollen", revision: 2, text: "a\u202eb" }))).toBe(
			"text-direction",
		);
		await expect(editBlock(clerk(), { code, key: "fremd", revision: 1, text: "" })).rejects.toBeInstanceOf(NotFound);
	});

	test("one task in one phase has one responsible party; a party in use stays; a looser form is refused", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const [lead, town] = await db.agreementParty.findMany({
			where: { agreement: { code } },
			orderBy: { position: "asc" },
		});
		if (!lead || !town) throw new Error("parties are missing");
		const duty = { code, task: "Sensoren aufstellen", phase: "pilot" as const, responsibleId: lead.id, helperIds: [] };
		expect(codesOf(await addDuty(clerk(), duty))).toBe("duty-taken");
		expect(codesOf(await removeParty(clerk(), { code, partyId: town.id }))).toBe("party-in-use");
		expect(codesOf(await removeParty(clerk(), { code, partyId: lead.id }))).toBe("lead-stays");
		expect(codesOf(await addParty(clerk(), { code, organisationId: scene.town, role: "funder" }))).toBe("party-there");
		const word = {
			code,
			partyId: town.id,
			form: "text" as const,
			officialTitle: false,
			by: "Rechtsamt",
			reason: "Bagatelle",
		};
		expect(codesOf(await noteLegalWord(clerk(), word))).toBe("form-looser");
		expect(codesOf(await noteLegalWord(clerk(), { ...word, form: "written" }))).toBe("done");
	});

	test("a key that cannot distribute every year is refused and leaves nothing", async () => {
		const { code } = await draftOf();
		const party = await db.agreementParty.findFirstOrThrow({ where: { agreement: { code } } });
		const input = {
			label: "Betrieb",
			costClass: "operation" as const,
			key: "fixed-amount" as const,
			basis: [{ partyId: party.id, value: 500n, source: "", asOf: null }],
			restPartyId: null,
			years: [
				{ year: 2027, cents: 500n },
				{ year: 2028, cents: 499n },
			],
		};
		expect(codesOf(await saveCostItem(clerk(), { code, item: null, input }))).toBe("share-fixed-exceeds");
		expect(await db.agreementCostItem.count({ where: { agreement: { code } } })).toBe(0);
	});
});

async function draftOf() {
	const outcome = await draftAgreement(clerk(), { ownerId: scene.lead, title: "Vorhaben", purpose: null });
	if (!outcome.done) throw new Error(codesOf(outcome));
	return outcome.value;
}

async function frozen() {
	const { id, code } = await completeDraft(clerk(), between(scene));
	const version = await frozenVersion(clerk(), code);
	return { id, code, ...version };
}

const ownersTries = [
	"UPDATE agreement SET title = 'anders' WHERE code = $1",
	"UPDATE agreement SET pilot_end = pilot_end + 1 WHERE code = $1",
	"UPDATE agreement SET state = 'draft', code = 'XXXX' WHERE code = $1",
	"DELETE FROM agreement WHERE code = $1",
	"UPDATE agreement_block SET text = 'anders' WHERE agreement_id = (SELECT id FROM agreement WHERE code = $1)",
	"DELETE FROM agreement_party WHERE agreement_id = (SELECT id FROM agreement WHERE code = $1)",
	"INSERT INTO agreement_signatory (party_id, post_id) SELECT p.id, post.id FROM agreement_party p, agreement a, post WHERE a.id = p.agreement_id AND a.code = $1",
	"UPDATE agreement_cost_year SET cents = cents + 1 FROM agreement_cost_item i JOIN agreement a ON a.id = i.agreement_id WHERE item_id = i.id AND a.code = $1",
	"UPDATE agreement_cost_basis SET value = value + 1 FROM agreement_cost_item i JOIN agreement a ON a.id = i.agreement_id WHERE item_id = i.id AND a.code = $1",
	"DELETE FROM agreement_cover WHERE agreement_id = (SELECT id FROM agreement WHERE code = $1)",
	"UPDATE agreement_version SET content = '{}' WHERE agreement_id = (SELECT id FROM agreement WHERE code = $1)",
	"DELETE FROM agreement_slot USING agreement_version v JOIN agreement a ON a.id = v.agreement_id WHERE version_id = v.id AND a.code = $1",
	"DELETE FROM agreement_round USING agreement_version v JOIN agreement a ON a.id = v.agreement_id WHERE version_id = v.id AND a.code = $1",
];

describe("freezing", () => {
	test("an incomplete draft, an old page and a partner freeze nothing", async () => {
		const { code } = await draftOf();
		const input = { code, changes: 0, origin: "http://localhost" };
		expect(codesOf(await freeze(clerk(), input))).toBe("step-not-now");
		await present(clerk(), { code });
		expect(codesOf(await freeze(clerk(), input))).toBe("incomplete");
		expect(codesOf(await freeze(clerk(), { ...input, changes: 7 }))).toBe("changed-meanwhile");
		await expect(freeze(world(scene.otherClerk.actor), input)).rejects.toBeInstanceOf(NotFound);
		expect(await db.agreementVersion.count({ where: { agreement: { code } } })).toBe(0);
	});

	test("stores exactly the data whose hash is printed, with a slot per signatory and the form of each", async () => {
		const { id, versionId, sha256 } = await frozen();
		const version = await db.agreementVersion.findUniqueOrThrow({
			where: { id: versionId },
			include: { slots: { orderBy: { position: "asc" } } },
		});
		expect(fingerprintOf(version.content)).toBe(sha256);
		const content = JSON.parse(version.content);
		expect(content.items[0].years[0].shares).toEqual([
			{ party: 1, cents: "391205" },
			{ party: 2, cents: "608795" },
		]);
		expect(version.slots.map(({ requiredForm }) => requiredForm)).toEqual(["written", "written", "text", "text"]);
		const file = await db.file.findUniqueOrThrow({ where: { id: version.pdfFileId } });
		expect([file.mediaType, file.subjectKind, file.subjectId]).toEqual([
			"application/pdf",
			"agreement-version",
			versionId,
		]);
		expect(file.sha256).toBe(version.pdfSha256);
		expect(await db.agreementRound.count({ where: { versionId, state: "open" } })).toBe(1);
		expect(await db.auditEvent.count({ where: { subjectId: id, type: "agreements.version.frozen" } })).toBe(1);
	});

	test("two at once make one version", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		await present(clerk(), { code });
		const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
		const input = { code, changes, origin: "http://localhost" };
		const outcomes = await Promise.all([freeze(clerk(), input), freeze(clerk(), input)]);
		expect(outcomes.map(codesOf).sort()).toEqual(["done", "step-not-now"]);
		expect(await db.agreementVersion.count({ where: { agreement: { code } } })).toBe(1);
	});

	test("afterwards the application refuses every change", async () => {
		const { code } = await frozen();
		expect(codesOf(await editBlock(clerk(), { code, key: "rollen", revision: 2, text: "anders" }))).toBe(
			"not-editable",
		);
		const row = await db.agreement.findUniqueOrThrow({ where: { code } });
		const basics = { ...row, title: "anders", nature: "private-law" as const };
		expect(codesOf(await editBasics(clerk(), { code, revision: row.revision, basics }))).toBe("not-editable");
	});

	test("the database refuses even its owner", async () => {
		const { code } = await frozen();
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		for (const sql of ownersTries) {
			await expect(client.query(sql, [code]), sql).rejects.toMatchObject({ code: "42501" });
		}
		await client.end();
	});

	test("the application's role has no right to change versions at all", async () => {
		await expect(db.$executeRaw`UPDATE agreement_version SET content = '{}'`).rejects.toThrow(/permission denied/);
		await expect(db.$executeRaw`DELETE FROM agreement_confirmation`).rejects.toThrow(/permission denied/);
	});
});

describe("concluding", () => {
	async function almost() {
		const made = await frozen();
		const { code } = made;
		await paperSignature(clerk(), {
			code,
			organisationId: scene.lead,
			broughtInBy: scene.clerk.actor,
			checkedBy: scene.colleague.actor,
		});
		await paperSignature(clerk(), {
			code,
			organisationId: scene.town,
			broughtInBy: scene.otherClerk.actor,
			checkedBy: scene.clerk.actor,
		});
		return made;
	}

	test("the whole way: two on paper, two in text form, in force, published, the gate opens", async () => {
		const purpose = { kind: "measure", id: scene.lead };
		const { id, code } = await completeDraft(clerk(), { ...between(scene), purpose });
		const { sha256 } = await frozenVersion(clerk(), code);
		await paperSignature(clerk(), {
			code,
			organisationId: scene.lead,
			broughtInBy: scene.clerk.actor,
			checkedBy: scene.colleague.actor,
		});
		await paperSignature(clerk(), {
			code,
			organisationId: scene.town,
			broughtInBy: scene.otherClerk.actor,
			checkedBy: scene.clerk.actor,
		});
		expect(await confirmation(clerk(), scene.chair.actor, code, sha256)).toEqual({ concluded: false });
		expect(await inForce(world(guest), purpose)).toBeNull();
		expect(await confirmation(clerk(), scene.director.actor, code, sha256)).toEqual({ concluded: true });
		expect(await inForce(world(guest), purpose)).toMatchObject({ agreementId: id });
		expect(await inForce(world(guest, later(-1)), purpose)).toBeNull();
		expect((await findAgreement(clerk(), code)).stateNow).toBe("in-force");

		await expect(findAgreement(world(guest), code)).rejects.toBeInstanceOf(NotFound);
		const speakers = [scene.clerk, scene.otherClerk, scene.admin];
		for (const [index, organisationId] of [scene.lead, scene.town, scene.association].entries()) {
			const actor = speakers[index]?.actor ?? guest;
			expect(await agreeToPublication(world(actor), { code, organisationId })).toMatchObject({
				value: { published: false },
			});
		}
		await expect(findAgreement(world(guest), code)).rejects.toBeInstanceOf(NotFound);
		const forCompany = { code, organisationId: scene.company };
		await expect(agreeToPublication(clerk(), forCompany)).rejects.toBeInstanceOf(Forbidden);
		expect((await agreementPage(clerk(), code)).publication).toEqual({ agreed: 3, all: 4, mine: [] });
		expect((await agreementPage(world(scene.director.actor), code)).publication?.mine).toEqual([
			{ organisationId: scene.company, name: "Stadtwerke Osteifel GmbH" },
		]);
		expect(await agreeToPublication(world(scene.director.actor), forCompany)).toMatchObject({
			value: { published: true },
		});
		expect((await agreementPage(world(guest), code)).publication).toBeNull();
		expect((await findAgreement(world(guest), code)).published).toBe(true);
	});

	test("two last signatories at the same moment: both are stored, it is concluded once", async () => {
		const before = await events("agreements.agreement.concluded");
		const { code, sha256, versionId } = await almost();
		for (const { actor } of [scene.chair, scene.director]) await askForProof(world(actor), { code });
		const outcomes = await Promise.all(
			[scene.chair, scene.director].map(({ actor }) => confirm(steppedUp(clerk(), actor), { code, sha256 })),
		);
		expect(outcomes.map((outcome) => outcome.done && outcome.value.concluded).sort()).toEqual([false, true]);
		expect(await db.agreementConfirmation.count({ where: { versionId } })).toBe(2);
		expect(await stateOf(code)).toBe("concluded");
		expect(await events("agreements.agreement.concluded")).toBe(before + 1);
	});

	test("the last signature and a refusal at the same moment: one wins, the other is told (56)", async () => {
		const { code, sha256, versionId } = await almost();
		await confirmation(clerk(), scene.chair.actor, code, sha256);
		await askForProof(world(scene.director.actor), { code });
		const outcomes = await Promise.all([
			confirm(steppedUp(clerk(), scene.director.actor), { code, sha256 }),
			refuseToSign(world(scene.mayor.actor), { code, reason: "Der Rat will weniger zahlen." }),
		]);
		const [signed, refusal] = outcomes.map(codesOf);
		expect([signed, refusal].sort()).toEqual(["done", "round-over"]);
		expect(await stateOf(code)).toBe(signed === "done" ? "concluded" : "presented");
		const { state } = await db.agreementRound.findUniqueOrThrow({ where: { versionId } });
		expect(state).toBe(signed === "done" ? "completed" : "refused");
		expect(await db.agreementConfirmation.count({ where: { versionId } })).toBe(signed === "done" ? 2 : 1);
	});

	test("the calendar is told once, also when late and by two sweeps", async () => {
		const { code, sha256 } = await almost();
		await confirmation(clerk(), scene.chair.actor, code, sha256);
		await confirmation(clerk(), scene.director.actor, code, sha256);
		const before = await events("agreements.agreement.in-force");
		await Promise.all([tellCalendar(world(house, later(9))), tellCalendar(world(house, later(9)))]);
		const told = (await events("agreements.agreement.in-force")) - before;
		const { id } = await db.agreement.findUniqueOrThrow({ where: { code } });
		const mine = await db.auditEvent.count({ where: { subjectId: id, type: "agreements.agreement.in-force" } });
		expect(told).toBeGreaterThan(0);
		expect(mine).toBe(1);
		expect(await tellCalendar(world(house, later(10)))).toBe(0);
	});
});
