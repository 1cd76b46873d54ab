import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { RecordedEvent } from "~/platform/manifest.server";
import { Forbidden } from "~/platform/outcome";
import {
	between,
	completeDraft,
	frozenVersion,
	type Partners,
	scannedPaper,
	steppedUp,
} from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { type AgreementHouse, agreementHouse, codesOf } from "~tests/support/agreement-house";
import { present } from "../../drafting/commands/present.server";
import { manifest } from "../../manifest.server";
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
	({ db, scene, world } = await agreementHouse(now));
});

type Person = Extract<Actor, { kind: "person" }>;
async function frozen() {
	const clerk = world(scene.clerk.actor);
	const { id, code } = await completeDraft(clerk, between(scene));
	return { id, code, ...(await frozenVersion(clerk, code)) };
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
	expect(await db.agreementConfirmation.count()).toBe(0);
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
