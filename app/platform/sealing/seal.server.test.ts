import { copyFile, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { has, opensslFolder, run, signatureOf, startTimeStamps } from "~tests/support/seal-tools";
import { StartRefusal } from "../start-refusal";
import { typeset } from "../typesetting/typeset.server";
import { openSeal, type Seal, SealKeyMissing, sealFile } from "./seal.server";
import { NotSealed, sealPdf } from "./seal-pdf.server";

const hasOpenssl = has("openssl");
const hasPdfsig = has("pdfsig");
const at = new Date();
const reason = "Prüfvermerk";

let folder: string;
let pdf: Buffer;
let seal: Seal;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "seal-test-"));
	const template = path.join(folder, "paper.typ");
	const head = '#set document(title: "Vereinbarung", date: datetime(year: 2026, month: 11, day: 22))';
	await writeFile(template, `${head}\n#set text(lang: "de")\n#title()\nStraße und „Anführung“`);
	pdf = await typeset({ template, inputs: {}, timestamp: 1_795_305_600 });
	seal = await openSeal({ DATA_DIR: folder, BASE_URL: "https://mitmachen.example.de" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the key is made once, for the house's name, in a file that only we can read", async () => {
	expect(seal.certificate.subject).toBe("CN=Gemeinwerk mitmachen.example.de");
	expect(seal.certificate.ca).toBe(false);
	expect(seal.certificate.verify(seal.certificate.publicKey)).toBe(true);
	const { mode } = await stat(path.join(folder, sealFile));
	expect(mode & 0o777).toBe(0o600);
	const again = await openSeal({ DATA_DIR: folder });
	expect(again.certificate.fingerprint256).toBe(seal.certificate.fingerprint256);
});

test("a key that is gone is made anew only where that is allowed, and counts again once it is back", async () => {
	const other = await mkdtemp(path.join(tmpdir(), "seal-gone-"));
	try {
		const open = () => openSeal({ DATA_DIR: other }, async () => false);
		await expect(open()).rejects.toThrow(SealKeyMissing);
		await expect(open()).rejects.toThrow(/aus der Sicherung zurück.*\/betrieb\/pruefvermerk/);
		expect(await readdir(other)).toEqual([]);
		await copyFile(path.join(folder, sealFile), path.join(other, sealFile));
		expect((await open()).certificate.fingerprint256).toBe(seal.certificate.fingerprint256);
	} finally {
		await rm(other, { recursive: true, force: true });
	}
});

test("a sealed PDF begins with the very bytes that were there before", async () => {
	const sealed = await sealPdf(pdf, { seal, at, reason });
	expect(sealed.level).toBe("B-B");
	expect(sealed.pdf.subarray(0, pdf.length).equals(pdf)).toBe(true);
	expect(sealed.pdf.length).toBeGreaterThan(pdf.length);
});

test("nothing is sealed with a certificate that does not count on that day", async () => {
	const later = new Date(seal.certificate.validToDate.getTime() + 1);
	const early = new Date(seal.certificate.validFromDate.getTime() - 1);
	for (const day of [later, early]) {
		await expect(sealPdf(pdf, { seal, at: day, reason })).rejects.toMatchObject({ reason: "certificate" });
	}
});

describe("a wrong configuration is one sentence", () => {
	const refused = (settings: object) => openSeal({ DATA_DIR: folder, ...settings });
	test("a file that is not there, a module that is none", async () => {
		await expect(refused({ SEAL_P12: "/nirgends.p12" })).rejects.toThrow(/SEAL_P12=\/nirgends\.p12 ist nicht lesbar/);
		await expect(refused({ SEAL_SIGNER: "/nirgends.mjs" })).rejects.toThrow(/SEAL_SIGNER=.* nicht laden/);
		const empty = path.join(folder, "empty.mjs");
		await writeFile(empty, "export default {};\n");
		await expect(refused({ SEAL_SIGNER: empty })).rejects.toThrow(StartRefusal);
	});
	test("a key file that was damaged", async () => {
		const other = await mkdtemp(path.join(folder, "damaged-"));
		await writeFile(path.join(other, sealFile), "kein Schlüssel, aber lang genug, um einer zu sein\n");
		await expect(openSeal({ DATA_DIR: other })).rejects.toThrow(/keinen brauchbaren Schlüssel für den Prüfvermerk/);
	});
});

describe.skipIf(!hasOpenssl)("with openssl", () => {
	const { at: place, openssl } = opensslFolder();
	const self = ["-x509", "-nodes", "-days", "2", "-subj", "/CN=Stadt Mayen", "-addext", "keyUsage=digitalSignature"];

	async function verified(sealed: Buffer, certificate: string) {
		const { cms, signed } = signatureOf(sealed);
		await writeFile(place("cms"), cms);
		await writeFile(place("signed"), signed);
		await writeFile(place("ca.pem"), certificate);
		const input = ["-inform", "DER", "-in", place("cms"), "-content", place("signed"), "-binary"];
		return run("openssl", [
			"cms",
			"-verify",
			"-cades",
			...input,
			"-CAfile",
			place("ca.pem"),
			"-purpose",
			"any",
			"-out",
			"/dev/null",
		]);
	}

	test("openssl cms -verify -cades agrees, and not with one flipped byte", async () => {
		const sealed = await sealPdf(pdf, { seal, at, reason });
		expect((await verified(sealed.pdf, seal.certificate.toString())).said).toMatch(/Verification successful/);
		const altered = Buffer.from(sealed.pdf);
		altered[300] = (altered[300] ?? 0) ^ 1;
		expect((await verified(altered, seal.certificate.toString())).code).not.toBe(0);
	});

	test.each([
		["rsa:3072", []],
		["ec", ["-pkeyopt", "ec_paramgen_curve:P-256"]],
	])("a PKCS#12 file with a key %s seals; a wrong passphrase is one sentence", async (kind, more) => {
		openssl("req", ...self, "-newkey", kind, ...more, "-keyout", place("key"), "-out", place("cert"));
		const pack = ["pkcs12", "-export", "-inkey", place("key"), "-in", place("cert"), "-out", place("seal.p12")];
		openssl(...pack, "-passout", "pass:richtig");
		const settings = { DATA_DIR: folder, SEAL_P12: place("seal.p12") };
		const given = await openSeal({ ...settings, SEAL_PASSPHRASE: "richtig" });
		expect(given.certificate.subject).toBe("CN=Stadt Mayen");
		const sealed = await sealPdf(pdf, { seal: given, at: new Date(), reason });
		expect((await verified(sealed.pdf, given.certificate.toString())).said).toMatch(/Verification successful/);
		for (const wrong of ["falsch", undefined]) {
			const opening = openSeal({ ...settings, SEAL_PASSPHRASE: wrong });
			await expect(opening).rejects.toThrow(StartRefusal);
			await expect(opening).rejects.toThrow(/mit dieser SEAL_PASSPHRASE nicht öffnen/);
		}
	});

	test("a module that speaks to a device seals", async () => {
		openssl("req", ...self, "-newkey", "rsa:2048", "-keyout", place("key"), "-out", place("cert"));
		const source = `import { createPrivateKey, sign, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
const key = createPrivateKey(readFileSync(${JSON.stringify(place("key"))}));
export default {
	certificate: Uint8Array.from(new X509Certificate(readFileSync(${JSON.stringify(place("cert"))})).raw),
	keyType: "RSA",
	signatureAlgorithm: "RSASSA-PKCS1-v1_5",
	sign: async (data) => Uint8Array.from(sign("sha256", data, key)),
};
`;
		await writeFile(place("device.mjs"), source);
		const device = await openSeal({ DATA_DIR: folder, SEAL_SIGNER: place("device.mjs") });
		const sealed = await sealPdf(pdf, { seal: device, at: new Date(), reason });
		expect((await verified(sealed.pdf, device.certificate.toString())).said).toMatch(/Verification successful/);
	});

	test("a key that does not belong to its certificate is one sentence", async () => {
		openssl("req", ...self, "-newkey", "rsa:2048", "-keyout", place("key"), "-out", place("cert"));
		const source = `import { generateKeyPairSync, sign, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
export default {
	certificate: Uint8Array.from(new X509Certificate(readFileSync(${JSON.stringify(place("cert"))})).raw),
	keyType: "RSA",
	signatureAlgorithm: "RSASSA-PKCS1-v1_5",
	sign: async (data) => Uint8Array.from(sign("sha256", data, privateKey)),
};
`;
		await writeFile(place("stranger.mjs"), source);
		const opening = openSeal({ DATA_DIR: folder, SEAL_SIGNER: place("stranger.mjs") });
		await expect(opening).rejects.toThrow(StartRefusal);
		await expect(opening).rejects.toThrow(/passt nicht zu seinem Zertifikat/);
	});

	test("with a time-stamp service it stamps; when that fails nothing is sealed", async () => {
		const stamps = await startTimeStamps();
		try {
			const how = { seal, at: new Date(), reason, timeStampUrl: stamps.url };
			const sealed = await sealPdf(pdf, how);
			expect(sealed.level).toBe("B-T");
			expect((await verified(sealed.pdf, seal.certificate.toString())).said).toMatch(/Verification successful/);
			stamps.state.mode = "fails";
			await expect(sealPdf(pdf, how)).rejects.toMatchObject({ reason: "time-stamp" });
		} finally {
			await stamps.stop();
		}
		const nobody = { seal, at: new Date(), reason, timeStampUrl: stamps.url };
		await expect(sealPdf(pdf, nobody)).rejects.toBeInstanceOf(NotSealed);
	});
});

test.skipIf(!hasPdfsig)("pdfsig and pdfinfo agree: valid, over the whole file, still tagged", async () => {
	const sealed = await sealPdf(pdf, { seal, at, reason });
	const file = path.join(folder, "sealed.pdf");
	await writeFile(file, sealed.pdf);
	const { said } = run("pdfsig", ["-nocert", file]);
	expect(said).toContain("Signature is Valid.");
	expect(said).toContain("Total document signed");
	expect(said).toContain("ETSI.CAdES.detached");
	expect(run("pdfinfo", [file]).said).toMatch(/Tagged:\s+yes/);
	await writeFile(file, Buffer.concat([sealed.pdf, Buffer.from("\n")]));
	expect(run("pdfsig", ["-nocert", file]).said).not.toContain("Total document signed");
});
