import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, house } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { between, completeDraft, type Partners } from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { agreementHouse, codesOf, nextScene } from "~tests/support/agreement-house";
import { freeze } from "../../signing/commands/freeze.server";
import { loadTemplates } from "../../templates/commands/load-templates.server";
import { copyTemplate, publishTemplate, saveTemplate } from "../../templates/commands/own-templates.server";
import { offeredTemplates, templatePage } from "../../templates/queries/templates.server";
import { asChecked, readDraft } from "../queries/draft.server";
import { whatIsMissing } from "../readiness";
import { draftAgreement } from "./draft-agreement.server";
import { addParty } from "./edit-parties.server";
import { editBlock } from "./edit-words.server";
import { present } from "./present.server";

const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let scene: Partners;

const world = (actor: Actor): World => ({ db, actor, now, locale: "de" });
const clerk = () => world(scene.clerk.actor);
const draftOf = async (code: string) => {
	const { id } = await db.agreement.findUniqueOrThrow({ where: { code }, select: { id: true } });
	return readDraft(db, id, "2026-11-22");
};
const houseTemplate = async (type: string) => {
	const found = (await offeredTemplates(clerk(), scene.lead)).find((template) => template.type === type);
	if (!found) throw new Error(`no template for ${type}`);
	return found;
};
/** Two who could release each other's work at the lead: with accounts and the role in the database. */
async function withAccounts(...personIds: string[]) {
	const scope = { scopeKind: "organisation", scopeId: scene.lead, ownerId: scene.lead };
	for (const personId of personIds) {
		await db.account.create({
			data: { personId, email: `${personId}@example.org`, emailConfirmedAt: now, createdAt: now },
		});
		await db.roleGrant.create({ data: { role: "staff", ...scope, personId, validFrom: day("2026-01-01") } });
	}
}
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

describe("templates (behaviour 1)", () => {
	test("five types; an agreement keeps the version it began with, and nobody changes that version", async () => {
		const offered = await offeredTemplates(clerk(), scene.lead);
		expect(offered.map(({ type }) => type)).toEqual([
			"internal",
			"intent",
			"short-form",
			"cooperation",
			"inter-municipal",
		]);
		const { versionId } = await houseTemplate("cooperation");
		const { code } = must(
			await draftAgreement(clerk(), {
				ownerId: scene.lead,
				title: "Lampen",
				purpose: null,
				templateVersionId: versionId,
			}),
		);
		const { templateId } = await db.agreementTemplateVersion.findUniqueOrThrow({ where: { id: versionId } });
		await expect(
			db.agreementTemplateVersion.update({ where: { id: versionId }, data: { blocks: [] } }),
		).rejects.toThrow("is published");
		await db.agreementTemplateVersion.create({
			data: { id: newId(now), templateId, number: 2, blocks: [], madeAt: now, publishedAt: now },
		});
		const row = await db.agreement.findUniqueOrThrow({ where: { code }, include: { blocks: true } });
		expect(row).toMatchObject({
			type: "cooperation",
			templateVersion: "kooperationsvertrag-1",
			templateVersionId: versionId,
		});
		expect(row.blocks).toHaveLength(10);
		await expect(db.agreement.update({ where: { code }, data: { templateVersionId: null } })).rejects.toThrow(
			"keeps its type",
		);
		await db.agreementTemplateVersion.deleteMany({ where: { templateId, number: 2, publishedAt: null } });
	});

	test("an own template begins from a published one and is published by a second person; others cannot use it", async () => {
		const { versionId } = await houseTemplate("short-form");
		const copy = { ownerId: scene.lead, versionId, name: "Unsere Kurzform" };
		await expect(copyTemplate(world(scene.otherClerk.actor), copy)).rejects.toBeInstanceOf(Forbidden);
		expect(codesOf(await copyTemplate(clerk(), { ...copy, name: "a\u202eb" }))).toBe("text-direction");
		const { templateId } = must(await copyTemplate(clerk(), copy));
		const page = await templatePage(clerk(), scene.lead, templateId);
		const texts = page.blocks.map(({ key, heading }) => ({ key, heading, text: "Unser Text." }));
		const save = (revision: number, number = 1) => saveTemplate(clerk(), { templateId, number, revision, texts });
		expect(codesOf(await save(1))).toBe("done");
		expect(codesOf(await save(1))).toBe("changed-meanwhile");
		// Nobody else is there: the same person publishes, but only a day after the last change.
		expect(codesOf(await publishTemplate(clerk(), { templateId, revision: 2 }))).toBe("template-wait");
		await withAccounts(scene.clerk.actor.personId, scene.colleague.actor.personId);
		const dayLater = { ...clerk(), now: new Date(now.getTime() + 86_400_000) };
		expect(codesOf(await publishTemplate(dayLater, { templateId, revision: 2 }))).toBe("template-second-person");
		const open = await db.agreementTemplateVersion.findFirstOrThrow({ where: { templateId } });
		const begin = { ownerId: scene.lead, title: "Lampen", purpose: null, templateVersionId: open.id };
		await expect(draftAgreement(clerk(), begin)).rejects.toBeInstanceOf(NotFound);
		expect(codesOf(await publishTemplate(world(scene.colleague.actor), { templateId, revision: 2 }))).toBe("done");
		expect(codesOf(await draftAgreement(clerk(), begin))).toBe("done");
		await expect(
			draftAgreement(world(scene.otherClerk.actor), { ...begin, ownerId: scene.town }),
		).rejects.toBeInstanceOf(NotFound);
		// The next change makes version 2 and leaves version 1 as it was.
		expect(codesOf(await save(2))).toBe("done");
		const versions = await db.agreementTemplateVersion.findMany({ where: { templateId }, orderBy: { number: "asc" } });
		expect(versions.map(({ number, publishedAt }) => [number, publishedAt !== null])).toEqual([
			[1, true],
			[2, false],
		]);
	});

	test("where nobody else is there, who wrote a template publishes it a day later, and that stays visible", async () => {
		const { versionId } = await houseTemplate("short-form");
		const own = world(scene.otherClerk.actor);
		const given = { ownerId: scene.town, versionId, name: "Kurzform der Stadt" };
		const { templateId } = must(await copyTemplate(own, given));
		const texts = (await templatePage(own, scene.town, templateId)).blocks.map(({ key, heading }) => ({
			key,
			heading,
			text: "Unser Text.",
		}));
		const hours = (count: number) => ({ ...own, now: new Date(now.getTime() + count * 3_600_000) });
		must(await saveTemplate(hours(20), { templateId, number: 1, revision: 1, texts }));
		// The day begins with the last change.
		expect(codesOf(await publishTemplate(hours(43), { templateId, revision: 2 }))).toBe("template-wait");
		expect(await templatePage(hours(43), scene.town, templateId)).toMatchObject({ mine: true, alone: { may: false } });
		expect(await templatePage(hours(44), scene.town, templateId)).toMatchObject({ alone: { may: true } });
		expect(codesOf(await publishTemplate(hours(44), { templateId, revision: 2 }))).toBe("done");
		expect(await templatePage(hours(44), scene.town, templateId)).toMatchObject({
			open: false,
			published: [{ number: 1, samePerson: true }],
		});
	});

	test("a short form of more than two pages is not frozen; one of two is, and says what it is", async () => {
		const { code } = await completeDraft(clerk(), between(scene));
		const { versionId } = await houseTemplate("short-form");
		await db.agreement.update({ where: { code }, data: { type: "short-form", templateVersionId: versionId } });
		must(await editBlock(clerk(), { code, key: "rollen", revision: 2, text: "Alle wirken mit. ".repeat(500) }));
		must(await present(clerk(), { code }));
		const attempt = async () => {
			const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
			return freeze(clerk(), { code, changes, origin: "http://localhost:3000" });
		};
		const long = await attempt();
		expect(long).toMatchObject({ done: false, refusals: [{ code: "too-many-pages", values: { most: 2 } }] });
		expect(await db.agreementVersion.count({ where: { agreement: { code } } })).toBe(0);
		must(await editBlock(clerk(), { code, key: "rollen", revision: 3, text: "Alle wirken mit." }));
		const short = must(await attempt());
		const { content } = await db.agreementVersion.findUniqueOrThrow({ where: { id: short.versionId } });
		expect(JSON.parse(content)).toMatchObject({ type: "short-form" });
	});

	test("inside an administration an office is a party, and a note of the heads is enough for both", async () => {
		await db.organisation.update({ where: { id: scene.lead }, data: { ars: "071370068068" } });
		const { versionId } = await houseTemplate("internal");
		const office = newId(now);
		await db.organisation.create({
			data: {
				id: office,
				parentId: scene.lead,
				kind: "OFFICE",
				name: "Eigenbetrieb Stadtgrün",
				shortName: "Stadtgrün",
				source: "Test",
				sourceDate: now,
			},
		});
		const input = { ownerId: scene.lead, title: "Wege", purpose: null, templateVersionId: versionId };
		const { code } = must(await draftAgreement(clerk(), input));
		must(await addParty(clerk(), { code, organisationId: office, role: "implementing" }));
		await db.agreement.update({ where: { code }, data: { nature: "internal" } });
		expect((await draftOf(code)).parties.map(({ form, within }) => [form, within])).toEqual([
			["text", true],
			["text", true],
		]);
		must(await addParty(clerk(), { code, organisationId: scene.town, role: "cooperating" }));
		const points = whatIsMissing(asChecked(await draftOf(code)), "2026-11-22");
		expect(points.find(({ code: point }) => point === "party-outside")?.values).toEqual({ party: "Stadt Andernach" });
	});

	test("a letter of intent lacks no costs and no pilot, but its gaps count", async () => {
		const { versionId } = await houseTemplate("intent");
		const { code } = must(
			await draftAgreement(clerk(), {
				ownerId: scene.lead,
				title: "Absicht",
				purpose: null,
				templateVersionId: versionId,
			}),
		);
		must(await addParty(clerk(), { code, organisationId: scene.company, role: "cooperating" }));
		const points = whatIsMissing(asChecked(await draftOf(code)), "2026-11-22").map(({ code: point }) => point);
		expect(new Set(points)).toEqual(
			new Set(["nature-undecided", "signatory-missing", "form-unknown", "form-unconfirmed", "gap-left"]),
		);
	});
});
