import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { RecordedEvent } from "~/platform/manifest.server";
import { Forbidden, NotFound } from "~/platform/outcome";
import {
	between,
	completeDraft,
	confirmation,
	frozenVersion,
	type Partners,
	scannedPaper,
	steppedUp,
} from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { type AgreementHouse, agreementHouse, codesOf, nextScene } from "~tests/support/agreement-house";
import { present } from "../../drafting/commands/present.server";
import { manifest } from "../../manifest.server";
import { paperPage } from "../queries/signing-page.server";
import { askForProof, confirm } from "./confirm.server";
import { refuseToSign, withdrawVersion } from "./end-round.server";
import { freeze } from "./freeze.server";
import { bringInScan, checkScan } from "./sign-on-paper.server";

const now = new Date("2026-11-23T10:00:00Z");
const minutes = (more: number) => new Date(now.getTime() + more * 60_000);
const days = (more: number) => minutes(more * 24 * 60);
let db: PrismaClient;
let scene: Partners;
let world: AgreementHouse["world"];
beforeAll(async () => {
	({ db, world } = await agreementHouse(now));
});
beforeEach(async () => {
	scene = await nextScene(db, now);
});

type Person = Extract<Actor, { kind: "person" }>;
const clerk = () => world(scene.clerk.actor);
const stateOf = async (code: string) => (await db.agreement.findUniqueOrThrow({ where: { code } })).state;
async function frozen() {
	const { id, code } = await completeDraft(clerk(), between(scene));
	return { id, code, ...(await frozenVersion(clerk(), code)) };
}

test("a proof counts for one account and one version, for half an hour, with a step-up that is fresh (50, 51)", async () => {
	const [one, two] = [await frozen(), await frozen()];
	const { actor } = scene.chair;
	/** Password and factor shown at one moment, the confirmation sent at another. */
	const sign = (version: typeof one, shown: number, sent = shown, who: Person = actor) =>
		confirm(world({ ...who, steppedUpAt: minutes(shown) }, minutes(sent)), version);
	const again = { reason: "step-up" };
	must(await askForProof(world(actor), one));
	// For the other version nothing was asked, by nobody, then by somebody else.
	await expect(sign(two, 1)).rejects.toMatchObject(again);
	must(await askForProof(world(scene.director.actor), two));
	await expect(sign(two, 1)).rejects.toMatchObject(again);
	await expect(sign(one, 1, 12)).rejects.toMatchObject(again);
	await expect(sign(one, 29, 31)).rejects.toMatchObject(again);
	expect(await db.agreementConfirmation.count({ where: { version: { agreementId: { in: [one.id, two.id] } } } })).toBe(
		0,
	);
	expect(codesOf(await sign(one, 2, 3))).toBe("done");
	// Another role through the same post signs nothing.
	const [grant] = actor.grants;
	if (!grant) throw new Error("the chair has no role");
	const office: Person = { ...scene.admin.actor, grants: [{ ...grant, role: "staff" }] };
	await expect(askForProof(world(office), two)).rejects.toBeInstanceOf(Forbidden);
	await expect(sign(two, 5, 5, office)).rejects.toBeInstanceOf(Forbidden);
});

test("after the last day no paper is checked any more (62); a refusal is told to all parties with its reason (64)", async () => {
	const clerk = world(scene.clerk.actor);
	const { id, code } = await completeDraft(clerk, between(scene));
	must(await present(clerk, { code }));
	const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
	const round = { sequential: false, deadline: new Date(days(2).toISOString().slice(0, 10)) };
	must(await freeze(clerk, { code, changes, origin: "http://localhost", round }));
	const paper = { code, organisationId: scene.town, signedOn: days(-1), stored: await scannedPaper() };
	const { scanId } = must(await bringInScan(world(scene.clerk.actor, days(2)), paper));
	const { verificationCode: codeOnPaper } = await db.agreementVersion.findFirstOrThrow({ where: { agreementId: id } });
	const seen = {
		code,
		scanId,
		accepted: true,
		codeOnPaper,
		signaturesComplete: true,
		originalPlace: "Archiv",
		reason: "",
	};
	const check = (at: Date) => checkScan(steppedUp(world(scene.colleague.actor, at), scene.colleague.actor), seen);
	// What was brought in is a signature already, though nobody has checked it (65).
	expect(codesOf(await withdrawVersion(clerk, { code }))).toBe("signed-already");
	expect(codesOf(await check(days(3)))).toBe("round-lapsed");
	expect(await db.agreementScanCheck.count({ where: { scanId } })).toBe(0);
	expect(codesOf(await check(days(2)))).toBe("done");

	const reason = "Der Vorstand will weniger zahlen.";
	expect(codesOf(await refuseToSign(world(scene.chair.actor), { code, reason }))).toBe("done");
	const type = "agreements.version.refused";
	const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: id, type } });
	const facts = event.facts as RecordedEvent["facts"];
	const recorded = { ...event, facts, subject: { kind: "agreement", id }, actorPersonId: null };
	const notices = (await manifest.notices?.[type]?.(db, recorded)) ?? [];
	const { mayor, otherMayor, chair, director } = scene;
	expect(notices.map(({ to }) => ("personId" in to ? to.personId : "")).sort()).toEqual(
		[mayor, otherMayor, chair, director].map(({ actor }) => actor.personId).sort(),
	);
	for (const { paragraphs } of notices) expect(paragraphs.join("\n")).toContain(reason);
});

describe("confirming in text form", () => {
	test("needs a proof for this version, and a step-up after it, fresh and used once", async () => {
		const { code, sha256 } = await frozen();
		const chair = scene.chair.actor;
		const stepped = steppedUp(world(chair), chair);
		// A step-up for something else does not count, nor does one from before the question.
		await expect(confirm(stepped, { code, sha256 })).rejects.toMatchObject({ reason: "step-up" });
		expect(codesOf(await askForProof(world(chair, new Date(now.getTime() + 2000)), { code }))).toBe("done");
		await expect(confirm(stepped, { code, sha256 })).rejects.toMatchObject({ reason: "step-up" });
		const tooLate = { ...steppedUp(world(chair), chair), now: new Date(now.getTime() + 11 * 60_000) };
		await expect(confirm(tooLate, { code, sha256 })).rejects.toMatchObject({ reason: "step-up" });
		const right = steppedUp(world(chair, new Date(now.getTime() + 3000)), chair);
		expect(await confirm(right, { code, sha256 })).toEqual({ done: true, value: { concluded: false } });

		// The same step-up for another version: the proof of that version exists, but the step-up is spent.
		const other = await frozen();
		expect(codesOf(await askForProof(world(chair, new Date(now.getTime() + 3500)), { code: other.code }))).toBe("done");
		await expect(confirm(right, other)).rejects.toMatchObject({ reason: "step-up" });
		expect(await db.agreementConfirmation.count({ where: { versionId: other.versionId } })).toBe(0);
	});

	test("another hash is refused and leaves no trace", async () => {
		const { code, versionId } = await frozen();
		await askForProof(world(scene.chair.actor), { code });
		const outcome = await confirm(steppedUp(clerk(), scene.chair.actor), { code, sha256: "0".repeat(64) });
		expect(codesOf(outcome)).toBe("content-changed");
		expect(await db.agreementConfirmation.count({ where: { versionId } })).toBe(0);
		expect(await db.agreementProof.count({ where: { versionId, usedAt: null } })).toBe(1);
	});

	test("nobody signs for others: admin, staff of the lead, another party, the house, an actor on behalf", async () => {
		const { code, sha256 } = await frozen();
		const { actor } = scene.chair;
		const [grant] = actor.grants;
		if (!grant) throw new Error("the chair has no role");
		const strangers: Actor[] = [
			scene.admin.actor,
			scene.clerk.actor,
			house,
			{ ...scene.admin.actor, grants: [{ ...grant, postId: null }] },
			{ ...scene.admin.actor, grants: [{ ...grant, postId: scene.admin.postId }] },
			{ ...scene.admin.actor, grants: [{ ...grant, onBehalfOfId: scene.association }] },
		];
		for (const stranger of strangers) {
			const as = stranger.kind === "person" ? { ...stranger, steppedUpAt: now } : stranger;
			await expect(askForProof(world(as), { code })).rejects.toBeInstanceOf(Forbidden);
			await expect(confirm(world(as), { code, sha256 })).rejects.toBeInstanceOf(Forbidden);
			await expect(refuseToSign(world(as), { code, reason: "nein" })).rejects.toBeInstanceOf(Forbidden);
		}
		await expect(confirm(world(guest), { code, sha256 })).rejects.toBeInstanceOf(NotFound);
	});

	test("where the law asks for written form a click is no signature", async () => {
		const { code, sha256 } = await frozen();
		await askForProof(world(scene.mayor.actor), { code });
		const outcome = await confirm(steppedUp(clerk(), scene.mayor.actor), { code, sha256 });
		expect(codesOf(outcome)).toBe("written-form-needed");
	});

	test("double click and two tabs give one confirmation", async () => {
		const { code, sha256, versionId } = await frozen();
		await askForProof(world(scene.chair.actor), { code });
		const stepped = steppedUp(clerk(), scene.chair.actor);
		const outcomes = await Promise.all([1, 2, 3].map(() => confirm(stepped, { code, sha256 })));
		expect(outcomes.map(codesOf).sort()).toEqual(["already-signed", "already-signed", "done"]);
		expect(await db.agreementConfirmation.count({ where: { versionId } })).toBe(1);
		const row = await db.agreementConfirmation.findFirstOrThrow({ where: { versionId } });
		expect(row).toMatchObject({ personName: "Kim Geisen", capacity: "1. Vorsitzende", deputy: false, sha256 });
	});

	test("a deputy's confirmation says so", async () => {
		const { code, sha256, versionId } = await frozen();
		const [grant] = scene.chair.actor.grants;
		if (!grant) throw new Error("the chair has no role");
		const deputy = { ...scene.admin.actor, grants: [{ ...grant, deputy: true }] };
		await confirmation(clerk(), deputy, code, sha256);
		expect((await db.agreementConfirmation.findFirstOrThrow({ where: { versionId } })).deputy).toBe(true);
	});

	test("signing and refusing at once: one wins, the other is told", async () => {
		const { code, sha256, versionId } = await frozen();
		await askForProof(world(scene.chair.actor), { code });
		const outcomes = await Promise.all([
			confirm(steppedUp(clerk(), scene.chair.actor), { code, sha256 }),
			refuseToSign(world(scene.director.actor), { code, reason: "Die Kosten sind zu hoch." }),
		]);
		const [signed, refusal] = outcomes.map(codesOf);
		expect(refusal).toBe("done");
		expect(["done", "round-over"]).toContain(signed);
		expect(await stateOf(code)).toBe("presented");
		expect(await db.agreementRound.findUniqueOrThrow({ where: { versionId } })).toMatchObject({ state: "refused" });
		expect(codesOf(await confirm(steppedUp(clerk(), scene.chair.actor), { code, sha256 }))).toBe("round-over");
	});
});

describe("signing on paper", () => {
	const bringIn = async (by: Actor, code: string, organisationId = scene.town) =>
		bringInScan(world(by), {
			code,
			organisationId,
			signedOn: new Date("2026-11-20T00:00:00Z"),
			stored: await scannedPaper(),
		});
	const check = async (by: Extract<Actor, { kind: "person" }>, code: string, scanId: string, changes = {}) => {
		const version = await db.agreementVersion.findFirstOrThrow({ where: { agreement: { code } } });
		const codeOnPaper = version.verificationCode.toLowerCase().replace(/(.{4})/g, "$1 ");
		const seen = { accepted: true, codeOnPaper, signaturesComplete: true, originalPlace: "Archiv", reason: "" };
		return checkScan(steppedUp(clerk(), by), { code, scanId, ...seen, ...changes });
	};

	test("the page asks for password and factor before the check, not after the form is filled in", async () => {
		const { code } = await frozen();
		expect((await paperPage(world(scene.colleague.actor), code)).shownAgain).toBe(false);
		expect((await paperPage(steppedUp(clerk(), scene.colleague.actor), code)).shownAgain).toBe(true);
	});

	test("counts only after a second person compared code, signatures and place", async () => {
		const { code, versionId } = await frozen();
		const outcome = await bringIn(scene.otherClerk.actor, code);
		if (!outcome.done) throw new Error(codesOf(outcome));
		const { scanId } = outcome.value;
		expect(codesOf(await bringIn(scene.clerk.actor, code))).toBe("scan-waits");
		expect(codesOf(await check(scene.otherClerk.actor, code, scanId))).toBe("second-person-needed");
		expect(codesOf(await check(scene.clerk.actor, code, scanId, { codeOnPaper: "ABCD" }))).toBe("paper-code-differs");
		expect(codesOf(await check(scene.clerk.actor, code, scanId, { signaturesComplete: false }))).toBe(
			"signatures-missing",
		);
		expect(codesOf(await check(scene.clerk.actor, code, scanId, { originalPlace: " " }))).toBe("place-missing");
		await expect(
			checkScan(world(scene.clerk.actor), {
				code,
				scanId,
				accepted: true,
				codeOnPaper: "",
				signaturesComplete: true,
				originalPlace: "Archiv",
				reason: "",
			}),
		).rejects.toMatchObject({ reason: "step-up" });
		expect(await db.agreementScanCheck.count({ where: { versionId } })).toBe(0);
		expect(codesOf(await check(scene.clerk.actor, code, scanId))).toBe("done");
		expect(codesOf(await check(scene.colleague.actor, code, scanId))).toBe("already-checked");
		expect(codesOf(await bringIn(scene.otherClerk.actor, code))).toBe("already-signed");
	});

	test("a rejected scan makes room for another; strangers bring in and check nothing", async () => {
		const { code } = await frozen();
		const first = await bringIn(scene.clerk.actor, code);
		if (!first.done) throw new Error(codesOf(first));
		expect(codesOf(await check(scene.colleague.actor, code, first.value.scanId, { accepted: false }))).toBe(
			"reason-missing",
		);
		const rejected = await check(scene.colleague.actor, code, first.value.scanId, {
			accepted: false,
			reason: "Seite 2 fehlt",
		});
		expect(codesOf(rejected)).toBe("done");
		expect(codesOf(await bringIn(scene.clerk.actor, code))).toBe("done");
		await expect(bringIn(scene.chair.actor, code)).rejects.toBeInstanceOf(Forbidden);
		const nobody = { ...scene.otherClerk.actor, grants: [] };
		await expect(bringIn(nobody, code)).rejects.toBeInstanceOf(NotFound);
	});

	test("two at once bring in one", async () => {
		const { code, versionId } = await frozen();
		const outcomes = await Promise.all([bringIn(scene.clerk.actor, code), bringIn(scene.colleague.actor, code)]);
		expect(outcomes.map(codesOf).sort()).toEqual(["done", "scan-waits"]);
		expect(await db.agreementScan.count({ where: { versionId } })).toBe(1);
	});
});
