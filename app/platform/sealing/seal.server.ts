import { createPrivateKey, sign, verify, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Signer } from "@libpdf/core";
import { z } from "zod";
import { now } from "../clock.server";
import { type Env, env } from "../env.server";
import { makeDataFolder, secretFile } from "../secrets.server";
import { StartRefusal } from "../start-refusal";
import { ownCertificate } from "./own-certificate.server";

/** The file below DATA_DIR that holds the key made at the first start. */
export const sealFile = "seal-key.pem";

/** For how long a certificate of our own making counts. */
const years = 10;

/** The key with which this house seals documents. */
export type Seal = { certificate: X509Certificate; signer: Signer };

type Settings = Pick<Env, "DATA_DIR" | "BASE_URL" | "SEAL_P12" | "SEAL_PASSPHRASE" | "SEAL_SIGNER">;

/** The house's own key is gone and may not be made anew by itself: what it sealed names its certificate. */
export class SealKeyMissing extends Error {
	override name = "SealKeyMissing";
	constructor(readonly file: string) {
		super(
			`Der Schlüssel für den Prüfvermerk (${file}) fehlt, es gibt aber schon Papiere mit Prüfvermerk. Bis er zurück ist, wird nichts versiegelt: Bitte holen Sie die Datei aus der Sicherung zurück, oder bestätigen Sie unter /betrieb/pruefvermerk einen neuen Schlüssel.`,
		);
	}
}

/**
 * Opens the key: the PKCS#12 file or the module that was given, else the one made at the first start. It must fit its
 * certificate. Whether the certificate has expired is asked when something is sealed.
 * @param mayMake whether a key of our own that is not there is made
 * @throws StartRefusal with one sentence: file not there, wrong passphrase, no usable key, module without signer
 * @throws SealKeyMissing when it is not there and may not be made
 */
export async function openSeal(settings: Settings, mayMake: () => Promise<boolean> = async () => true): Promise<Seal> {
	const { SEAL_P12, SEAL_SIGNER } = settings;
	const signer = SEAL_SIGNER
		? await moduleSigner(SEAL_SIGNER)
		: SEAL_P12
			? await fileSigner(SEAL_P12, settings.SEAL_PASSPHRASE ?? "")
			: await ownSigner(settings, mayMake);
	const certificate = new X509Certificate(signer.certificate);
	const probe = Buffer.from("Gemeinwerk");
	const signature = await signer.sign(probe, "SHA-256").catch(() => null);
	if (signature === null || !verify("sha256", probe, certificate.publicKey, signature)) {
		throw new StartRefusal(
			`Der Schlüssel für den Prüfvermerk (${SEAL_SIGNER ?? SEAL_P12 ?? sealFile}) passt nicht zu seinem Zertifikat; bitte die Datei prüfen.`,
		);
	}
	return { certificate, signer };
}

let opened: Promise<Seal> | undefined;

/**
 * The seal of this process, opened once; what failed is tried again, so that a key that is brought back counts without a
 * new start.
 * @throws StartRefusal, SealKeyMissing as `openSeal`
 */
export function houseSeal(mayMake: () => Promise<boolean>): Promise<Seal> {
	opened ??= openSeal(env(), mayMake).catch((error: unknown) => {
		opened = undefined;
		throw error;
	});
	return opened;
}

async function ownSigner({ DATA_DIR, BASE_URL }: Settings, mayMake: () => Promise<boolean>): Promise<Signer> {
	makeDataFolder(DATA_DIR);
	const file = path.join(DATA_DIR, sealFile);
	if (!existsSync(file) && !(await mayMake())) throw new SealKeyMissing(file);
	const host = BASE_URL ? new URL(BASE_URL).host : "localhost";
	// A day back: clocks differ, and nobody should find a seal that is younger than its certificate.
	const from = new Date(now().getTime() - 24 * 60 * 60_000);
	const pem = secretFile(DATA_DIR, sealFile, () => ownCertificate(`Gemeinwerk ${host}`, from, years));
	try {
		return keySigner(pem);
	} catch {
		throw new StartRefusal(
			`Die Datei ${file} enthält keinen brauchbaren Schlüssel für den Prüfvermerk; bitte aus der Sicherung zurückholen.`,
		);
	}
}

function keySigner(pem: string): Signer {
	const key = createPrivateKey(pem);
	const start = pem.indexOf("-----BEGIN CERTIFICATE-----");
	const { raw } = new X509Certificate(pem.slice(start));
	return {
		certificate: Uint8Array.from(raw),
		keyType: "EC",
		signatureAlgorithm: "ECDSA",
		sign: async (data) => Uint8Array.from(sign("sha256", data, key)),
	};
}

async function fileSigner(file: string, passphrase: string): Promise<Signer> {
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch (error) {
		throw new StartRefusal(
			`Die Datei SEAL_P12=${file} ist nicht lesbar (${(error as NodeJS.ErrnoException).code}); bitte Pfad und Rechte prüfen.`,
		);
	}
	const { P12Signer } = await import("@libpdf/core");
	try {
		return await P12Signer.create(Uint8Array.from(bytes), passphrase);
	} catch {
		throw new StartRefusal(
			`Die Datei SEAL_P12=${file} lässt sich mit dieser SEAL_PASSPHRASE nicht öffnen; bitte Kennwort und Datei prüfen.`,
		);
	}
}

const signerShape = z.object({
	certificate: z.instanceof(Uint8Array),
	certificateChain: z.array(z.instanceof(Uint8Array)).optional(),
	keyType: z.enum(["RSA", "EC"]),
	signatureAlgorithm: z.enum(["RSASSA-PKCS1-v1_5", "RSA-PSS", "ECDSA"]),
	sign: z.custom<Signer["sign"]>((value) => typeof value === "function"),
});

/** A module of the operator's that speaks to an HSM; its default export is a `Signer` of @libpdf/core. */
async function moduleSigner(file: string): Promise<Signer> {
	let loaded: unknown;
	try {
		loaded = await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);
	} catch {
		throw new StartRefusal(`Das Modul SEAL_SIGNER=${file} lässt sich nicht laden; bitte den Pfad prüfen.`);
	}
	const parsed = z.object({ default: signerShape }).safeParse(loaded);
	if (!parsed.success) {
		throw new StartRefusal(
			`Das Modul SEAL_SIGNER=${file} hat keinen brauchbaren „default export“ mit certificate, keyType, signatureAlgorithm und sign.`,
		);
	}
	return parsed.data.default;
}
