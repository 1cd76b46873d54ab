import { beforeAll, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { World } from "~/platform/world.server";
import {
	between,
	completeDraft,
	confirmation,
	frozenVersion,
	type Partners,
	paperSignature,
} from "~tests/factories/agreements";
import { agreementHouse } from "~tests/support/agreement-house";
import { agreeToPublication } from "../../commands/publish.server";
import { manifest } from "../../manifest.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { publishedAgreements } from "../../queries/lists.server";
import { checkVersion } from "./check-version.server";

const now = new Date("2026-11-21T10:00:00Z");
let db: PrismaClient;
let scene: Partners;
const world = (actor: Actor, at = now): World => ({ db, actor, now: at, locale: "de" });
const check = (typed: string, fileSha256: string | null = null, ip = "192.0.2.1") =>
	checkVersion(world(guest), { typed, fileSha256, ip });
const waiting = async (actor: Actor) => ((await manifest.waiting?.(world(actor))) ?? []).map(({ label }) => label);

beforeAll(async () => {
	({ db, scene } = await agreementHouse(now));
});

test("a code is unknown until all have signed, then genuine; a changed file is altered; nobody's name is told", async () => {
	const clerk = world(scene.clerk.actor);
	const { id, code } = await completeDraft(clerk, between(scene));
	const { versionId, sha256 } = await frozenVersion(clerk, code);
	const version = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	const typed = version.verificationCode.toLowerCase().replace(/(.{5})/g, "$1-");
	expect(await check(typed)).toEqual({ result: "unknown", by: "code" });
	expect(await waiting(scene.chair.actor)).toEqual(["Wartet auf Ihre Unterschrift"]);
	expect(await waiting(scene.clerk.actor)).toEqual([]);

	// The PDF belongs to the parties until it is published, the scan always.
	const mayRead = (actor: Actor) => manifest.subjects?.["agreement-version"]?.mayReadFiles?.(world(actor), versionId);
	expect([await mayRead(guest), await mayRead(scene.chair.actor)]).toEqual([false, true]);

	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(clerk, { ...paper, organisationId: scene.lead });
	await paperSignature(clerk, { ...paper, organisationId: scene.town });
	await confirmation(clerk, scene.chair.actor, code, sha256);
	await confirmation(clerk, scene.director.actor, code, sha256);
	expect(await waiting(scene.chair.actor)).toEqual([]);

	const verdict = await check(typed);
	expect(verdict).toMatchObject({
		result: "genuine",
		parties: ["Stadt Mayen", "Stadt Andernach", "Lichtwege e. V.", "Stadtwerke Osteifel GmbH"],
		sha256,
		sameFile: null,
		href: null,
	});
	expect(JSON.stringify(verdict)).not.toMatch(/Geisen|Kim|Vorsitzende/);
	expect(await check(typed, version.pdfSha256)).toMatchObject({ result: "genuine", sameFile: "unsealed" });
	expect(await check(typed, "0".repeat(64))).toEqual({ result: "altered" });
	expect(await check("ABCDEFGHJKMNPQRSTUVW")).toEqual({ result: "unknown", by: "code" });

	expect(await publishedAgreements(world(guest))).toEqual([]);
	for (const organisationId of [scene.lead, scene.town, scene.association, scene.company]) {
		await agreeToPublication(world(house), { code, organisationId });
	}
	expect((await publishedAgreements(world(guest))).map((one) => [one.code, one.state])).toEqual([[code, "in-force"]]);
	expect(await check(typed)).toMatchObject({ href: `/vereinbarungen/${code}` });
	expect(await mayRead(guest)).toBe(true);
	const scan = await db.agreementScan.findFirstOrThrow({ where: { versionId } });
	const mayReadScan = (actor: Actor) => manifest.subjects?.["agreement-scan"]?.mayReadFiles?.(world(actor), scan.id);
	expect([
		await mayReadScan(guest),
		await mayReadScan(scene.chair.actor),
		await mayReadScan(scene.clerk.actor),
	]).toEqual([false, false, true]);

	const page = await agreementPage(world(guest), code);
	expect(page.signatures).toBeNull();
	expect(JSON.stringify(page)).not.toMatch(/Geisen|Reuter/);
	expect((await agreementPage(world(scene.chair.actor), code)).signatures).toHaveLength(4);
	const text = await manifest.subjects?.agreement?.searchText?.(db, id);
	expect(text).toMatchObject({ isPublic: true, ownerId: scene.lead, title: "Sensoren für die Straßenbeleuchtung" });

	const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: id, type: "agreements.version.frozen" } });
	const recorded = { ...event, subject: { kind: "agreement", id }, facts: { version: versionId }, actorPersonId: null };
	const asked = await manifest.notices?.["agreements.version.frozen"]?.(db, recorded);
	expect(asked?.map(({ paragraphs }) => paragraphs.length)).toEqual([2, 2, 1, 1]);
	const told = await manifest.notices?.["agreements.agreement.concluded"]?.(db, recorded);
	expect(told).toHaveLength(4);
	expect(told?.[0]?.paragraphs.at(-1)).toContain(sha256);
});

test("codes cannot be tried out: sixty in a quarter of an hour, and every answer takes its time", async () => {
	const began = performance.now();
	const answers = await Promise.all(Array.from({ length: 62 }, () => check("X", null, "192.0.2.99")));
	expect(performance.now() - began).toBeGreaterThan(240);
	expect(answers.filter(({ result }) => result === "limited")).toHaveLength(2);
	expect(await check("X", null, "192.0.2.100")).toEqual({ result: "unknown", by: "code" });
});

test("what is exported about a signatory, and what erasing leaves as evidence", async () => {
	const { personId } = scene.chair.actor;
	const data = await manifest.personalData?.export(db, personId);
	expect(data).toMatchObject({ confirmations: [{ personName: "Kim Geisen", capacity: "1. Vorsitzende" }] });
	await manifest.personalData?.erase(world(house), personId);
	expect(await db.agreementConfirmation.count({ where: { personId } })).toBe(1);
});
