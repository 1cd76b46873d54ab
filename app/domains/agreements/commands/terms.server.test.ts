import { beforeAll, expect, test } from "vitest";
import { type Actor, guest } from "~/platform/actor";
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
import { agreementHouse, codesOf } from "~tests/support/agreement-house";
import { declareNotice } from "../afterwards/commands/end-agreement.server";
import { addObligation, meetObligation } from "../afterwards/commands/obligations.server";
import { waiveObligation } from "../afterwards/commands/waive-obligation.server";
import { endingPage } from "../afterwards/queries/ending.server";
import { obligationsPage } from "../afterwards/queries/obligations.server";
import { noteApproval } from "../approval/commands/note-approval.server";
import { planApproval } from "../approval/commands/plan-approval.server";
import { noteDecision, removeDecision } from "../authority/commands/note-decision.server";
import { decisionsOf } from "../authority/queries/decisions-page.server";
import { contentOf } from "../content";
import { readDraft } from "../drafting/queries/draft.server";
import { manifest } from "../manifest.server";
import { agreeNoticePeriod } from "../notice-period/commands/agree-notice-period.server";
import type { NoticePeriod } from "../notice-period/notice-period";
import { agreementPage } from "../queries/agreement-page.server";

const now = new Date("2026-11-23T10:00:00Z");
let db: PrismaClient;
let scene: Partners;
const world = (actor: Actor = scene.clerk.actor, at = now): World => ({ db, actor, now: at, locale: "de" });

beforeAll(async () => {
	({ db, scene } = await agreementHouse(now));
});

const yearly: NoticePeriod = { months: 6, towards: "year", firstEnd: "2033-12-31", form: "written" };
const mayOpen = (kind: string, id: string, actor: Actor) => manifest.subjects?.[kind]?.mayReadFiles?.(world(actor), id);

test("the period of notice is data: it is signed, closed with the draft, and a notice is held against it", async () => {
	const at = new Date(now.getTime() - 3_600_000);
	const clerk = world(scene.clerk.actor, at);
	const { id, code } = await completeDraft(clerk, between(scene));
	await expect(agreeNoticePeriod(world(scene.otherClerk.actor), { code, period: yearly })).rejects.toBeInstanceOf(
		NotFound,
	);
	expect(codesOf(await agreeNoticePeriod(clerk, { code, period: { ...yearly, firstEnd: "2033-06-30" } }))).toBe(
		"notice-first-end",
	);
	expect(codesOf(await agreeNoticePeriod(clerk, { code, period: { ...yearly, firstEnd: "2033-02-30" } }))).toBe(
		"date-invalid",
	);
	expect((await readDraft(db, id, "2026-11-23")).noticePeriod).toBeNull();
	must(await agreeNoticePeriod(clerk, { code, period: { ...yearly, months: 3 } }));
	must(await agreeNoticePeriod(clerk, { code, period: null }));
	expect(contentOf(await readDraft(db, id, "2026-11-23"), 1, "2026-11-23")).not.toHaveProperty("noticePeriod");
	must(await agreeNoticePeriod(clerk, { code, period: yearly }));
	const { sha256, versionId } = await frozenVersion(clerk, code);
	const { content } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	expect(JSON.parse(content)).toMatchObject({ noticePeriod: yearly });
	expect(codesOf(await agreeNoticePeriod(clerk, { code, period: null }))).toBe("not-editable");
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(clerk, { ...paper, organisationId: scene.lead });
	await paperSignature(clerk, { ...paper, organisationId: scene.town });
	await confirmation(clerk, scene.chair.actor, code, sha256);
	await confirmation(clerk, scene.director.actor, code, sha256);

	// Promised until the end of 2032; the first end by notice is a year later.
	const day = new Date("2031-07-01T10:00:00Z");
	const director = steppedUp(world(scene.director.actor, day), scene.director.actor);
	expect(await endingPage(director, code)).toMatchObject({ period: yearly, earliest: "2033-12-31" });
	const notice = {
		code,
		organisationId: scene.company,
		kind: "termination" as const,
		declaredOn: "2031-07-01",
		lastDay: "2032-12-31",
		reason: "Der Betrieb trägt sich nicht.",
		asBreach: false,
		consequence: "",
		stored: null,
	};
	const early = await declareNotice(director, notice);
	expect(early).toMatchObject({ refusals: [{ code: "notice-period", values: { day: "2033-12-31" } }] });
	expect(codesOf(await declareNotice(director, { ...notice, lastDay: "2034-06-30" }))).toBe("notice-end");
	// The company signed in text form, but notices need a hand on paper.
	const inTime = { ...notice, lastDay: "2033-12-31" };
	expect(codesOf(await declareNotice(director, inTime))).toBe("letter-missing");
	expect(await db.agreementNotice.count({ where: { agreementId: id } })).toBe(0);
	expect(await declareNotice(director, { ...inTime, stored: await scannedPaper() })).toMatchObject({
		value: { breach: false },
	});
});

test("a decision and an approval bring their documents: hashed into the version, told with who brought them in, for the parties", async () => {
	const at = new Date(now.getTime() - 2 * 3_600_000);
	const clerk = world(scene.clerk.actor, at);
	const { id, code } = await completeDraft(clerk, between(scene));
	const stored = await scannedPaper();
	const decision = {
		code,
		organisationId: scene.town,
		body: "council" as const,
		decidedOn: new Date("2026-10-06T00:00:00Z"),
		reference: "Vorlage 12/2026",
		resolution: "",
		ceilingCents: null,
	};
	must(await noteDecision(clerk, { ...decision, stored }));
	const shown = await decisionsOf(clerk, await readDraft(db, id, "2026-11-23"));
	const [first] = shown.find(({ organisationId }) => organisationId === scene.town)?.decisions ?? [];
	if (!first) throw new Error("the decision is missing");
	expect(first.evidence).toEqual({
		name: "unterschrieben.pdf",
		href: `/datei/${stored.id}`,
		sha256: stored.sha256,
		by: "K. Adams",
	});
	expect(await mayOpen("agreement-decision", first.id, scene.colleague.actor)).toBe(true);
	// Partners see a draft only once it lies before them.
	expect(await mayOpen("agreement-decision", first.id, scene.otherClerk.actor)).toBe(false);

	const spare = await scannedPaper();
	must(await noteDecision(clerk, { ...decision, reference: "Irrtum", stored: spare }));
	const wrong = await db.agreementDecision.findFirstOrThrow({ where: { agreementId: id, reference: "Irrtum" } });
	must(await removeDecision(clerk, { code, id: wrong.id }));
	expect(await mayOpen("agreement-decision", wrong.id, scene.clerk.actor)).toBe(false);

	must(
		await planApproval(clerk, {
			code,
			plan: { authority: "ADD Trier", norm: "§ 24 GkG NRW (Beispiel)", deemedWeeks: 4, publication: false },
		}),
	);
	const { sha256, versionId } = await frozenVersion(clerk, code);
	const { content } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	expect(content).toContain(stored.sha256);
	expect(content).not.toContain("Irrtum");
	expect(await mayOpen("agreement-decision", first.id, scene.otherClerk.actor)).toBe(true);
	expect(await mayOpen("agreement-decision", first.id, guest)).toBe(false);
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(clerk, { ...paper, organisationId: scene.lead });
	await paperSignature(clerk, { ...paper, organisationId: scene.town });
	await confirmation(clerk, scene.chair.actor, code, sha256);
	await confirmation(clerk, scene.director.actor, code, sha256);

	const step = { code, step: "submitted" as const, day: new Date("2026-11-23T00:00:00Z"), note: "Az. 17-4/2026" };
	const letter = await scannedPaper();
	await expect(noteApproval(world(scene.otherClerk.actor), { ...step, stored: letter })).rejects.toBeInstanceOf(
		Forbidden,
	);
	must(await noteApproval(world(), { ...step, stored: letter }));
	const page = await agreementPage(world(scene.otherClerk.actor), code);
	expect(page.approval?.evidence).toEqual([
		{
			step: "submitted",
			name: "unterschrieben.pdf",
			href: `/datei/${letter.id}`,
			sha256: letter.sha256,
			by: "K. Adams",
		},
	]);
	expect(await mayOpen("agreement-approval", versionId, scene.otherClerk.actor)).toBe(true);
	expect(await mayOpen("agreement-approval", versionId, guest)).toBe(false);
});

test("a date of an obligation is waived by all parties together, with a reason, and stays so", async () => {
	const { code } = await concludedAgreement(db, scene, new Date(now.getTime() - 3 * 3_600_000));
	must(
		await addObligation(world(), {
			code,
			organisationId: scene.company,
			postId: null,
			kind: "report",
			title: "Betriebsbericht",
			recipient: "Stadt Mayen",
			rhythm: "half-yearly",
			firstOn: "2026-12-01",
			until: "2027-06-30",
		}),
	);
	const [date, other] = [
		...(await obligationsPage(world(), code)).open,
		...(await obligationsPage(world(), code)).later,
	].filter(({ title }) => title === "Betriebsbericht");
	if (!date || !other) throw new Error("the dates are missing");
	const waive = (actor: Actor, organisationId: string, reason = "", dateId = date.id) =>
		waiveObligation(world(actor), { code, dateId, organisationId, reason });
	expect(codesOf(await waive(scene.director.actor, scene.company))).toBe("waiver-reason");
	expect(codesOf(await waive(scene.director.actor, scene.company, "a\u202eb"))).toBe("text-direction");
	await expect(waive(scene.director.actor, scene.lead, "x")).rejects.toBeInstanceOf(Forbidden);
	await expect(waive(guest, scene.company, "x")).rejects.toThrow();
	expect(await db.agreementWaiver.count({ where: { dateId: date.id } })).toBe(0);

	expect(await waive(scene.director.actor, scene.company, "Schon im Oktober berichtet.")).toMatchObject({
		value: { waived: false },
	});
	expect(codesOf(await waive(scene.director.actor, scene.company))).toBe("waiver-agreed");
	expect(await waive(scene.chair.actor, scene.association)).toMatchObject({ value: { waived: false } });
	expect(await waive(scene.otherMayor.actor, scene.town)).toMatchObject({ value: { waived: false } });
	const page = await obligationsPage(world(), code);
	expect(page.waivers).toMatchObject([
		{
			reason: "Schon im Oktober berichtet.",
			waivedOn: null,
			missing: ["Stadt Mayen"],
			mine: [{ party: "Stadt Mayen" }],
		},
	]);
	expect(page.open.map(({ id }) => id)).toContain(date.id);

	// The last two words at once: one of them counts, the other is told.
	const both = await Promise.all([waive(scene.clerk.actor, scene.lead), waive(scene.mayor.actor, scene.lead)]);
	expect(both.map(codesOf).sort()).toEqual(["done", "waiver-done"]);
	const after = await obligationsPage(world(), code);
	expect(after.open.map(({ id }) => id)).not.toContain(date.id);
	expect(after.waivers).toMatchObject([{ waivedOn: "2026-11-23", missing: [], mine: [] }]);
	expect(after.waivers[0]?.agreed.map(({ party }) => party)).toHaveLength(4);
	expect([...after.open, ...after.later].map(({ id }) => id)).toContain(other.id);
	const met = { code, dateId: date.id, evidence: "Doch noch", stored: null };
	expect(codesOf(await meetObligation(world(scene.director.actor), met))).toBe("waived-already");
	// Nobody takes a word back, not even the application.
	await expect(db.agreementWaiverConsent.deleteMany({ where: { waiver: { dateId: date.id } } })).rejects.toThrow();
	await expect(
		db.agreementObligationDate.updateMany({ where: { id: date.id }, data: { waivedOn: null } }),
	).rejects.toThrow();
});
