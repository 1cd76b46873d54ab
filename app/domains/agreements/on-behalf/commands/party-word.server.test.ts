import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { RecordedEvent } from "~/platform/manifest.server";
import { Forbidden } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { agreementGuest } from "~tests/factories/agreement-guests";
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
import { type AgreementHouse, agreementHouse, codesOf } from "~tests/support/agreement-house";
import { declareNotice, receiveNotice } from "../../afterwards/commands/end-agreement.server";
import { confirmHandover, prepareHandover } from "../../afterwards/commands/handover.server";
import { addObligation } from "../../afterwards/commands/obligations.server";
import { prepareNotice } from "../../afterwards/commands/prepare-notice.server";
import { endWaiver, waiveObligation } from "../../afterwards/commands/waive-obligation.server";
import { endingPage } from "../../afterwards/queries/ending.server";
import { handoverPage } from "../../afterwards/queries/handover.server";
import { obligationsPage } from "../../afterwards/queries/obligations.server";
import { acknowledgeSettlement, drawUpSettlement } from "../../costs/commands/settle-year.server";
import { settlementsPage } from "../../costs/queries/settlements.server";
import { manifest } from "../../manifest.server";
import { letterOf } from "../queries/letter.server";

type Person = Extract<Actor, { kind: "person" }>;

const now = new Date("2026-11-23T10:00:00Z");
const decision = { decidedOn: "2026-11-02", decision: "Stadtrat, TOP 4" };
let db: PrismaClient;
let scene: Partners;
let world: AgreementHouse["world"];
let turn = 0;
/** One step-up makes one signature, so each agreement has an hour of its own. */
const conclude = () => concludedAgreement(db, scene, new Date(now.getTime() - 3_600_000 * ++turn));

beforeAll(async () => {
	({ db, scene, world } = await agreementHouse(now));
	const since = { legalBasis: "§ 68 GemO", validFrom: new Date("2020-01-01T00:00:00Z") };
	for (const agentId of [scene.lead, scene.company])
		await db.actingFor.create({ data: { agentId, principalId: scene.town, ...since } });
	await db.actingFor.create({ data: { agentId: scene.lead, principalId: scene.company, ...since } });
});

/** Somebody of a house that acts for others, at this moment with password and factor shown again. */
function helper({ actor }: { actor: Person }, ...principals: string[]): Person {
	const behalf = principals.map((id) => ({
		role: "staff" as const,
		scope: { kind: "organisation" as const, id },
		postId: null,
		onBehalfOfId: id,
		deputy: false,
	}));
	return { ...actor, grants: [...actor.grants, ...behalf] };
}
const fresh = (actor: Person, at = now) => steppedUp(world(actor, at), actor);

async function account({ actor }: { actor: Person }, email: string) {
	const { accountId: id, personId } = actor;
	await db.account.create({ data: { id, personId, email, emailConfirmedAt: now, createdAt: now } });
	return () => db.account.delete({ where: { id } });
}

/** The messages to which the only event of a type about an agreement leads. */
async function told(subjectId: string, type: string) {
	const [event, ...more] = await db.auditEvent.findMany({ where: { subjectId, type } });
	expect(more).toEqual([]);
	if (!event) throw new Error(`${type} was not recorded`);
	const facts = event.facts as RecordedEvent["facts"];
	const recorded = { ...event, facts, subject: { kind: "agreement", id: subjectId }, actorPersonId: null };
	return (await manifest.notices?.[type]?.(db, recorded)) ?? [];
}
const mails = (notices: Awaited<ReturnType<typeof told>>) =>
	notices.map(({ to }) => ("personId" in to ? to.personId : to.email)).sort();

test("notice: who acts for a party declares it by its decision only, and never receives it; the party is told", async () => {
	const { id, code } = await conclude();
	const given = {
		code,
		organisationId: scene.town,
		kind: "exit" as const,
		declaredOn: "2026-11-23",
		lastDay: "2035-12-31",
		reason: "Der Rat will es so.",
		asBreach: false,
		consequence: "",
		stored: await scannedPaper(),
	};
	const clerk = helper(scene.clerk, scene.town);
	const declare = (more: object = {}) => declareNotice(fresh(clerk), { ...given, ...more });
	expect((await endingPage(world(clerk), code)).mine.map(({ how }) => how).sort()).toEqual(["by-decision", "own"]);
	expect(codesOf(await declare())).toBe("decision-missing");
	expect(codesOf(await declare({ decision: { ...decision, decidedOn: "2026-11-24" } }))).toBe("decision-date");
	expect(codesOf(await declare({ decision: { ...decision, decision: "a\u202eb" } }))).toBe("text-direction");
	expect(await db.agreementNotice.count({ where: { agreementId: id } })).toBe(0);

	await db.space.create({
		data: {
			slug: "andernach-rat",
			organisationId: scene.town,
			name: "Andernach",
			email: "rat@andernach.example",
			openedAt: now,
		},
	});
	const { id: noticeId } = must(
		await declare({ decision: { ...decision, decision: "" }, decisionFile: await scannedPaper() }),
	);
	const [word] = (await endingPage(world(scene.chair.actor), code)).notices[0]?.words ?? [];
	expect(word).toMatchObject({ party: "Stadt Andernach", agent: "Stadt Mayen", decidedOn: "2026-11-02" });
	expect(word?.files).toHaveLength(1);
	const mayRead = (actor: Actor) => manifest.subjects?.["agreement-word"]?.mayReadFiles?.(world(actor), word?.id ?? "");
	expect([await mayRead(scene.chair.actor), await mayRead({ kind: "guest", pass: null })]).toEqual([true, false]);
	expect(mails(await told(id, "agreements.word.given-on-behalf"))).toEqual(["rat@andernach.example"]);
	const letter = await letterOf(world(scene.chair.actor), code, word?.id ?? "");
	expect(JSON.stringify(letter.blocks)).toContain("Stadt Andernach");
	expect(letter.title).toBe("Erklärung in Ihrem Namen");

	// Of the same house somebody else, for itself and for another principal of it: both sides (§ 181 BGB).
	const receive = (actor: Person, organisationId: string) =>
		receiveNotice(world(actor), { code, noticeId, organisationId });
	expect(codesOf(await receive(scene.mayor.actor, scene.lead))).toBe("both-sides");
	expect(codesOf(await receive(helper(scene.colleague, scene.company), scene.company))).toBe("both-sides");
	expect(codesOf(await receive(scene.chair.actor, scene.association))).toBe("done");
	await expect(
		db.agreementWordOnBehalf.updateMany({ where: { agreementId: id }, data: { decision: "anders" } }),
	).rejects.toThrow(/settled/);
	await db.space.deleteMany({ where: { organisationId: scene.town } });
});

test("notice: where a party has people of its own, who acts for it only prepares; they declare it themselves", async () => {
	const { id, code } = await conclude();
	const remove = await account(scene.otherMayor, "pauly@andernach.example");
	const clerk = helper(scene.clerk, scene.town);
	const prepared = {
		code,
		organisationId: scene.town,
		kind: "exit" as const,
		lastDay: "2035-12-31",
		reason: "Der Rat berät am 4. Dezember.",
		consequence: "",
	};
	const declared = { ...prepared, declaredOn: "2026-11-23", asBreach: false, stored: await scannedPaper() };
	expect((await endingPage(world(clerk), code)).mine.find(({ value }) => value === scene.town)?.how).toBe("prepares");
	expect(codesOf(await declareNotice(fresh(clerk), { ...declared, decision }))).toBe("own-people-decide");
	await expect(prepareNotice(world(scene.chair.actor), prepared)).rejects.toBeInstanceOf(Forbidden);
	expect(codesOf(await prepareNotice(world(clerk), { ...prepared, reason: " " }))).toBe("reason-missing");
	expect(codesOf(await prepareNotice(world(clerk), { ...prepared, lastDay: "2035-02-30" }))).toBe("date-invalid");
	expect(codesOf(await prepareNotice(world(clerk), prepared))).toBe("done");
	expect(await db.agreementNotice.count({ where: { agreementId: id } })).toBe(0);
	expect(mails(await told(id, "agreements.notice.prepared"))).toEqual([scene.otherMayor.actor.personId]);
	expect((await endingPage(world(scene.otherMayor.actor), code)).prepared).toMatchObject([
		{ organisationId: scene.town, lastDay: "2035-12-31", reason: prepared.reason },
	]);
	expect((await endingPage(world(scene.chair.actor), code)).prepared).toEqual([]);
	expect(codesOf(await declareNotice(fresh(scene.otherMayor.actor), declared))).toBe("done");
	expect((await endingPage(world(scene.otherMayor.actor), code)).prepared).toEqual([]);
	expect(await db.agreementWordOnBehalf.count({ where: { agreementId: id } })).toBe(0);
	// What the agent declares for itself it does not receive for others either.
	await remove();
	const other = await conclude();
	const own = { ...declared, code: other.code, organisationId: scene.lead, stored: await scannedPaper() };
	const { id: noticeId } = must(await declareNotice(fresh(scene.mayor.actor), own));
	const receipt = { code: other.code, noticeId, organisationId: scene.town };
	expect(codesOf(await receiveNotice(world(clerk), receipt))).toBe("both-sides");
	expect(codesOf(await receiveNotice(world(scene.otherMayor.actor), receipt))).toBe("done");
});

async function dateOf(code: string) {
	must(
		await addObligation(world(scene.clerk.actor), {
			code,
			organisationId: scene.company,
			postId: null,
			kind: "report",
			title: "Betriebsbericht",
			recipient: "Stadt Mayen",
			rhythm: "once",
			firstOn: "2026-12-01",
			until: null,
		}),
	);
	const { open, later } = await obligationsPage(world(scene.clerk.actor), code);
	const date = [...open, ...later].find(({ title }) => title === "Betriebsbericht");
	if (!date) throw new Error("the date is missing");
	return date.id;
}

test("waiver: one house speaks for one party only; the others are told, and of a withdrawal and a refusal too", async () => {
	const { id, code } = await conclude();
	const dateId = await dateOf(code);
	const removals = [
		await account(scene.chair, "geisen@verein.example"),
		await account(scene.director, "reuter@werke.example"),
		await account(scene.mayor, "lind@mayen.example"),
	];
	const waive = (actor: Person, organisationId: string, more: object = {}) =>
		waiveObligation(world(actor), { code, dateId, organisationId, reason: "Schon berichtet.", ...more });
	const end = (actor: Person, organisationId: string, reason = "", waiverId = "") =>
		endWaiver(world(actor), { code, waiverId, organisationId, reason });
	const waiting = async (actor: Person) =>
		((await manifest.waiting?.(world(actor))) ?? [])
			.map(({ label }) => label)
			.filter((label) => label.startsWith("Verzicht"));

	must(await waive(scene.director.actor, scene.company));
	// The company knows; of the others all who read for them are told, in their own words of what to do.
	const asked = await told(id, "agreements.waiver.proposed");
	expect(mails(asked)).toEqual([scene.chair, scene.mayor].map(({ actor }) => actor.personId).sort());
	expect(asked[0]?.paragraphs.join("\n")).toMatch(/Betriebsbericht[\s\S]*Schon berichtet[\s\S]*lehnen Sie ab/);
	expect(await waiting(scene.chair.actor)).toHaveLength(1);
	expect(await waiting(scene.director.actor)).toEqual([]);

	const [first] = (await obligationsPage(world(scene.chair.actor), code)).waivers;
	expect(first?.mayEnd).toMatchObject([{ organisationId: scene.association, kind: "declined" }]);
	expect(codesOf(await end(scene.chair.actor, scene.association, " ", first?.id))).toBe("waiver-reason");
	await expect(end(helper(scene.clerk, scene.town), scene.town, "nein", first?.id)).rejects.toBeInstanceOf(Forbidden);
	must(await waive(scene.mayor.actor, scene.lead));
	expect(codesOf(await end(scene.mayor.actor, scene.lead, "doch nicht", first?.id))).toBe("waiver-agreed");
	expect(must(await end(scene.chair.actor, scene.association, "Wir brauchen ihn.", first?.id)).kind).toBe("declined");
	expect(mails(await told(id, "agreements.waiver.declined"))).toEqual(
		[scene.director, scene.mayor].map(({ actor }) => actor.personId).sort(),
	);
	expect(codesOf(await end(scene.chair.actor, scene.association, "noch einmal", first?.id))).toBe("waiver-done");
	expect(await waiting(scene.mayor.actor)).toEqual([]);

	// Proposed anew by the town's house in its name; the house's own word is the other side then.
	const werke = helper(scene.director, scene.town);
	expect(codesOf(await waive(werke, scene.town))).toBe("decision-missing");
	must(await waive(werke, scene.town, { decision }));
	expect(codesOf(await waive(scene.director.actor, scene.company))).toBe("both-sides");
	const page = await obligationsPage(world(scene.otherMayor.actor), code);
	expect(page.words).toMatchObject([{ party: "Stadt Andernach", decision: "Stadtrat, TOP 4" }]);
	const second = page.waivers.find(({ ended }) => ended === null);
	expect(second?.mayEnd).toMatchObject([{ organisationId: scene.town, kind: "withdrawn" }]);
	expect(must(await end(scene.otherMayor.actor, scene.town, "", second?.id)).kind).toBe("withdrawn");
	expect(mails(await told(id, "agreements.waiver.withdrawn"))).toHaveLength(3);
	expect(page.open.map((date) => date.id)).toContain(dateId);
	await expect(db.agreementWaiverEnd.deleteMany()).rejects.toThrow(/settled/);

	// The other way round: after its own word a house has none for the town.
	must(await waive(scene.mayor.actor, scene.lead));
	expect(codesOf(await waive(helper(scene.clerk, scene.town), scene.town, { decision }))).toBe("both-sides");
	for (const remove of removals) await remove();
});

test("settlement and hand-over: whoever drew it up is on the other side", async () => {
	const { code } = await conclude();
	const at = new Date("2029-01-10T10:00:00Z");
	const figures = [scene.lead, scene.town].map((organisationId) => ({
		index: 0,
		organisationId,
		value: 1000n,
		source: "Register",
		asOf: "2026-12-31",
	}));
	const drawn = must(
		await drawUpSettlement(world(scene.clerk.actor, at), {
			code,
			year: 2027,
			items: [{ index: 0, cents: 1_100_000n }],
			advances: [],
			figures,
		}),
	);
	const word = { code, settlementId: drawn.id, organisationId: scene.town };
	const acknowledge = (actor: Person, more: object = {}) =>
		acknowledgeSettlement(world(actor, at), { ...word, ...more });
	expect(codesOf(await acknowledge(helper(scene.clerk, scene.town), { decision }))).toBe("both-sides");
	const werke = helper(scene.director, scene.town);
	expect((await settlementsPage(world(werke, at), code)).settlements[0]?.mine).toMatchObject([
		{ organisationId: scene.town, byDecision: true },
		{ organisationId: scene.company, byDecision: false },
	]);
	expect(codesOf(await acknowledge(werke))).toBe("decision-missing");
	expect(codesOf(await acknowledge(werke, { decision }))).toBe("done");
	expect(codesOf(await acknowledge(scene.director.actor, { organisationId: scene.company }))).toBe("both-sides");
	expect((await settlementsPage(world(scene.chair.actor, at), code)).settlements[0]?.words).toMatchObject([
		{ party: "Stadt Andernach", agent: expect.stringContaining("Stadtwerke") },
	]);

	const list = { code, takerId: scene.company, day: "2029-01-10", items: ["Anlage"] };
	must(await prepareHandover(world(scene.clerk.actor, at), list));
	const forCompany = helper(scene.colleague, scene.company);
	expect(codesOf(await confirmHandover(world(forCompany, at), { code, note: "", decision }))).toBe("both-sides");
	expect(codesOf(await confirmHandover(world(scene.director.actor, at), { code, note: "" }))).toBe("done");
});

test("a party's guest binds it where they were invited to sign; a reading one and one of another party never do", async () => {
	const clerk = { ...world(scene.clerk.actor), actor: scene.clerk.actor };
	// Invited while the version is open, as the law of guests says.
	const { code } = await completeDraft(clerk, between(scene));
	const { sha256 } = await frozenVersion(clerk, code);
	const { company: organisationId } = scene;
	const guest = (familyName: string, party: string, postId: string | null) =>
		agreementGuest(clerk, { code, organisationId: party, familyName, postId });
	const { guest: signing } = await guest(`Werk${newId(now).slice(-6)}`, organisationId, scene.director.postId);
	const { guest: reading } = await guest(`Liest${newId(now).slice(-6)}`, organisationId, null);
	const { guest: elsewhere } = await guest(`Verein${newId(now).slice(-6)}`, scene.association, scene.chair.postId);
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(clerk, { ...paper, organisationId: scene.lead });
	await paperSignature(clerk, { ...paper, organisationId: scene.town });
	await confirmation(clerk, elsewhere, code, sha256);
	expect(await confirmation(clerk, signing, code, sha256)).toEqual({ concluded: true });
	const dateId = await dateOf(code);
	const at = new Date("2029-01-10T10:00:00Z");
	const drawn = must(
		await drawUpSettlement(world(scene.clerk.actor, at), {
			code,
			year: 2027,
			items: [{ index: 0, cents: 1_000_000n }],
			advances: [],
			figures: [],
		}),
	);
	must(
		await prepareHandover(world(scene.clerk.actor, at), {
			code,
			takerId: organisationId,
			day: "2029-01-10",
			items: ["Anlage"],
		}),
	);
	const notice = {
		code,
		organisationId,
		kind: "termination" as const,
		declaredOn: "2029-01-10",
		lastDay: "2035-12-31",
		reason: "Der Betrieb trägt sich nicht.",
		asBreach: false,
		consequence: "",
		stored: null,
	};
	const acts: Record<string, (actor: Person) => Promise<unknown>> = {
		settlement: (actor) => acknowledgeSettlement(world(actor, at), { code, settlementId: drawn.id, organisationId }),
		waiver: (actor) => waiveObligation(world(actor, at), { code, dateId, organisationId, reason: "Schon berichtet." }),
		handover: (actor) => confirmHandover(world(actor, at), { code, note: "" }),
		notice: (actor) => declareNotice(fresh(actor, at), notice),
		preparing: (actor) => prepareNotice(world(actor, at), notice),
	};
	for (const [act, run] of Object.entries(acts)) {
		await expect(run(reading), `${act}, reading`).rejects.toBeInstanceOf(Forbidden);
		await expect(run(elsewhere), `${act}, of another party`).rejects.toBeInstanceOf(Forbidden);
	}
	expect((await handoverPage(world(reading, at), code)).may.confirm).toBe(false);
	expect((await endingPage(world(reading, at), code)).mine).toEqual([]);
	expect((await obligationsPage(world(reading, at), code)).speaksFor).toEqual([]);
	// The lead's people act for the company elsewhere, but here it has somebody who signs.
	const helping = helper(scene.clerk, organisationId);
	expect(codesOf(await declareNotice(fresh(helping, at), { ...notice, decision }))).toBe("own-people-decide");
	for (const act of ["settlement", "waiver", "handover", "notice"]) {
		expect(await acts[act]?.(signing), act).toMatchObject({ done: true });
	}
});
