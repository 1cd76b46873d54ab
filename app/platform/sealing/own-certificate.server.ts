import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** X.509 is written in DER (ITU-T X.690): tag, length, content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const octets = (content: Uint8Array) => der(0x04, content);
/** RFC 5280 asks for UTCTime until 2049 and GeneralizedTime from 2050. */
function time(moment: Date): Buffer {
	const digits = `${moment.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
	return moment.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

const names = { commonName: "550403", keyUsage: "551d0f", keyId: "551d0e", constraints: "551d13" };
const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));

/**
 * A key on the curve P-256 with a certificate that it signs itself (RFC 5280): for signing documents, not for issuing
 * others.
 * @param name who seals, as people read it in their PDF program
 * @param from first moment of its validity
 * @returns private key (PKCS#8) and certificate, one after the other, as PEM
 */
export function ownCertificate(name: string, from: Date, years: number): string {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const until = new Date(from);
	until.setUTCFullYear(until.getUTCFullYear() + years);
	const key = publicKey.export({ type: "spki", format: "der" });
	const who = sequence(der(0x31, sequence(oid(names.commonName), der(0x0c, Buffer.from(name, "utf8")))));
	const serial = randomBytes(16);
	// Positive and without a leading zero.
	serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
	const critical = der(0x01, Buffer.from([0xff]));
	const extensions = sequence(
		sequence(oid(names.constraints), critical, octets(sequence())),
		// digitalSignature and nonRepudiation
		sequence(oid(names.keyUsage), critical, octets(der(0x03, Buffer.from([0x06, 0xc0])))),
		sequence(oid(names.keyId), octets(octets(createHash("sha1").update(key).digest()))),
	);
	const content = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, serial),
		ecdsaWithSha256,
		who,
		sequence(time(from), time(until)),
		who,
		key,
		der(0xa3, extensions),
	);
	const signature = der(0x03, Buffer.from([0]), sign("sha256", content, privateKey));
	const certificate = sequence(content, ecdsaWithSha256, signature);
	const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
	const pem = ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----"].join("\n");
	return `${privateKey.export({ type: "pkcs8", format: "pem" })}${pem}`;
}
