import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import {
	between,
	completeDraft,
	confirmation,
	frozenVersion,
	type Partners,
	paperSignature,
} from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { agreementHouse, codesOf } from "~tests/support/agreement-house";
import { inForce } from "../../afterwards/queries/in-force.server";
import { noteDecision, removeDecision } from "../../authority/commands/note-decision.server";
import { yearlyAmounts } from "../../costs/queries/cash-view.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { findAgreement } from "../../queries/find-agreement.server";
import { signingPage } from "../../signing/queries/signing-page.server";
import type { ApprovalPlan } from "../approval";
import { clearBySilence, noteApproval } from "./note-approval.server";
import { planApproval } from "./plan-approval.server";

const now = new Date("2026-11-23T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const day = (days: number) => new Date(`${later(days).toISOString().slice(0, 10)}T00:00:00Z`);
let db: PrismaClient;
let url: string;
let scene: Partners;
let hour = 0;
const world = (actor: Actor, at = now): World => ({ db, actor, now: at, locale: "de" });
const clerk = (at = now) => world(scene.clerk.actor, at);

beforeAll(async () => {
	({ db, url, scene } = await agreementHouse(now));
});

const plan: ApprovalPlan = {
	authority: "ADD Trier",
	norm: "§ 24 GkG NRW (Beispiel)",
	deemedWeeks: 4,
	publication: true,
};
const purpose = () => ({ kind: "measure", id: scene.lead });

async function concluded(given: ApprovalPlan | null) {
	const at = new Date(now.getTime() - ++hour * 3_600_000);
	const { id, code } = await completeDraft(clerk(at), { ...between(scene), purpose: purpose() });
	must(await planApproval(clerk(at), { code, plan: given }));
	const { sha256 } = await frozenVersion(clerk(at), code);
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(clerk(at), { ...paper, organisationId: scene.lead });
	await paperSignature(clerk(at), { ...paper, organisationId: scene.town });
	await confirmation(clerk(at), scene.chair.actor, code, sha256);
	expect(await confirmation(clerk(at), scene.director.actor, code, sha256)).toEqual({ concluded: true });
	return { id, code };
}
const note = (code: string, step: "submitted" | "granted" | "refused" | "published", on: number, at: number) =>
	noteApproval(clerk(later(at)), { code, step, day: day(on), note: "Az. 17-4/2026" });
const stateAt = async (code: string, days: number) => (await findAgreement(clerk(later(days)), code)).stateNow;

test("signed by all is not in force: handed in, granted, published, and the day after it counts", async () => {
	const { code } = await concluded(plan);
	expect(await stateAt(code, 0)).toBe("in-approval");
	expect(codesOf(await note(code, "granted", 0, 0))).toBe("step-not-now");
	expect(codesOf(await note(code, "published", 0, 0))).toBe("step-not-now");
	expect(codesOf(await note(code, "submitted", 2, 1))).toBe("date-future");
	expect(codesOf(await note(code, "submitted", -1, 1))).toBe("date-order");
	await expect(
		noteApproval(world(scene.otherClerk.actor), { code, step: "submitted", day: day(0), note: "x" }),
	).rejects.toBeInstanceOf(Forbidden);
	await expect(noteApproval(world(guest), { code, step: "submitted", day: day(0), note: "x" })).rejects.toThrow();
	expect(codesOf(await note(code, "submitted", 1, 1))).toBe("done");
	expect((await agreementPage(clerk(later(2)), code)).approval).toMatchObject({
		word: "pending",
		next: ["granted", "refused"],
	});
	expect((await agreementPage(world(scene.chair.actor, later(2)), code)).approval).toMatchObject({
		word: "pending",
		next: [],
	});
	must(await note(code, "granted", 5, 5));
	expect(codesOf(await note(code, "refused", 5, 5))).toBe("step-not-now");
	expect(await note(code, "published", 9, 9)).toEqual({ done: true, value: { inForceFrom: "2026-12-03" } });
	expect(await stateAt(code, 9)).toBe("concluded");
	expect(await inForce(clerk(later(9)), purpose())).toBeNull();
	expect(await stateAt(code, 10)).toBe("in-force");
	expect(await inForce(clerk(later(10)), purpose())).not.toBeNull();
	// The first day is fixed once.
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	for (const sql of [
		"UPDATE agreement SET in_force_from = in_force_from - 1 WHERE code = $1",
		"UPDATE agreement SET in_force_from = NULL WHERE code = $1",
		"DELETE FROM agreement_approval_step s USING agreement_version v, agreement a WHERE s.version_id = v.id AND v.agreement_id = a.id AND a.code = $1",
		"DELETE FROM agreement_approval_plan p USING agreement a WHERE p.agreement_id = a.id AND a.code = $1",
	]) {
		await expect(client.query(sql, [code]), sql).rejects.toMatchObject({ code: "42501" });
	}
	await client.end();
});

test("a refusal is the end: it never comes into force", async () => {
	const { id, code } = await concluded(plan);
	const before = await yearlyAmounts(clerk(later(0)), scene.lead, "mayen");
	expect(before.some(({ agreement }) => agreement.id === id)).toBe(true);
	must(await note(code, "submitted", 0, 0));
	const both = await Promise.all([note(code, "refused", 3, 3), note(code, "refused", 3, 3)]);
	expect(both.map(codesOf).sort()).toEqual(["done", "step-not-now"]);
	expect((await agreementPage(clerk(later(60)), code)).approval).toMatchObject({ word: "refused", next: [] });
	expect(codesOf(await note(code, "published", 60, 60))).toBe("step-not-now");
	expect(await stateAt(code, 60)).toBe("not-approved");
	const payments = await yearlyAmounts(clerk(later(60)), scene.lead, "mayen");
	expect(payments.some(({ agreement }) => agreement.id === id)).toBe(false);
});

test("silence is approval after the weeks: publication is open then; without it the sweep starts it once", async () => {
	const waits = await concluded(plan);
	const quiet = await concluded({ ...plan, publication: false });
	for (const { code } of [waits, quiet]) must(await note(code, "submitted", 0, 0));
	// Four weeks end on Monday, 21 December.
	expect((await agreementPage(clerk(later(28)), waits.code)).approval).toMatchObject({
		word: "pending",
		deemedOn: "2026-12-22",
	});
	expect(await clearBySilence(world(house, later(28)))).toBe(0);
	expect((await agreementPage(clerk(later(29)), waits.code)).approval).toMatchObject({
		word: "deemed",
		next: ["published"],
	});
	expect(await clearBySilence(world(house, later(40)))).toBe(1);
	expect(await clearBySilence(world(house, later(41)))).toBe(0);
	expect((await findAgreement(clerk(later(41)), quiet.code)).inForceFrom).toEqual(new Date("2026-12-22T00:00:00Z"));
	expect(codesOf(await note(waits.code, "published", 28, 40))).toBe("date-order");
	expect(codesOf(await note(waits.code, "published", 40, 40))).toBe("done");
});

test("a decision that does not reach warns before signing, and stands in the version", async () => {
	const { id, code } = await completeDraft(clerk(), between(scene));
	const given = {
		code,
		organisationId: scene.lead,
		body: "council" as const,
		reference: "Vorlage 12/2026",
		resolution: "",
	};
	expect(codesOf(await noteDecision(clerk(), { ...given, decidedOn: null, ceilingCents: null }))).toBe("date-missing");
	expect(codesOf(await noteDecision(clerk(), { ...given, decidedOn: day(1), ceilingCents: null }))).toBe("date-future");
	expect(
		codesOf(
			await noteDecision(clerk(), {
				...given,
				decidedOn: day(-1),
				resolution: "/beschluss/NICHTDA",
				ceilingCents: null,
			}),
		),
	).toBe("resolution-unknown");
	must(await noteDecision(clerk(), { ...given, decidedOn: day(-1), ceilingCents: 6n * 391_205n - 1n }));
	const { versionId } = await frozenVersion(clerk(), code);
	expect((await signingPage(world(scene.mayor.actor), code)).decisions).toMatchObject({
		warning: "ceiling",
		amount: "2347230",
	});
	const { content } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	expect(JSON.parse(content).parties[0].decisions).toEqual([
		{ body: "council", day: "2026-11-22", reference: "Vorlage 12/2026", ceiling: "2347229" },
	]);
	const row = await db.agreementDecision.findFirstOrThrow({ where: { agreementId: id } });
	expect(codesOf(await removeDecision(clerk(), { code, id: row.id }))).toBe("not-editable");
});
