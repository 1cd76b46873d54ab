import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { contentOf, readUploadForm } from "~/domains/files/index.server";
import { type Actor, guest, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
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
import { agreementHouse, codesOf } from "~tests/support/agreement-house";
import { type CertificateGiven, issueCard, signWithCard } from "~tests/support/qualified";
import { noteLegalWord } from "../../drafting/commands/edit-parties.server";
import { present } from "../../drafting/commands/present.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { attachedData, checkPdf, checkTogether, checkTrail, signaturesIn } from "../../sealing/checking/pruefen.mjs";
import { sealVersion } from "../../sealing/commands/seal.server";
import { exportTrail } from "../../sealing/trail.server";
import { askForProof } from "../../signing/commands/confirm.server";
import { withdrawVersion } from "../../signing/commands/end-round.server";
import { freeze } from "../../signing/commands/freeze.server";
import { bringInScan } from "../../signing/commands/sign-on-paper.server";
import * as checking from "../qualified-file.server";
import { qualifiedPage } from "../queries/qualified-page.server";
import { fileToSign } from "../queries/signed-file.server";
import { bringInQualified, checkQualifiedSignature } from "./bring-in-qualified.server";

const start = new Date("2026-11-23T10:00:00Z");
let minutes = 0;
/** Every act has its own minute: one step-up makes one signature. */
const soon = () => new Date(start.getTime() + ++minutes * 60_000);
let db: PrismaClient;
let url: string;
let folder: string;
let scene: Partners;
type Person = Partners["mayor"]["actor"];
const world = (actor: Actor, at = soon()): World => ({ db, actor, now: at, locale: "de" });
const validity = { from: new Date("2025-01-01T00:00:00Z"), until: new Date("2028-01-01T00:00:00Z") };

beforeAll(async () => {
	({ db, url, folder, scene } = await agreementHouse(start, { seal: true }));
});

async function frozen() {
	const { code } = await completeDraft(world(scene.clerk.actor), between(scene));
	return { code, ...(await frozenVersion(world(scene.clerk.actor), code)) };
}

async function stored(pdf: Buffer) {
	const form = new FormData();
	form.set("file", new File([Uint8Array.from(pdf)], "signiert.pdf", { type: "application/pdf" }));
	const upload = await readUploadForm(new Request("http://own.invalid/", { method: "POST", body: form }), z.object({}));
	const [file] = upload.valid ? upload.files : [];
	if (!file) throw new Error("the file was not stored");
	return file;
}

/** Where the storage has a file. */
async function placeOf(fileId: string) {
	const inside = await readdir(folder, { recursive: true, withFileTypes: true });
	const found = inside.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
	const place = found.find((one) => one.includes(fileId));
	if (!place) throw new Error("the file is not on the disk");
	return place;
}

/** The file that is to be signed now, signed with a card. */
async function signedFile(versionId: string, card: Partial<CertificateGiven>, at: Date) {
	const version = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	const next = await contentOf((await fileToSign(db, version)).fileId);
	return signWithCard(next, issueCard({ givenName: "Kim", ...validity, ...card }), at);
}

/** Signs on the way that the page leads: password and factor, then the file. */
async function bringIn(
	actor: Person,
	{ code, versionId }: { code: string; versionId: string },
	card: Partial<CertificateGiven>,
) {
	const at = soon();
	must(await askForProof(world(actor, at), { code }));
	const file = await stored(await signedFile(versionId, card, at));
	return bringInQualified(steppedUp(world(actor, at), actor), { code, stored: file });
}

const accept = (by: Person, code: string, signatureId: string, changes = {}) =>
	checkQualifiedSignature(steppedUp(world(by), by), {
		code,
		signatureId,
		accepted: true,
		listedAs: "Vertrauensdienst Test CA, qualifizierte Zertifikate",
		listedOn: new Date("2026-11-23T00:00:00Z"),
		reason: "",
		...changes,
	});

test("two mayors sign one after the other with their own cards, the rest confirms, and the seal goes behind all of it", async () => {
	const made = await frozen();
	const { code, versionId, sha256 } = made;
	const first = must(await bringIn(scene.mayor.actor, made, { surname: "Lind" }));
	// Counts nothing yet, and nobody signs beside it.
	expect((await qualifiedPage(world(scene.mayor.actor), code)).mine?.state).toBe("waits");
	expect((await qualifiedPage(world(scene.otherMayor.actor), code)).mine?.state).toBe("waits-other");
	expect(codesOf(await bringIn(scene.otherMayor.actor, made, { surname: "Pauly" }))).toBe("qes-waits");
	expect(codesOf(await withdrawVersion(world(scene.clerk.actor), { code }))).toBe("signed-already");
	expect(await accept(scene.clerk.actor, code, first.signatureId)).toEqual({ done: true, value: { concluded: false } });
	expect(codesOf(await accept(scene.colleague.actor, code, first.signatureId))).toBe("already-checked");
	expect(codesOf(await askForProof(world(scene.mayor.actor), { code }))).toBe("party-complete");
	const second = must(await bringIn(scene.otherMayor.actor, made, { surname: "Pauly" }));
	expect(await accept(scene.clerk.actor, code, second.signatureId)).toEqual({
		done: true,
		value: { concluded: false },
	});
	await confirmation(world(scene.clerk.actor), scene.chair.actor, code, sha256);
	expect(await confirmation(world(scene.clerk.actor), scene.director.actor, code, sha256)).toEqual({ concluded: true });

	// One byte of the last signed file is another one: what people signed is not there any more, so nothing is sealed (76).
	const { fileId } = await db.agreementQualifiedSignature.findUniqueOrThrow({ where: { id: second.signatureId } });
	const place = await placeOf(fileId);
	const bytes = await readFile(place);
	const flipped = Buffer.from(bytes);
	const at = flipped.length - 3;
	flipped[at] = (flipped[at] ?? 0) ^ 1;
	await writeFile(place, flipped);
	expect(await sealVersion(world(house), versionId)).toBe("waits");
	expect(await db.agreementSealing.findUniqueOrThrow({ where: { versionId } })).toMatchObject({ reason: "file" });
	await writeFile(place, bytes);
	expect(await sealVersion(world(house), versionId)).toBe("sealed");
	const version = await db.agreementVersion.findUniqueOrThrow({
		where: { id: versionId },
		include: { sealed: true, agreement: true },
	});
	const paper = version.sealed.find(({ kind }) => kind === "agreement");
	const protocol = version.sealed.find(({ kind }) => kind === "protocol");
	const pdf = await contentOf(paper?.fileId ?? "");
	const signed = await db.agreementQualifiedSignature.findUniqueOrThrow({ where: { id: second.signatureId } });
	const last = await contentOf(signed.fileId);
	expect(pdf.subarray(0, last.length).equals(last)).toBe(true);
	expect(checkPdf(pdf)).toMatchObject({ result: "sealed", seal: { signer: "Gemeinwerk Test" } });
	expect(
		signaturesIn(pdf).map((one) => ("signature" in one ? one.signature.certificate.subject.includes("Kim") : one)),
	).toEqual([true, true, false]);
	const trail = await exportTrail(db, version.agreement);
	expect([...checkTrail(trail), ...checkTogether(pdf, trail)]).toEqual([]);
	const told = attachedData(await contentOf(protocol?.fileId ?? ""), "gemeinwerk-unterschriftsprotokoll/1");
	expect(told.signatures[0].qualified).toMatchObject({
		name: "Kim Lind",
		signer: "Kim Lind",
		listedOn: "2026-11-23",
		nameReason: null,
	});
	expect((await agreementPage(world(scene.chair.actor), code)).signatures?.[0]?.qualified?.name).toBe("Kim Lind");
});

describe("a second person", () => {
	test("is needed, looks into the list, says why another name is the same person, and shows themselves first", async () => {
		const made = await frozen();
		const { signatureId } = must(await bringIn(scene.mayor.actor, made, { surname: "Lind-Meyer" }));
		const { code } = made;
		expect((await qualifiedPage(world(scene.clerk.actor), code)).toCheck[0]).toMatchObject({
			signer: "Kim Lind-Meyer",
		});
		const other = must(await bringIn(scene.mayor.actor, await frozen(), { surname: "Meyer" }));
		const row = await db.agreementQualifiedSignature.findUniqueOrThrow({
			where: { id: other.signatureId },
			include: { version: { include: { agreement: true } } },
		});
		expect(row.nameDiffers).toBe(true);
		const at = row.version.agreement.code;
		expect(codesOf(await accept(scene.mayor.actor, at, other.signatureId))).toBe("second-person-needed");
		expect(codesOf(await accept(scene.clerk.actor, at, other.signatureId))).toBe("reason-missing");
		expect(
			codesOf(
				await accept(scene.clerk.actor, at, other.signatureId, { reason: "Name seit der Heirat", listedAs: " " }),
			),
		).toBe("listed-missing");
		expect(
			codesOf(
				await accept(scene.clerk.actor, at, other.signatureId, { reason: "Name seit der Heirat", listedOn: null }),
			),
		).toBe("listed-missing");
		const unseen = {
			code: at,
			signatureId: other.signatureId,
			accepted: true,
			listedAs: "x",
			listedOn: start,
			reason: "x",
		};
		await expect(checkQualifiedSignature(world(scene.clerk.actor), unseen)).rejects.toMatchObject({
			reason: "step-up",
		});
		await expect(accept(scene.chair.actor, at, other.signatureId)).rejects.toBeInstanceOf(Forbidden);
		expect(await db.agreementQualifiedCheck.count({ where: { signatureId: other.signatureId } })).toBe(0);
		expect(codesOf(await accept(scene.clerk.actor, at, other.signatureId, { reason: "Name seit der Heirat" }))).toBe(
			"done",
		);
		expect(codesOf(await accept(scene.clerk.actor, code, signatureId, { accepted: false }))).toBe("reason-missing");
		expect(
			codesOf(await accept(scene.clerk.actor, code, signatureId, { accepted: false, reason: "nicht in der Liste" })),
		).toBe("done");
		// Room for another one.
		expect(codesOf(await bringIn(scene.mayor.actor, made, { surname: "Lind" }))).toBe("done");
	});
});

test("after the last day no signature is checked any more (62)", async () => {
	const clerk = world(scene.clerk.actor);
	const { code } = await completeDraft(clerk, between(scene));
	must(await present(clerk, { code }));
	const { changes } = await db.agreement.findUniqueOrThrow({ where: { code } });
	const round = { sequential: false, deadline: new Date("2026-11-30T00:00:00Z") };
	const { versionId } = must(await freeze(clerk, { code, changes, origin: "http://localhost", round }));
	const { signatureId } = must(await bringIn(scene.mayor.actor, { code, versionId }, { surname: "Lind" }));
	const { actor } = scene.clerk;
	const late = steppedUp(world(actor, new Date("2026-12-01T10:00:00Z")), actor);
	const check = { code, signatureId, accepted: true, listedAs: "x", listedOn: start, reason: "" };
	expect(codesOf(await checkQualifiedSignature(late, check))).toBe("round-lapsed");
	expect(codesOf(await accept(actor, code, signatureId))).toBe("done");
});

describe("what does not come in", () => {
	test("a file where the law excludes electronic form, a paper where it asks for nothing else; nothing is used up", async () => {
		const clerk = world(scene.clerk.actor);
		const { code } = await completeDraft(clerk, between(scene));
		const parties = await db.agreementParty.findMany({ where: { agreement: { code } } });
		for (const [organisationId, form] of [
			[scene.lead, "written-only"],
			[scene.town, "electronic"],
		] as const) {
			const partyId = parties.find((party) => party.organisationId === organisationId)?.id ?? "";
			const word = { code, partyId, form, officialTitle: false, by: "Rechtsamt", reason: "Spezialgesetz" };
			must(await noteLegalWord(clerk, word));
		}
		const made = { code, ...(await frozenVersion(clerk, code)) };
		const { versionId } = made;
		expect(codesOf(await bringIn(scene.mayor.actor, made, { surname: "Lind" }))).toBe("qes-no-way");
		const stored = await scannedPaper();
		const paper = { code, organisationId: scene.town, signedOn: new Date("2026-11-23T00:00:00Z"), stored };
		expect(codesOf(await bringInScan(world(scene.clerk.actor), paper))).toBe("electronic-form-needed");
		expect(await db.agreementQualifiedSignature.count({ where: { versionId } })).toBe(0);
		expect(await db.agreementScan.count({ where: { versionId } })).toBe(0);
		expect(await db.agreementProof.count({ where: { versionId, usedAt: null } })).toBe(1);
	});
	test("a file on top of what lay for signature before somebody else's signature was accepted (68)", async () => {
		const made = await frozen();
		const { checkQualified } = checking;
		// While the file of the one is looked at, that of the other comes in and is accepted.
		const looked = vi.spyOn(checking, "checkQualified").mockImplementationOnce(async (given) => {
			const { signatureId } = must(await bringIn(scene.mayor.actor, made, { surname: "Lind" }));
			must(await accept(scene.clerk.actor, made.code, signatureId));
			return checkQualified(given);
		});
		expect(codesOf(await bringIn(scene.otherMayor.actor, made, { surname: "Pauly" }))).toBe("changed-meanwhile");
		looked.mockRestore();
		const signed = await db.agreementQualifiedSignature.findMany({ where: { versionId: made.versionId } });
		expect(signed.map(({ personId }) => personId)).toEqual([scene.mayor.actor.personId]);
		expect(codesOf(await bringIn(scene.otherMayor.actor, made, { surname: "Pauly" }))).toBe("done");
	});
	test("files of others, unqualified ones, without proof, by somebody else; nothing is kept", async () => {
		const made = await frozen();
		const { code, versionId } = made;
		expect(codesOf(await bringIn(scene.mayor.actor, made, { surname: "Lind", statements: { qualified: false } }))).toBe(
			"qes-not-qualified",
		);
		const at = soon();
		const file = () => signedFile(versionId, { surname: "Lind" }, at);
		await expect(
			bringInQualified({ ...world(scene.mayor.actor, at) }, { code, stored: await stored(await file()) }),
		).rejects.toBeInstanceOf(SignInNeeded);
		const admin = steppedUp(world(scene.clerk.actor, at), scene.clerk.actor);
		await expect(bringInQualified(admin, { code, stored: await stored(await file()) })).rejects.toBeInstanceOf(
			Forbidden,
		);
		await expect(bringInQualified(world(guest), { code, stored: await stored(await file()) })).rejects.toThrow();
		expect(await db.agreementQualifiedSignature.count({ where: { versionId } })).toBe(0);
	});
	test("two at once: one comes first, the other signs what is there then", async () => {
		const made = await frozen();
		const outcomes = await Promise.all([
			bringIn(scene.mayor.actor, made, { surname: "Lind" }),
			bringIn(scene.otherMayor.actor, made, { surname: "Pauly" }),
		]);
		expect(outcomes.map(codesOf).sort()).toEqual(["done", "qes-waits"]);
	});
	test("evidence only grows: the application has no right, the owner meets the trigger", async () => {
		await expect(db.$executeRaw`UPDATE agreement_qualified_signature SET signer = 'x'`).rejects.toThrow(
			/permission denied/,
		);
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await expect(client.query("DELETE FROM agreement_qualified_check")).rejects.toMatchObject({ code: "42501" });
		await client.end();
	});
});
