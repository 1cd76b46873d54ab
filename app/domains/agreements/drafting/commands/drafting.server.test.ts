import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readUploadForm } from "~/domains/files/index.server";
import { type Actor, house } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, type Outcome } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { between, completeDraft, frozenVersion, type Partners, steppedUp } from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { agreementHouse, codesOf, nextScene } from "~tests/support/agreement-house";
import { annexUpload } from "../../annexes/annex-limits";
import { addAnnex, removeAnnex } from "../../annexes/commands/annexes.server";
import { annexSubject } from "../../annexes/queries/annexes.server";
import { agreeToClause, commentClause, settleComment, takeMarkBack } from "../../clauses/commands/clauses.server";
import { openPointsOf, talkPage } from "../../clauses/queries/talk.server";
import type { AgreementContent } from "../../content";
import { inviteGuest } from "../../guests/commands/guests.server";
import {
	addContact,
	addFundingCondition,
	addInformationDuty,
	bindUntil,
	removeParticular,
	savePublicRelations,
} from "../../particulars/commands/edit-particulars.server";
import { freeze } from "../../signing/commands/freeze.server";
import { loadTemplates } from "../../templates/commands/load-templates.server";
import { declineWordClause, keepWordReturn, takeWordClause } from "../../word/commands/word-return.server";
import { wordReturn } from "../../word/queries/word-returns.server";
import { asChecked, readDraft } from "../queries/draft.server";
import { whatIsMissing } from "../readiness";
import { draftAgreement } from "./draft-agreement.server";
import { addCommitment, addDuty, addMilestone } from "./edit-plan.server";
import { editBlock } from "./edit-words.server";
import { addOptionalBlock, removeOptionalBlock } from "./optional-blocks.server";
import { present } from "./present.server";

const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let scene: Partners;

const world = (actor: Actor): World => ({ db, actor, now, locale: "de" });
const clerk = () => world(scene.clerk.actor);
const partyIdOf = async (code: string, organisationId: string) =>
	(await db.agreementParty.findFirstOrThrow({ where: { agreement: { code }, organisationId } })).id;
const draftOf = async (code: string) => {
	const { id } = await db.agreement.findUniqueOrThrow({ where: { code }, select: { id: true } });
	return readDraft(db, id, "2026-11-22");
};
const day = (text: string) => {
	const date = parseDay(text);
	if (!date) throw new Error(text);
	return date;
};

beforeAll(async () => {
	({ db } = await agreementHouse(now));
	expect(await loadTemplates(world(house))).toBe(5);
	expect(await loadTemplates(world(house))).toBe(0);
});
beforeEach(async () => {
	scene = await nextScene(db, now);
});

describe("lines beside the texts", () => {
	test("every text field names the position of what may not stand in a contract (behaviour 11)", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const partyId = await partyIdOf(code, scene.lead);
		const bad = "gut\u202e";
		const fieldsOf = async (outcome: Promise<Outcome<unknown>>) => {
			const refused = await outcome;
			return refused.done ? [] : refused.refusals.map(({ code: why, field, values }) => [why, field, values?.position]);
		};
		const condition = { code, partyId, text: "Schild", evidence: "", source: "", dueOn: null };
		const information = {
			code,
			partyId,
			subject: "Stand",
			recipient: "alle",
			rhythm: "on-event" as const,
			firstOn: null,
		};
		const commitment = { code, partyId, from: now, until: now, basis: "a", adjustment: "b" };
		const guest = { code, partyId, postId: null, email: "a@b.example", givenName: "A", familyName: "B" };
		must(await present(clerk(), { code }));
		const attempts: [string, Promise<Outcome<unknown>>][] = [
			["title", draftAgreement(clerk(), { ownerId: scene.lead, title: bad, purpose: null })],
			["text", editBlock(clerk(), { code, key: "rollen", revision: 2, text: bad })],
			["task", addDuty(clerk(), { code, task: bad, phase: "pilot", responsibleId: partyId, helperIds: [] })],
			["title", addMilestone(clerk(), { code, title: bad, day: now, phase: "pilot" })],
			["basis", addCommitment(clerk(), { ...commitment, basis: bad })],
			["adjustment", addCommitment(clerk(), { ...commitment, adjustment: bad })],
			["text", addFundingCondition(clerk(), { ...condition, text: bad })],
			["evidence", addFundingCondition(clerk(), { ...condition, evidence: bad })],
			["source", addFundingCondition(clerk(), { ...condition, source: bad })],
			["subject", addInformationDuty(clerk(), { ...information, subject: bad })],
			["recipient", addInformationDuty(clerk(), { ...information, recipient: bad })],
			["logoRule", savePublicRelations(clerk(), { code, approval: "all", days: 5, logoRule: bad, revision: 0 })],
			["office", addContact(clerk(), { code, partyId, office: bad, reach: "a" })],
			["reach", addContact(clerk(), { code, partyId, office: "a", reach: bad })],
			["text", commentClause(clerk(), { code, block: "rollen", organisationId: scene.lead, text: bad })],
			["givenName", inviteGuest(steppedUp(clerk(), scene.clerk.actor), { ...guest, givenName: bad })],
			["familyName", inviteGuest(steppedUp(clerk(), scene.clerk.actor), { ...guest, familyName: bad })],
		];
		for (const [field, attempt] of attempts) expect(await fieldsOf(attempt)).toEqual([["text-direction", field, 4]]);
	});

	test("conditions, duties, rules and contacts go into the version; without them the content is as before", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const partyId = await partyIdOf(code, scene.lead);
		const stranger = newId(now);
		must(await bindUntil(clerk(), { code, boundUntil: day("2033-12-31") }));
		const condition = {
			code,
			partyId,
			text: "Förderschild",
			evidence: "Foto",
			source: "Bescheid 4",
			dueOn: day("2027-06-30"),
		};
		must(await addFundingCondition(clerk(), condition));
		await expect(addFundingCondition(clerk(), { ...condition, partyId: stranger })).rejects.toBeInstanceOf(NotFound);
		await expect(addFundingCondition(world(scene.otherClerk.actor), condition)).rejects.toBeInstanceOf(NotFound);
		const information = {
			code,
			partyId,
			subject: "Stand",
			recipient: "Land",
			rhythm: "yearly" as const,
			firstOn: null,
		};
		expect(codesOf(await addInformationDuty(clerk(), information))).toBe("first-day-missing");
		must(await addInformationDuty(clerk(), { ...information, firstOn: day("2027-12-31") }));
		must(
			await savePublicRelations(clerk(), { code, approval: "all", days: 5, logoRule: "nebeneinander", revision: 0 }),
		);
		expect(
			codesOf(await savePublicRelations(clerk(), { code, approval: "lead", days: 5, logoRule: "", revision: 0 })),
		).toBe("changed-meanwhile");
		must(await addContact(clerk(), { code, partyId, office: "Pressestelle", reach: "02651 88-0" }));
		must(await addContact(clerk(), { code, partyId, office: "Zu viel", reach: "–" }));
		const extra = (await draftOf(code)).particulars.contacts.find(({ office }) => office === "Zu viel");
		must(await removeParticular(clerk(), { code, of: "contact", id: extra?.id ?? "" }));
		await expect(removeParticular(clerk(), { code, of: "contact", id: extra?.id ?? "" })).rejects.toBeInstanceOf(
			NotFound,
		);
		const { versionId } = await frozenVersion(clerk(), code);
		const content = await contentOf(versionId);
		expect(content).toMatchObject({
			boundUntil: "2033-12-31",
			fundingConditions: [
				{ party: 1, text: "Förderschild", evidence: "Foto", source: "Bescheid 4", dueOn: "2027-06-30" },
			],
			informationDuties: [{ party: 1, subject: "Stand", recipient: "Land", rhythm: "yearly", firstOn: "2027-12-31" }],
			publicRelations: { approval: "all", days: 5, logoRule: "nebeneinander" },
			contacts: [{ party: 1, office: "Pressestelle", reach: "02651 88-0" }],
		});
		// Begun without a template, like those of before: no type in the content, so that its hash stays.
		expect(content).not.toHaveProperty("type");
		expect(content).not.toHaveProperty("annexes");
		// Once it is frozen the database refuses as well.
		expect(codesOf(await addContact(clerk(), { code, partyId, office: "a", reach: "b" }))).toBe("not-editable");
		await expect(db.agreementContact.deleteMany({ where: { agreement: { code } } })).rejects.toThrow("frozen");
		await expect(db.agreement.update({ where: { code }, data: { type: "intent" } })).rejects.toThrow("keeps its type");
	});

	test("optional blocks come and go; those of the template stay", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		must(await addOptionalBlock(clerk(), { code, key: "datenschutz" }));
		expect(codesOf(await addOptionalBlock(clerk(), { code, key: "datenschutz" }))).toBe("block-there");
		await expect(addOptionalBlock(clerk(), { code, key: "fremd" })).rejects.toBeInstanceOf(NotFound);
		const points = whatIsMissing(asChecked(await draftOf(code)), "2026-11-22");
		expect(points.map(({ code: point, block }) => [point, block])).toEqual([["gap-left", "datenschutz"]]);
		must(await removeOptionalBlock(clerk(), { code, key: "datenschutz" }));
		await expect(removeOptionalBlock(clerk(), { code, key: "ende" })).rejects.toBeInstanceOf(NotFound);
		expect((await draftOf(code)).blocks).toHaveLength(10);
	});
});

async function contentOf(versionId: string): Promise<AgreementContent> {
	const { content } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	return JSON.parse(content) as AgreementContent;
}

async function stored(text = "1 0 obj<<>>endobj") {
	const form = new FormData();
	const pdf = `%PDF-1.7\n${text}\ntrailer<<>>\n%%EOF\n`;
	form.set("file", new File([pdf], "Lageplan.pdf", { type: "application/pdf" }));
	const request = new Request("http://own.invalid/", { method: "POST", body: form });
	const upload = await readUploadForm(request, z.object({}), annexUpload);
	const file = upload.valid ? upload.files[0] : undefined;
	if (!file) throw new Error("not stored");
	return file;
}

describe("annexes", () => {
	test("an annex is frozen with the text and stays, whatever becomes of the draft", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const file = await stored();
		const { annexId } = must(await addAnnex(clerk(), { code, title: "Lageplan", stored: file }));
		expect(codesOf(await addAnnex(clerk(), { code, title: "Noch einmal", stored: await stored() }))).toBe(
			"annex-there",
		);
		expect(codesOf(await addAnnex(clerk(), { code, title: "\u0007", stored: await stored("anders") }))).toBe(
			"text-control",
		);
		await expect(
			addAnnex(world(scene.otherClerk.actor), { code, title: "Fremd", stored: await stored("fremd") }),
		).rejects.toBeInstanceOf(NotFound);
		expect(await annexSubject.mayReadFiles?.(world(scene.otherClerk.actor), annexId)).toBe(false);
		const { versionId } = await frozenVersion(clerk(), code);
		expect((await contentOf(versionId)).annexes).toEqual([
			{ title: "Lageplan", name: "Lageplan.pdf", mediaType: "application/pdf", bytes: file.bytes, sha256: file.sha256 },
		]);
		expect(await annexSubject.mayReadFiles?.(world(scene.otherClerk.actor), annexId)).toBe(true);
		expect(await annexSubject.mayReadFiles?.(world(scene.admin.actor), annexId)).toBe(true);
		expect(codesOf(await removeAnnex(clerk(), { code, id: annexId }))).toBe("not-editable");
		await expect(db.agreementVersionAnnex.deleteMany({ where: { versionId } })).rejects.toThrow();
		await expect(db.agreementAnnex.deleteMany({ where: { id: annexId } })).rejects.toThrow("frozen");
	});

	test("a file that is not any more what was uploaded keeps the draft from being frozen", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const { annexId } = must(await addAnnex(clerk(), { code, title: "Lageplan", stored: await stored("vorher") }));
		await db.agreementAnnex.update({ where: { id: annexId }, data: { sha256: "0".repeat(64) } });
		must(await present(clerk(), { code }));
		const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
		expect(codesOf(await freeze(clerk(), { code, changes, origin: "http://localhost" }))).toBe("annex-broken");
	});
});

describe("coordination (behaviours 7, 8)", () => {
	test("parties comment and agree clause by clause; a changed text makes a mark void", async () => {
		const { id, code } = await completeDraft(clerk(), between(scene));
		const town = world(scene.otherClerk.actor);
		const where = { code, block: "rollen", organisationId: scene.town };
		expect(codesOf(await commentClause(clerk(), { ...where, organisationId: scene.lead, text: "Hm" }))).toBe(
			"not-presented",
		);
		must(await present(clerk(), { code }));
		expect(await openPointsOf({ db }, id)).toEqual({ marks: 40, comments: 0 });
		const { commentId } = must(await commentClause(town, { ...where, text: "Wer vertritt uns?" }));
		expect(codesOf(await agreeToClause(town, { ...where, revision: 1 }))).toBe("changed-meanwhile");
		must(await agreeToClause(town, { ...where, revision: 2 }));
		must(await agreeToClause(town, { ...where, revision: 2 }));
		await expect(agreeToClause(town, { ...where, organisationId: scene.company, revision: 2 })).rejects.toBeInstanceOf(
			Forbidden,
		);
		expect(await openPointsOf({ db }, id)).toEqual({ marks: 39, comments: 1 });
		must(await editBlock(clerk(), { code, key: "rollen", revision: 2, text: "Mayen vertritt alle." }));
		expect(await openPointsOf({ db }, id)).toEqual({ marks: 40, comments: 1 });
		await expect(settleComment(world(scene.admin.actor), { code, commentId })).rejects.toBeInstanceOf(Forbidden);
		must(await settleComment(clerk(), { code, commentId }));
		await expect(settleComment(clerk(), { code, commentId })).rejects.toBeInstanceOf(NotFound);
		must(await takeMarkBack(town, where));
		await expect(takeMarkBack(town, where)).rejects.toBeInstanceOf(NotFound);
		const page = await talkPage(town, code);
		expect(page.mine).toEqual([{ organisationId: scene.town, name: "Stadt Andernach" }]);
		expect(page.clauses.find(({ key }) => key === "rollen")?.comments).toMatchObject([
			{ settled: true, maySettle: false },
		]);
	});
});

describe("a partner's Word file", () => {
	test("each difference is taken over or not, one by one; a clause changed meanwhile is not overwritten", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const partyId = await partyIdOf(code, scene.town);
		const clauses = [
			{ block: "rollen", heading: "Rollen", text: "Andernach führt." },
			{ block: "ende", heading: "Laufzeit, Kündigung, Verbleib", text: "Zwei Jahre." },
			{ block: null, heading: "Gerichtsstand", text: "Koblenz." },
			{ block: "information", heading: "Informationspflichten", text: "gut\u202e" },
		];
		const kept = { code, partyId, name: "zurueck.docx", sha256: "a".repeat(64), clauses };
		await expect(keepWordReturn(world(scene.otherClerk.actor), kept)).rejects.toBeInstanceOf(NotFound);
		const { returnId } = must(await keepWordReturn(clerk(), kept));
		const page = await wordReturn({ db }, await draftOf(code), returnId);
		expect(page.clauses.map(({ heading, ours }) => [heading, ours !== null])).toEqual([
			["Rollen", true],
			["Laufzeit, Kündigung, Verbleib", true],
			["Gerichtsstand", false],
			["Informationspflichten", true],
		]);
		const [roles, end, court, information] = page.clauses.map(({ id }) => ({ code, returnId, clauseId: id }));
		if (!roles || !end || !court || !information) throw new Error("clauses are missing");
		must(await editBlock(clerk(), { code, key: "rollen", revision: 2, text: "Inzwischen anders." }));
		expect(codesOf(await takeWordClause(clerk(), { ...roles, block: "rollen", revision: 2 }))).toBe(
			"changed-meanwhile",
		);
		await expect(takeWordClause(clerk(), { ...roles, block: "ende", revision: 2 })).rejects.toBeInstanceOf(NotFound);
		must(await takeWordClause(clerk(), { ...roles, block: "rollen", revision: 3 }));
		must(await declineWordClause(clerk(), end));
		await expect(declineWordClause(clerk(), end)).rejects.toBeInstanceOf(NotFound);
		must(await takeWordClause(clerk(), { ...court, block: "ende", revision: 2 }));
		expect(codesOf(await takeWordClause(clerk(), { ...information, block: "information", revision: 2 }))).toBe(
			"text-direction",
		);
		const { blocks } = await draftOf(code);
		const text = (key: string) => blocks.find((block) => block.key === key);
		expect(text("rollen")).toMatchObject({ heading: "Rollen", text: "Andernach führt." });
		expect(text("ende")?.text).toMatch(/Kommunen\.\n\nGerichtsstand\n\nKoblenz\.$/);
	});
});
