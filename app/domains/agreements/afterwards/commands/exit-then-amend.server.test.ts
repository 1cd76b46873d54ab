import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, house } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { World } from "~/platform/world.server";
import {
	concludedAgreement,
	confirmation,
	frozenVersion,
	type Partners,
	paperSignature,
	partners,
	scannedPaper,
	steppedUp,
} from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { freshDatabase } from "~tests/support/database";
import { saveCostItem } from "../../costs/commands/edit-costs.server";
import { yearlyAmounts } from "../../costs/queries/cash-view.server";
import { removeParty } from "../../drafting/commands/edit-parties.server";
import { asChecked, readDraft } from "../../drafting/queries/draft.server";
import { whatIsMissing } from "../../drafting/readiness";
import { loadFormRules } from "../../form-rules/commands/import-form-rules.server";
import { beginAmendment } from "./amend.server";
import { declareNotice, receiveNotice } from "./end-agreement.server";

const now = new Date("2026-11-21T10:00:00Z");
let db: PrismaClient;
let folder: string;
let scene: Partners;
const world = (actor: Actor, at: string): World => ({ db, actor, now: new Date(`${at}T10:00:00Z`), locale: "de" });

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), "exit-test-"));
	process.env.DATA_DIR = folder;
	({ db } = await freshDatabase());
	await loadFormRules({ db, actor: house, now, locale: "de" });
	scene = await partners(db, now);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What an organisation pays in which year, in cents. */
async function paid(organisationId: string): Promise<Record<number, bigint>> {
	const amounts = await yearlyAmounts(world(house, "2030-03-01"), organisationId, "mayen");
	return Object.fromEntries(amounts.map(({ year, cents }) => [year, cents]));
}

test("after an exit the others share anew by an amendment from its year on; the years before stay to the cent", async () => {
	const { id, code } = await concludedAgreement(db, scene, now);
	const before = { lead: await paid(scene.lead), town: await paid(scene.town) };
	const mayor = steppedUp(world(scene.otherMayor.actor, "2029-02-01"), scene.otherMayor.actor);
	const notice = must(
		await declareNotice(mayor, {
			code,
			organisationId: scene.town,
			kind: "exit",
			declaredOn: "2029-02-01",
			lastDay: "2029-12-31",
			reason: "Die Stadt baut eine eigene Anlage.",
			asBreach: true,
			consequence: "Sie zahlt die Fördermittel anteilig zurück.",
			stored: await scannedPaper(),
		}),
	);
	const received = { code, noticeId: notice.id, organisationId: scene.lead };
	must(await receiveNotice(world(scene.mayor.actor, "2029-02-02"), received));

	const clerk = (at: string) => world(scene.clerk.actor, at);
	const next = must(await beginAmendment(clerk("2029-12-01"), { code, kind: "change", reason: "Die Stadt ist fort." }));
	await db.agreement.update({ where: { id: next.id }, data: { effectiveOn: parseDay("2030-02-01") } });
	const draft = await readDraft(db, next.id, "2029-12-01");
	const [item] = draft.items;
	const [town] = draft.parties.filter(({ organisation }) => organisation.id === scene.town);
	const [lead] = draft.parties.filter(({ organisation }) => organisation.id === scene.lead);
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
	const paper = { code: next.code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(then, { ...paper, organisationId: scene.lead });
	await confirmation(then, scene.chair.actor, next.code, sha256);
	expect((await confirmation(then, scene.director.actor, next.code, sha256)).concluded).toBe(true);

	const early = (of: Record<number, bigint>) => Object.entries(of).filter(([year]) => Number(year) < 2030);
	const after = { lead: await paid(scene.lead), town: await paid(scene.town) };
	expect(early(after.lead)).toEqual(early(before.lead));
	expect(Object.entries(after.town)).toEqual(early(before.town));
	expect([after.lead[2030], after.lead[2031]]).toEqual([1_000_000n, 1_000_000n]);
	expect((before.lead[2030] ?? 0n) + (before.town[2030] ?? 0n)).toBe(1_000_000n);
	expect((await db.agreement.findUniqueOrThrow({ where: { id } })).state).toBe("concluded");
});
