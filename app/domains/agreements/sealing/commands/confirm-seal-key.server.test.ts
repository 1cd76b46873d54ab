import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { setClock } from "~/platform/clock.server";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import { ownCertificate } from "~/platform/sealing/own-certificate.server";
import { sealFile } from "~/platform/sealing/seal.server";
import { newId } from "~/platform/tokens.server";
import { concludedAgreement, type Partners, steppedUp } from "~tests/factories/agreements";
import { type AgreementHouse, agreementHouse, codesOf } from "~tests/support/agreement-house";
import { manifest } from "../../manifest.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { certificatePem, houseCertificates, mayMakeKey } from "../queries/house-seal.server";
import { sealKeyPage } from "../queries/seal-key.server";
import { confirmSealKey } from "./confirm-seal-key.server";
import { sealVersion } from "./seal.server";

const now = new Date("2026-11-21T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const before = "a".repeat(64);
let place: AgreementHouse;
let scene: Partners;
let operator: Extract<Actor, { kind: "person" }>;
let old: string;
let waiting: { id: string; code: string; versionId: string };

/** One agreement sealed with a key that is gone, another one that waits. */
beforeAll(async () => {
	// The certificate that is made begins a day before this.
	setClock(now);
	place = await agreementHouse(now);
	({ scene } = place);
	operator = { ...scene.colleague.actor, grants: [{ ...scene.colleague.actor.grants[0], role: "operator" }] } as never;
	const sealed = await concludedAgreement(place.db, scene, hours(-2));
	const pem = ownCertificate("Gemeinwerk Test", new Date("2026-01-01T00:00:00Z"), 10);
	old = pem.slice(pem.indexOf("-----BEGIN CERTIFICATE-----"));
	const paper = { versionId: sealed.versionId, bytesBefore: 1, level: "B-B", certificate: old };
	await place.db.agreementSealedDocument.create({
		data: {
			...paper,
			id: newId(now),
			kind: "agreement",
			fileId: newId(now),
			sha256: "b".repeat(64),
			certificateSha256: before,
			chainEvents: 1,
			chainHead: "c".repeat(64),
			sealedAt: hours(-1),
		},
	});
	waiting = await concludedAgreement(place.db, scene, hours(0));
});

const keyIsThere = () => existsSync(path.join(place.folder, sealFile));
const confirm = (actor: Actor, reason = "Die Festplatte ist ausgefallen.", at = hours(2.1)) =>
	confirmSealKey(place.world(actor, at), { reason });
const fresh = () => steppedUp(place.world(operator, hours(2)), operator).actor;

test("a key that is gone is not made anew: sealing waits and says so, the pages go on", async () => {
	expect(await sealVersion(place.world(house, hours(1)), waiting.versionId)).toBe("waits");
	expect(keyIsThere()).toBe(false);
	const page = await agreementPage(place.world(scene.chair.actor, hours(1)), waiting.code);
	expect(page.seal).toMatchObject({ state: "waits", reason: "key" });
	expect(await houseCertificates(place.db)).toEqual([
		{ sha256: before, from: hours(-1).toISOString(), until: hours(-1).toISOString(), current: false },
	]);
	expect([await certificatePem(place.db, null), await certificatePem(place.db, before)]).toEqual([null, old]);
	expect(await sealKeyPage(place.world(operator, hours(1)))).toMatchObject({ missing: true, waiting: 1, change: null });
	await expect(sealKeyPage(place.world(scene.clerk.actor))).rejects.toBeInstanceOf(Forbidden);
	const told = async (actor: Actor) =>
		(await manifest.waiting?.(place.world(actor, hours(1))))?.map(({ href }) => href);
	expect(await told(operator)).toContain("/betrieb/pruefvermerk");
	expect(await told(scene.clerk.actor)).not.toContain("/betrieb/pruefvermerk");
	expect(keyIsThere()).toBe(false);
});

test("refused leaves no trace: a stranger, nobody's fresh proof, no reason", async () => {
	const events = await place.db.auditEvent.count();
	await expect(confirm(guest)).rejects.toBeInstanceOf(SignInNeeded);
	await expect(confirm(scene.clerk.actor)).rejects.toBeInstanceOf(Forbidden);
	await expect(confirm(operator)).rejects.toBeInstanceOf(SignInNeeded);
	expect(await confirm(fresh(), " ").then(codesOf)).toBe("reason-missing");
	expect(await place.db.auditEvent.count()).toBe(events);
	expect(await mayMakeKey(place.db)).toBe(false);
	expect(keyIsThere()).toBe(false);
});

test("confirmed once by a named person: what waited is sealed with another key, beside the one of before", async () => {
	const both = await Promise.all([confirm(fresh()), confirm(fresh())]);
	expect(both.map(codesOf).sort()).toEqual(["done", "seal-key-there"]);
	const confirmed = await place.db.auditEvent.findMany({ where: { type: "agreements.seal-key.change-confirmed" } });
	expect(confirmed.map(({ facts }) => facts)).toEqual([{ before }]);
	expect(await sealVersion(place.world(house, hours(3)), waiting.versionId)).toBe("sealed");
	expect(keyIsThere()).toBe(true);
	const [current, ...others] = await houseCertificates(place.db);
	expect(current).toMatchObject({ current: true, from: hours(3).toISOString() });
	expect(others.map((one) => [one.sha256, one.current])).toEqual([[before, false]]);
	expect(await certificatePem(place.db, before)).toBe(old);
	expect(await certificatePem(place.db, "d".repeat(64))).toBeNull();
	const page = await sealKeyPage(place.world(operator, hours(3)));
	expect(page).toMatchObject({ missing: false, waiting: 0, change: { by: "K. Becker" } });
	// The word counts for this loss only.
	expect(await mayMakeKey(place.db)).toBe(false);
	expect(await confirm(fresh()).then(codesOf)).toBe("seal-key-there");
});
