import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { contentOf } from "~/domains/files/index.server";
import { type Actor, guest, house } from "~/platform/actor";
import { brokenChains } from "~/platform/audit.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { env } from "~/platform/env.server";
import { NotTypeset } from "~/platform/typesetting/typeset.server";
import type { World } from "~/platform/world.server";
import { concludedAgreement, type Partners } from "~tests/factories/agreements";
import { agreementHouse } from "~tests/support/agreement-house";
import { has, run, startTimeStamps } from "~tests/support/seal-tools";
import { manifest } from "../../manifest.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { sealJob } from "../../signing/commands/open-round.server";
import { attachedData, checkPdf, checkTogether, checkTrail } from "../checking/pruefen.mjs";
import { checkFile, checkVersion } from "../queries/check-version.server";
import { verifyFile } from "../queries/verify-file.server";
import * as rendering from "../rendering/protocol.server";
import { brokenSealedHeads, exportTrail } from "../trail.server";
import { sealDue, sealVersion } from "./seal.server";

const now = new Date("2026-11-21T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let db: PrismaClient;
let ownerUrl: string;
let folder: string;
let scene: Partners;
const world = (actor: Actor = house, at = later(1)): World => ({ db, actor, now: at, locale: "de" });

beforeAll(async () => {
	({ db, url: ownerUrl, folder, scene } = await agreementHouse(now, { seal: true }));
});

/** One step-up makes one signature, so each agreement has an hour of its own. */
let turn = 0;
const conclude = () => concludedAgreement(db, scene, later(-60 * ++turn));

const papersOf = (versionId: string) =>
	db.agreementSealedDocument.findMany({ where: { versionId }, orderBy: { kind: "asc" } });

async function sealedFiles(versionId: string) {
	const [agreement, protocol] = await papersOf(versionId);
	if (!agreement || !protocol) throw new Error("not sealed");
	return {
		rows: { agreement, protocol },
		agreement: await contentOf(agreement.fileId),
		protocol: await contentOf(protocol.fileId),
	};
}

test("after the last signature the job seals version and protocol, and everybody gets both with the head of the chain", async () => {
	const { id, code, versionId, sha256 } = await conclude();
	const jobs = await db.$queryRaw<{ task_identifier: string }[]>`
		SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier = ${sealJob}`;
	expect(jobs).toHaveLength(1);
	expect((await agreementPage(world(scene.chair.actor), code)).seal).toEqual({ state: "none" });
	await manifest.jobs?.[sealJob]?.(world(), { versionId });

	const { rows, agreement, protocol } = await sealedFiles(versionId);
	const version = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	const frozen = await contentOf(version.pdfFileId);
	expect(agreement.subarray(0, frozen.length).equals(frozen)).toBe(true);
	expect(rows.agreement).toMatchObject({ bytesBefore: frozen.length, level: "B-B" });
	expect(checkPdf(agreement)).toMatchObject({ result: "sealed", seal: { signer: "Gemeinwerk Test", at: later(1) } });
	expect(checkPdf(protocol)).toMatchObject({ result: "sealed" });

	const told = attachedData(protocol, "gemeinwerk-unterschriftsprotokoll/1");
	expect(told).toMatchObject({
		version: { sha256, pdfSha256: version.pdfSha256, sealedSha256: rows.agreement.sha256 },
		chain: { events: rows.protocol.chainEvents, head: rows.protocol.chainHead },
	});
	expect(
		told.signatures.map((one: { text: { name: string } | null; paper: object | null }) => [
			one.text?.name ?? null,
			one.paper !== null,
		]),
	).toEqual([
		[null, true],
		[null, true],
		["Kim Geisen", false],
		["Kim Reuter", false],
	]);

	const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: id, type: "agreements.version.sealed" } });
	const facts = event.facts as Record<string, string>;
	const recorded = { ...event, subject: { kind: "agreement", id }, facts, actorPersonId: null };
	const notices = (await manifest.notices?.["agreements.version.sealed"]?.(db, recorded)) ?? [];
	expect(notices).toHaveLength(4);
	expect(notices[0]?.attachments?.map(({ name }) => name)).toEqual([
		expect.stringMatching(/^PV-2026-\d{4}-1-mit-Pruefvermerk\.pdf$/),
		expect.stringMatching(/^PV-2026-\d{4}-1-Unterschriftsprotokoll\.pdf$/),
	]);
	expect(notices[0]?.paragraphs.join("\n")).toContain(rows.protocol.chainHead);

	// The protocol names people: for the parties alone, whatever is published.
	const mayRead = (kind: string, actor: Actor) => manifest.subjects?.[kind]?.mayReadFiles?.(world(actor), versionId);
	expect([await mayRead("agreement-protocol", guest), await mayRead("agreement-protocol", scene.chair.actor)]).toEqual([
		false,
		true,
	]);
	const page = await agreementPage(world(scene.chair.actor), code);
	expect(page.seal).toMatchObject({ state: "sealed", stamped: false, pdfHref: `/datei/${rows.agreement.fileId}` });
});

test("sealed once: a second job, the sweep, and two at once find it done", async () => {
	const { versionId } = await conclude();
	const files = await db.file.count();
	const results = await Promise.all([sealVersion(world(), versionId), sealVersion(world(), versionId)]);
	expect(results.sort()).toEqual(["nothing-to-do", "sealed"]);
	expect(await sealVersion(world(), versionId)).toBe("nothing-to-do");
	expect(await sealDue(world())).toBe(0);
	expect(await papersOf(versionId)).toHaveLength(2);
	expect(await db.file.count()).toBe(files + 2);
	expect(await db.agreementSealing.count()).toBe(0);
});

test("a crash while the protocol is set, and a lost job: nothing is half done, and the sweep seals once", async () => {
	const { versionId, code } = await conclude();
	const broken = vi.spyOn(rendering, "makeProtocol").mockRejectedValueOnce(new NotTypeset("took too long"));
	const files = await db.file.count();
	expect(await sealDue(world())).toBe(0);
	broken.mockRestore();
	expect(await papersOf(versionId)).toEqual([]);
	expect(await db.file.count()).toBe(files);
	expect((await agreementPage(world(scene.chair.actor), code)).seal).toEqual({
		state: "waits",
		reason: "paper",
		since: later(1).toISOString(),
	});
	const waiting = async () => (await manifest.waiting?.(world(scene.clerk.actor)))?.map(({ label }) => label);
	expect(await waiting()).toEqual(["Prüfvermerk steht noch aus"]);
	// Its time has not come yet, then it has.
	expect(await sealDue(world(house, later(1.5)))).toBe(0);
	expect(await sealDue(world(house, later(3)))).toBe(1);
	expect(await papersOf(versionId)).toHaveLength(2);
	expect(await db.agreementSealing.count({ where: { versionId } })).toBe(0);
	expect(await waiting()).toEqual([]);
});

test("with a certificate that is over nothing is sealed, everybody sees it wait, and the signatures stay", async () => {
	const { versionId, code } = await conclude();
	const signed = await db.agreementConfirmation.findMany({ where: { versionId }, orderBy: { id: "asc" } });
	// The certificate of this house counts for ten years from 2026.
	const over = new Date("2037-01-05T10:00:00Z");
	expect(await sealVersion(world(house, over), versionId)).toBe("waits");
	expect(await papersOf(versionId)).toEqual([]);
	expect((await agreementPage(world(scene.chair.actor, over), code)).seal).toMatchObject({ reason: "certificate" });
	expect((await manifest.waiting?.(world(scene.clerk.actor, over)))?.map(({ label }) => label)).toContain(
		"Prüfvermerk steht noch aus",
	);
	expect(await db.agreementConfirmation.findMany({ where: { versionId }, orderBy: { id: "asc" } })).toEqual(signed);
	// As with a certificate that counts again.
	expect(await sealVersion(world(), versionId)).toBe("sealed");
});

test("a file that is not the frozen one is never sealed; nothing is sealed before all have signed", async () => {
	const { versionId } = await conclude();
	const { pdfFileId } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	const place = spawnSync("find", [path.join(folder, "files"), "-path", `*${pdfFileId}*`, "-type", "f"]);
	const [file = ""] = place.stdout.toString().trim().split("\n");
	const bytes = await readFile(file);
	await writeFile(file, Buffer.concat([bytes, Buffer.from("%")]));
	expect(await sealVersion(world(), versionId)).toBe("waits");
	expect(await db.agreementSealing.findUniqueOrThrow({ where: { versionId } })).toMatchObject({
		reason: "file",
		tries: 1,
	});
	await writeFile(file, bytes);
	expect(await sealDue(world(house, later(5)))).toBe(1);
});

test("sealed documents and their rows are changed by nobody", async () => {
	await expect(db.agreementSealedDocument.updateMany({ data: { level: "B-T" } })).rejects.toThrow(
		/only grows|permission/,
	);
	await expect(db.agreementSealedDocument.deleteMany()).rejects.toThrow(/only grows|permission/);
});

describe.skipIf(!has("openssl"))("with a time-stamp service", () => {
	test("it waits visibly while the service fails or answers wrongly, is tried again, and is never sealed by our own clock", async () => {
		const stamps = await startTimeStamps();
		env().TSA_URL = stamps.url;
		try {
			// openssl stamps with the real time; the agreement's day is long before.
			const at = new Date();
			const minutes = (more: number) => new Date(at.getTime() + more * 60_000);
			const { versionId, code, id } = await conclude();
			for (const [mode, more, reason] of [
				["fails", 0, "time-stamp"],
				["fails", 2, "time-stamp"],
				["lies", 5, "failure"],
			] as const) {
				stamps.state.mode = mode;
				expect(await sealDue(world(house, minutes(more)))).toBe(0);
				expect((await agreementPage(world(scene.chair.actor), code)).seal).toMatchObject({ state: "waits", reason });
			}
			expect(await papersOf(versionId)).toEqual([]);
			expect(stamps.state.asked).toBe(3);
			const waits = await db.auditEvent.findMany({
				where: { subjectId: id, type: "agreements.version.seal-waits" },
				orderBy: { position: "asc" },
			});
			expect(waits.map(({ facts }) => facts)).toMatchObject([{ reason: "time-stamp" }, { reason: "failure" }]);
			stamps.state.mode = "stamps";
			expect(await sealDue(world(house, minutes(30)))).toBe(1);
			const { agreement, rows } = await sealedFiles(versionId);
			expect(rows.agreement.level).toBe("B-T");
			const verdict = checkPdf(agreement);
			expect(verdict).toMatchObject({ result: "sealed", seal: { level: "B-T", stampedBy: "Zeitstempel Test" } });
		} finally {
			env().TSA_URL = undefined;
			await stamps.stop();
		}
	});
});

describe("checked", () => {
	let versionId = "";
	let id = "";
	let files: Awaited<ReturnType<typeof sealedFiles>>;
	beforeAll(async () => {
		({ versionId, id } = await conclude());
		await sealVersion(world(), versionId);
		files = await sealedFiles(versionId);
	});
	const trail = async () => exportTrail(db, await db.agreement.findUniqueOrThrow({ where: { id } }));
	const flipped = (pdf: Buffer, at: number) => {
		const copy = Buffer.from(pdf);
		copy[at] = (copy[at] ?? 0) ^ 1;
		return copy;
	};

	test("any flipped byte, an appended byte, an added increment and filled padding are an altered file", async () => {
		const pdf = files.agreement;
		const places = [
			10,
			5000,
			files.rows.agreement.bytesBefore - 8,
			files.rows.agreement.bytesBefore + 30,
			pdf.length - 3,
		];
		for (const at of places) expect(checkPdf(flipped(pdf, at)).result, `byte ${at}`).toBe("altered");
		expect(checkPdf(Buffer.concat([pdf, Buffer.from("\n")])).result).toBe("altered");
		expect(checkPdf(pdf.subarray(0, -1)).result).toBe("altered");
		const increment =
			"\n900 0 obj\n<< /Type /Page >>\nendobj\nxref\n0 0\ntrailer\n<< /Size 901 >>\nstartxref\n9\n%%EOF\n";
		expect(checkPdf(Buffer.concat([pdf, Buffer.from(increment)])).result).toBe("altered");
		const end = pdf.indexOf(`${"0".repeat(64)}>`);
		expect(end).toBeGreaterThan(0);
		const padded = Buffer.from(pdf);
		padded.write("7", end + 40);
		expect(checkPdf(padded)).toMatchObject({ result: "altered", reason: "hinter der Unterschrift steht noch etwas" });
		// Cut back to what was frozen there is no seal at all, and the house says which of its files it is.
		expect(checkPdf(pdf.subarray(0, files.rows.agreement.bytesBefore)).result).toBe("unsealed");
	});

	test("npm run verify knows its files, and says of every other one what is wrong", async () => {
		expect(await verifyFile(db, files.agreement)).toMatchObject({ genuine: true });
		expect(await verifyFile(db, files.protocol)).toMatchObject({ genuine: true });
		const frozen = await verifyFile(db, files.agreement.subarray(0, files.rows.agreement.bytesBefore));
		expect(frozen.genuine).toBe(true);
		expect(frozen.lines[0]).toBe("ohne elektronischen Prüfvermerk");
		const altered = await verifyFile(db, flipped(files.agreement, 5000));
		expect(altered.genuine).toBe(false);
		expect(altered.lines.join("\n")).toMatch(/VERÄNDERT[\s\S]*hier unbekannt/);
		const changedProtocol = await verifyFile(db, flipped(files.protocol, files.protocol.length - 3));
		expect(changedProtocol.genuine).toBe(false);
		expect(await verifyFile(db, Buffer.from("%PDF-1.7"))).toMatchObject({ genuine: false });
	});

	test("/pruefen by file: genuine in all four shapes, altered with its code, unknown without", async () => {
		const version = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
		const check = (typed: string, fileSha256: string | null) =>
			checkVersion(world(guest), { typed, fileSha256, ip: "192.0.2.7" });
		const code = version.verificationCode;
		const hash = (pdf: Buffer) => createHash("sha256").update(pdf).digest("hex");
		const reading = await contentOf(version.readingFileId ?? "");
		for (const [file, sameFile] of [
			[files.agreement, "sealed"],
			[files.protocol, "protocol"],
			[await contentOf(version.pdfFileId), "unsealed"],
			[reading, "reading"],
		] as const) {
			expect(await check(code, hash(file))).toMatchObject({ result: "genuine", sameFile, seal: { state: "sealed" } });
			expect(file.toString("utf8")).toContain(`Prüfcode ${code}`);
		}
		expect(await check("", hash(files.agreement))).toMatchObject({ result: "genuine", sameFile: "sealed" });
		// The file itself, where no browser computed its hash: the code is read out of it.
		const sent = (pdf: Buffer) => checkFile(world(guest), { pdf, ip: "192.0.2.8" });
		expect(await sent(files.agreement)).toMatchObject({ result: "genuine", sameFile: "sealed" });
		expect(await sent(flipped(files.agreement, 5000))).toEqual({ result: "altered" });
		expect(await sent(Buffer.from("%PDF-1.7 fremd"))).toEqual({ result: "unknown", by: "file" });
		const other = hash(flipped(files.agreement, 5000));
		expect(await check(code, other)).toEqual({ result: "altered" });
		expect(await check("", other)).toEqual({ result: "unknown", by: "file" });
		expect(await check("ABCDEFGHJKMNPQRSTUVW", hash(files.agreement))).toEqual({ result: "unknown", by: "code" });
		expect(JSON.stringify(await check(code, hash(files.agreement)))).not.toMatch(/Geisen|Kim|Vorsitzende/);
	});

	test("a stranger with the trail and one file without packages comes to the same answers", async () => {
		const place = path.join(folder, "fremd");
		await mkdir(place, { recursive: true });
		const at = (name: string) => path.join(place, name);
		await writeFile(at("pruefen.mjs"), await readFile("app/domains/agreements/sealing/checking/pruefen.mjs"));
		await writeFile(at("spur.json"), JSON.stringify(await trail()));
		await writeFile(at("vereinbarung.pdf"), files.agreement);
		await writeFile(at("protokoll.pdf"), files.protocol);
		await writeFile(at("anders.pdf"), flipped(files.agreement, 5000));
		const tell = (...names: string[]) => run(process.execPath, [at("pruefen.mjs"), ...names.map(at)]);
		const good = tell("spur.json", "vereinbarung.pdf", "protokoll.pdf");
		expect(good.said).not.toContain("FEHLER");
		expect(good.said).toMatch(/unversehrt, Kettenkopf [0-9a-f]{64}/);
		expect(good.code).toBe(0);
		expect(tell("anders.pdf")).toMatchObject({ code: 1, said: expect.stringContaining("VERÄNDERT") });
		expect(tell("spur.json", "anders.pdf").said).toContain("kommt in der Prüfspur nicht vor");
	});

	test("a changed event and removed newest events show in the trail, the protocol and the chain check", async () => {
		const whole = await trail();
		expect(checkTrail(whole)).toEqual([]);
		const changed = structuredClone(whole);
		const [first] = changed.events;
		if (first) first.at = "2020-01-01T00:00:00.000Z";
		expect(checkTrail(changed)).toEqual([expect.stringMatching(/^Ereignis 1 .* verändert$/)]);
		const { chainEvents } = files.rows.protocol;
		const shorter = { ...whole, events: whole.events.slice(0, chainEvents - 1) };
		expect(checkTogether(files.protocol, shorter)).toContainEqual(
			expect.stringContaining("es fehlen die neuesten Ereignisse"),
		);
		const swapped = {
			...whole,
			events: [...whole.events.slice(1, 2), ...whole.events.slice(0, 1), ...whole.events.slice(2)],
		};
		expect(checkTogether(files.protocol, swapped)).toContainEqual(
			expect.stringContaining("sind andere als im Protokoll"),
		);
		expect((await brokenChains(db)).broken).toEqual([]);
	});
});

test("a version that a newer one replaced is genuine and superseded, and the page names the one that counts", async () => {
	const { versionId } = await conclude();
	const version = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
	const newer = crypto.randomUUID();
	const copy = { ...version, id: newer, number: 2, verificationCode: "BCDEFGHJKMNPQRSTUVWX" };
	await db.agreementVersion.create({ data: { ...copy, pdfSha256: "1".repeat(64), readingFileId: null } });
	await db.agreementRound.create({ data: { versionId: newer, state: "completed", openedAt: now, closedAt: now } });
	const verdict = await checkVersion(world(guest), {
		typed: version.verificationCode,
		fileSha256: null,
		ip: "192.0.2.8",
	});
	expect(verdict).toMatchObject({ result: "superseded", version: 1, newest: 2 });
});

test("newest events that are removed from the database are missed by the sealed protocol and by audit:verify", async () => {
	const { versionId, id } = await conclude();
	await sealVersion(world(), versionId);
	const { protocol } = await sealedFiles(versionId);
	expect(await verifyFile(db, protocol)).toMatchObject({ genuine: true });
	expect((await brokenSealedHeads(db)).broken).toEqual([]);
	const owned = new pg.Client({ connectionString: ownerUrl });
	await owned.connect();
	// With the triggers off and the chain's head set back, the chain alone holds again.
	await owned.query("ALTER TABLE audit_event DISABLE TRIGGER USER");
	await owned.query(`DELETE FROM audit_event WHERE owner_id = '${scene.lead}' AND position >=
		(SELECT position FROM audit_event WHERE subject_id = '${id}' AND type = 'agreements.agreement.concluded')`);
	await owned.query(`UPDATE audit_chain SET (position, head) = (SELECT position, hash FROM audit_event
		WHERE owner_id = '${scene.lead}' ORDER BY position DESC LIMIT 1) WHERE owner_id = '${scene.lead}'`);
	await owned.end();
	expect((await brokenChains(db)).broken).toEqual([]);
	const verdict = await verifyFile(db, protocol);
	expect(verdict.genuine).toBe(false);
	expect(verdict.lines.join("\n")).toContain("es fehlen die neuesten Ereignisse");
	const { number } = await db.agreement.findUniqueOrThrow({ where: { id } });
	expect((await brokenSealedHeads(db)).broken).toEqual([number]);
});
