import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { HttpTimestampAuthority, PDF } from "@libpdf/core";

/** X.509 in DER, as far as certificates of tests need it. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const octets = (content: Uint8Array) => der(0x04, content);
const time = (moment: Date) => der(0x18, Buffer.from(`${moment.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`));
const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));
const nameIds = {
	commonName: "550403",
	givenName: "55042a",
	surname: "550404",
	pseudonym: "550441",
	organisation: "55040a",
};

export type CertificateGiven = {
	givenName?: string;
	surname?: string;
	pseudonym?: string;
	from: Date;
	until: Date;
	/** QcCompliance, QcSSCD, QcType "esign" or "eseal" (ETSI EN 319 412-5). */
	statements?: { qualified?: boolean; device?: boolean; type?: "esign" | "eseal" };
	/** Signs its own certificate instead of being issued. */
	alone?: boolean;
};

/** What a person signs with in a test: as a card of a trust service would, issued by a service of this test's own. */
export type Card = { certificate: Uint8Array; key: KeyObject };

const service = generateKeyPairSync("ec", { namedCurve: "P-256" });
const named = (names: Partial<Record<keyof typeof nameIds, string>>) =>
	sequence(
		...Object.entries(names).map(([name, text]) =>
			der(0x31, sequence(oid(nameIds[name as keyof typeof nameIds]), der(0x0c, Buffer.from(text, "utf8")))),
		),
	);

/** A certificate for a person with a key on P-256. */
export function issueCard({ givenName, surname, pseudonym, from, until, statements, alone }: CertificateGiven): Card {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const { qualified = true, device = true, type = "esign" } = statements ?? {};
	const said = [
		...(qualified ? [sequence(oid("04008e460101"))] : []),
		...(device ? [sequence(oid("04008e460104"))] : []),
		sequence(oid("04008e460106"), sequence(oid(type === "esign" ? "04008e46010601" : "04008e46010602"))),
	];
	const commonName = pseudonym ? `${pseudonym}:PN` : [givenName, surname].filter(Boolean).join(" ");
	const who = named({
		commonName,
		...(givenName && { givenName }),
		...(surname && { surname }),
		...(pseudonym && { pseudonym }),
	});
	const issuer = alone ? who : named({ commonName: "Vertrauensdienst Test CA", organisation: "Test" });
	const key = publicKey.export({ type: "spki", format: "der" });
	const content = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.concat([Buffer.from([0x41]), randomBytes(15)])),
		ecdsaWithSha256,
		issuer,
		sequence(time(from), time(until)),
		who,
		key,
		der(
			0xa3,
			sequence(
				sequence(oid("551d0f"), der(0x01, Buffer.from([0xff])), octets(der(0x03, Buffer.from([0x06, 0x40])))),
				sequence(oid("551d0e"), octets(octets(createHash("sha1").update(key).digest()))),
				sequence(oid("2b06010505070103"), octets(sequence(...said))),
			),
		),
	);
	const by = alone ? privateKey : service.privateKey;
	const signature = der(0x03, Buffer.from([0]), sign("sha256", content, by));
	return { certificate: Uint8Array.from(sequence(content, ecdsaWithSha256, signature)), key: privateKey };
}

/** Signs a PDF as a signing program does: its bytes stay, the signature is appended (PAdES B-B). */
export async function signWithCard(pdf: Uint8Array, card: Card, at: Date): Promise<Buffer> {
	const document = await PDF.load(pdf);
	const { bytes } = await document.sign({
		signer: {
			certificate: card.certificate,
			keyType: "EC",
			signatureAlgorithm: "ECDSA",
			sign: async (data) => Uint8Array.from(sign("sha256", data, card.key)),
		},
		signingTime: at,
		level: "B-B",
		estimatedSize: 6144,
	});
	return Buffer.from(bytes);
}

/** Puts a time stamp over a whole signed PDF, after material for checking it later: PAdES B-LTA, as signing programs do. */
export async function stampForLong(pdf: Uint8Array, timeStampUrl: string): Promise<Buffer> {
	const document = await PDF.load(pdf);
	const { bytes } = await document.addArchivalData({ timestampAuthority: new HttpTimestampAuthority(timeStampUrl) });
	return Buffer.from(bytes);
}
