// Checks sealed agreements without the platform: node pruefen.mjs [PRUEFSPUR.json] [FILE.pdf …]
// One file without packages (Node.js from version 20 on), so that a stranger can read and run it. It asks nobody and trusts
// nobody: whose certificate it was must be compared with a fingerprint that comes by another way.
import { constants, createHash, verify, X509Certificate } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import { inflateSync } from "node:zlib";

/** @param {Uint8Array | string} content */
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

// ── DER (ITU-T X.690) ───────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * @typedef {{ tag: number, content: Buffer, whole: Buffer }} Der
 * @param {Buffer} bytes
 * @returns {Der} the element at the beginning
 */
function derOf(bytes) {
	const [tag = 0, first = 0] = bytes;
	let [length, start] = [first, 2];
	if (first > 127) {
		const size = first & 127;
		if (size === 0 || size > 4 || bytes.length < 2 + size) throw new Error("kein DER");
		[length, start] = [bytes.readUIntBE(2, size), 2 + size];
	}
	if (bytes.length < start + length) throw new Error("DER ist abgeschnitten");
	return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}

/**
 * @param {Der | undefined} parent
 * @returns {Der[]}
 */
function inside(parent) {
	const parts = [];
	let rest = parent?.content ?? Buffer.alloc(0);
	while (rest.length > 0) {
		const part = derOf(rest);
		parts.push(part);
		rest = rest.subarray(part.whole.length);
	}
	return parts;
}

/** @param {Der | undefined} part */
const hexOf = (part) => part?.content.toString("hex") ?? "";

// Object identifiers, as hex of their DER content.
const ids = {
	contentType: "2a864886f70d010903",
	messageDigest: "2a864886f70d010904",
	signingTime: "2a864886f70d010905",
	signingCertificate: "2a864886f70d010910020c",
	signingCertificateV2: "2a864886f70d010910022f",
	timeStampToken: "2a864886f70d010910020e",
	timeStampContent: "2a864886f70d0109100104",
	pss: "2a864886f70d01010a",
};
/** @type {Record<string, string>} */
const digests = {
	"2b0e03021a": "sha1",
	"608648016503040201": "sha256",
	"608648016503040202": "sha384",
	"608648016503040203": "sha512",
};
/** Purpose of a certificate that may stamp time (RFC 3161). */
const timeStamping = "1.3.6.1.5.5.7.3.8";

// ── Signatures (CMS, RFC 5652; CAdES) ───────────────────────────────────────────────────────────────────────────────────

/**
 * @typedef {{ certificate: X509Certificate, value: Buffer, claimedAt: Date | null, stamps: Buffer[], content: Buffer | null }} Signed
 * @param {Buffer} cms a SignedData with one signer
 * @param {Buffer | null} detached what was signed; null when it lies in the CMS itself
 * @returns {Signed}
 * @throws Error with the reason, in German, when the signature does not hold
 */
function verifiedCms(cms, detached) {
	const [, box] = inside(derOf(cms));
	const parts = inside(inside(box)[0]);
	const [, , encapsulated, ...rest] = parts;
	const [, carried] = inside(encapsulated);
	const content = carried ? (inside(carried)[0]?.content ?? null) : null;
	const signed = detached ?? content;
	if (!signed) throw new Error("die unterschriebenen Daten fehlen");
	const certificates = inside(rest.find(({ tag }) => tag === 0xa0)).flatMap(({ tag, whole }) =>
		tag === 0x30 ? [new X509Certificate(whole)] : [],
	);
	const signers = inside(rest.find(({ tag }) => tag === 0x31));
	if (signers.length !== 1) throw new Error("es ist nicht genau ein Unterzeichner");
	const signer = inside(signers[0]);
	const digest = digests[hexOf(inside(signer[2])[0])];
	const attributes = signer.find(({ tag }) => tag === 0xa0);
	const afterAttributes = signer.slice(attributes ? signer.indexOf(attributes) + 1 : 3);
	const [algorithm, signature] = afterAttributes;
	if (!digest || !attributes || !algorithm || signature?.tag !== 0x04)
		throw new Error("die Unterschrift ist unvollständig");
	/** @param {string} id */
	const attribute = (id) => inside(inside(attributes).find((one) => hexOf(inside(one)[0]) === id))[1];

	const told = inside(attribute(ids.messageDigest))[0];
	if (hexOf(told) !== createHash(digest).update(signed).digest("hex"))
		throw new Error("die Prüfsumme passt nicht zur Datei");
	const certificate = namedCertificate(
		certificates,
		attribute(ids.signingCertificateV2),
		attribute(ids.signingCertificate),
	);
	if (!certificate) throw new Error("das Zertifikat der Unterschrift fehlt");
	// Signed is the SET, not the tag that it has inside the signer.
	const set = Buffer.from(attributes.whole);
	set[0] = 0x31;
	const pss = hexOf(inside(algorithm)[0]) === ids.pss;
	const padding = pss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
	if (!verify(digest, set, { key: certificate.publicKey, ...padding }, signature.content))
		throw new Error("die Unterschrift gehört nicht zum Zertifikat");
	const unsigned = afterAttributes.find(({ tag }) => tag === 0xa1);
	return {
		certificate,
		value: signature.content,
		claimedAt: timeOf(inside(attribute(ids.signingTime))[0]),
		stamps: inside(unsigned).flatMap((one) =>
			hexOf(inside(one)[0]) === ids.timeStampToken ? inside(inside(one)[1]).map(({ whole }) => whole) : [],
		),
		content,
	};
}

/**
 * The certificate whose hash the signed attribute names (ESSCertIDv2, or ESSCertID with SHA-1 for time stamps).
 * @param {X509Certificate[]} certificates
 * @param {Der | undefined} v2
 * @param {Der | undefined} v1
 */
function namedCertificate(certificates, v2, v1) {
	const parts = inside(inside(inside(inside(v2 ?? v1)[0])[0])[0]);
	const algorithm = v2 ? (parts[0]?.tag === 0x30 ? digests[hexOf(inside(parts[0])[0])] : "sha256") : "sha1";
	const hash = parts.find(({ tag }) => tag === 0x04);
	if (!algorithm || !hash) return undefined;
	return certificates.find(({ raw }) => createHash(algorithm).update(raw).digest("hex") === hexOf(hash));
}

/** @param {Der | undefined} part UTCTime or GeneralizedTime */
function timeOf(part) {
	if (!part) return null;
	const text = part.content.toString("latin1");
	const digits = part.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
	const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(digits);
	if (!match) return null;
	const [, year, month, day, hour, minute, second] = match;
	return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/**
 * @param {Buffer} token RFC 3161
 * @param {Buffer} stamped the value of the signature that was stamped
 * @returns {{ at: Date, by: string }}
 */
function verifiedStamp(token, stamped) {
	const { certificate, content } = verifiedCms(token, null);
	if (!content) throw new Error("der Zeitstempel ist leer");
	const [, , imprint, , at] = inside(derOf(content));
	const [algorithm, hash] = inside(imprint);
	const digest = digests[hexOf(inside(algorithm)[0])];
	if (!digest || createHash(digest).update(stamped).digest("hex") !== hexOf(hash))
		throw new Error("der Zeitstempel gehört nicht zu dieser Unterschrift");
	const moment = timeOf(at);
	if (!moment || !certificate.keyUsage?.includes(timeStamping)) throw new Error("der Zeitstempel ist kein gültiger");
	if (moment < certificate.validFromDate || moment > certificate.validToDate)
		throw new Error("das Zertifikat des Zeitstempels galt damals nicht");
	return { at: moment, by: nameOf(certificate) };
}

/** Whether a CMS carries the content of a time stamp. @param {Buffer} cms */
function isTimeStamp(cms) {
	const [, box] = inside(derOf(cms));
	const [, , encapsulated] = inside(inside(box)[0]);
	return hexOf(inside(encapsulated)[0]) === ids.timeStampContent;
}

/** @param {X509Certificate} certificate */
const nameOf = ({ subject }) => /(?:^|\n)CN=(.*)/.exec(subject)?.[1] ?? subject.replaceAll("\n", ", ");

// ── PDF (ISO 32000; PAdES) ──────────────────────────────────────────────────────────────────────────────────────────────

/**
 * @typedef {{ signer: string, fingerprint: string, at: Date, stampedBy: string | null, level: "B-B" | "B-T" }} SealFound
 * @typedef {{ result: "sealed", seal: SealFound } | { result: "altered", reason: string } | { result: "unsealed" }} PdfVerdict
 */

/** @typedef {{ from: number, gap: number, on: number, length: number }} Range what was signed: all but the gap @param {string} text @returns {Range[]} the last one first */
function rangesIn(text) {
	return [...text.matchAll(/\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g)]
		.map((match) => ({ from: Number(match[1]), gap: Number(match[2]), on: Number(match[3]), length: Number(match[4]) }))
		.sort((one, other) => other.on + other.length - (one.on + one.length));
}

/**
 * The signature of a range, as it stood when the file ended with it.
 * @param {Buffer} bytes
 * @param {string} text the same as latin1
 * @param {Range} range
 * @returns {{ certificate: X509Certificate, at: Date, stampedBy: string | null } | { stamp: { at: Date, by: string } }} a
 * signature, or a time stamp of the whole document (ETSI EN 319 142-1, 5.4.3), which nobody signed with
 * @throws Error with the reason, in German, when it does not hold
 */
function signatureAt(bytes, text, { from, gap, on, length }) {
	const hex = text.slice(gap + 1, on - 1);
	if (
		from !== 0 ||
		on + length > bytes.length ||
		gap >= on ||
		text[gap] !== "<" ||
		text[on - 1] !== ">" ||
		!/^(?:[\da-f]{2})+$/i.test(hex)
	)
		throw new Error("die Unterschrift steht nicht dort, wo sie hingehört");
	const filled = Buffer.from(hex, "hex");
	const cms = derOf(filled).whole;
	if (filled.subarray(cms.length).some((byte) => byte !== 0))
		throw new Error("hinter der Unterschrift steht noch etwas");
	const signed = Buffer.concat([bytes.subarray(0, gap), bytes.subarray(on, on + length)]);
	if (isTimeStamp(cms)) return { stamp: verifiedStamp(Buffer.from(cms), signed) };
	const { certificate, value, claimedAt, stamps } = verifiedCms(Buffer.from(cms), signed);
	const stamp = stamps[0] ? verifiedStamp(stamps[0], value) : null;
	const at = stamp?.at ?? claimedAt ?? pdfTime(text.slice(0, gap), text.slice(on));
	if (!at) throw new Error("die Unterschrift nennt keine Zeit");
	if (at < certificate.validFromDate || at > certificate.validToDate)
		throw new Error("das Zertifikat galt zur Zeit der Unterschrift nicht");
	return { certificate, at, stampedBy: stamp?.by ?? null };
}

/**
 * Whether the last signature of a PDF holds and covers the whole file. Which parts were signed is read as plain bytes:
 * everything but one gap that holds nothing but the signature, and zeros behind it. So no other object can hide in it.
 * @param {Uint8Array} pdf
 * @returns {PdfVerdict}
 */
export function checkPdf(pdf) {
	const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
	const text = bytes.toString("latin1");
	const [range] = rangesIn(text);
	if (!range) return { result: "unsealed" };
	if (range.from !== 0 || range.on + range.length !== bytes.length)
		return { result: "altered", reason: "nach dem Prüfvermerk wurde etwas an die Datei angehängt oder abgeschnitten" };
	try {
		const found = signatureAt(bytes, text, range);
		// What a later stamp covers may have been changed before it: only the seal speaks for the file.
		if ("stamp" in found)
			return { result: "altered", reason: "nach dem Prüfvermerk wurde ein Zeitstempel an die Datei angehängt" };
		const { certificate, at, stampedBy } = found;
		return {
			result: "sealed",
			seal: {
				signer: nameOf(certificate),
				fingerprint: sha256(certificate.raw),
				at,
				stampedBy,
				level: stampedBy ? "B-T" : "B-B",
			},
		};
	} catch (error) {
		return { result: "altered", reason: error instanceof Error ? error.message : String(error) };
	}
}

/**
 * Every signature and time stamp of a PDF, the first one first. Each covers the file up to `end`; what follows it is for the
 * next one.
 * @typedef {{ end: number, signature: { certificate: X509Certificate, at: Date, stampedBy: string | null } } | { end: number, stamp: { at: Date, by: string } } | { end: number, reason: string }} SignatureFound
 * @param {Uint8Array} pdf
 * @returns {SignatureFound[]}
 */
export function signaturesIn(pdf) {
	const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
	const text = bytes.toString("latin1");
	return rangesIn(text)
		.toReversed()
		.map((range) => {
			const end = range.on + range.length;
			try {
				const found = signatureAt(bytes, text, range);
				return "stamp" in found ? { end, ...found } : { end, signature: found };
			} catch (error) {
				return { end, reason: error instanceof Error ? error.message : String(error) };
			}
		});
}

/**
 * Whom a certificate names, and what it says of itself (ETSI EN 319 412-5). Whether its issuer may say so stands in the
 * trusted list of the European Union alone.
 * @typedef {{ name: string, givenName: string, surname: string, pseudonym: boolean, qualified: boolean, device: boolean, forSignatures: boolean, issuer: string }} CertificateWords
 * @param {X509Certificate} certificate
 * @returns {CertificateWords}
 */
export function wordsOfCertificate(certificate) {
	const parts = inside(inside(derOf(certificate.raw))[0]);
	const begin = parts[0]?.tag === 0xa0 ? 1 : 0;
	const subject = inside(parts[begin + 4])
		.flatMap(inside)
		.map(inside);
	/** @param {string} id */
	const named = (id) => textOf(subject.find(([key]) => hexOf(key) === id)?.[1]);
	const extensions = inside(inside(parts.find(({ tag }) => tag === 0xa3))[0]).map(inside);
	const statements = extensions.find(([key]) => hexOf(key) === "2b06010505070103")?.at(-1)?.content;
	const said = statements ? inside(derOf(statements)).map(inside) : [];
	/** @param {string} id */
	const statement = (id) => said.find(([key]) => hexOf(key) === `04008e4601${id}`);
	const types = inside(statement("06")?.[1]).map(hexOf);
	return {
		name: named("550403"),
		givenName: named("55042a"),
		surname: named("550404"),
		pseudonym: named("550441") !== "",
		qualified: statement("01") !== undefined,
		device: statement("04") !== undefined,
		// Without the statement it is for signatures (EN 319 412-5, 4.2.3); a seal's or a website's certificate is not.
		forSignatures: types.length === 0 || types.includes("04008e46010601"),
		issuer: /(?:^|\n)CN=(.*)/.exec(certificate.issuer)?.[1] ?? certificate.issuer.replaceAll("\n", ", "),
	};
}

/** @param {Der | undefined} part a string of a name */
function textOf(part) {
	if (!part) return "";
	if (part.tag === 0x1e) return Buffer.from(part.content).swap16().toString("utf16le");
	return part.content.toString(part.tag === 0x0c ? "utf8" : "latin1");
}

/**
 * The time in the signature's dictionary (`/M`), next to the signature itself.
 * @param {string} before
 * @param {string} after
 */
function pdfTime(before, after) {
	const near = /\/M\s*\(D:(\d{14})([Z+-])(?:(\d\d)'?(\d\d)'?)?\)/;
	const match = near.exec(after.slice(0, 500)) ?? near.exec(before.slice(-500));
	if (!match) return null;
	const [, digits = "", sign, hours = "0", minutes = "0"] = match;
	const [year, month, day, hour, minute, second] = (digits.match(/^(.{4})(..)(..)(..)(..)(..)$/) ?? [])
		.slice(1)
		.map(Number);
	const away = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
	return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) - away);
}

/**
 * The data that our papers carry as an attached file, by its format; null when there is none.
 * @param {Uint8Array} pdf
 * @param {string} format e.g. "gemeinwerk-unterschriftsprotokoll/1"
 * @returns {any}
 */
export function attachedData(pdf, format) {
	const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
	for (let at = bytes.indexOf("stream"); at !== -1; at = bytes.indexOf("stream", at + 6)) {
		const start = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
		for (const read of [
			() => inflateSync(bytes.subarray(start), { maxOutputLength: 50_000_000 }),
			() => bytes.subarray(start, bytes.indexOf("endstream", start)),
		]) {
			try {
				const found = JSON.parse(read().toString("utf8"));
				if (found?.format === format) return found;
			} catch {
				// some other stream
			}
		}
	}
	return null;
}

// ── Trail ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * @typedef {{ id: string, ownerId: string, position: string, at: string, act: string, type: string, actorKind: string, actorId: string | null, postId: string | null, onBehalfOfId: string | null, subjectKind: string, subjectId: string, facts: Record<string, unknown>, previous: string, hash: string }} TrailEvent
 * @typedef {{ format: "gemeinwerk-pruefspur/1", agreement: { id: string, number: string }, versions: { id: string, number: number, sha256: string, pdfSha256: string, pdfBytes: number, sealed: { kind: string, sha256: string, level: string, certificateSha256: string }[] }[], events: TrailEvent[], head: string }} Trail
 */

/** Canonical JSON (RFC 8785) of what events hold. @param {unknown} value @returns {string} */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(",")}}`;
}

/**
 * The head after each event of an agreement: SHA-256 of the head before it (64 zeros at first) and the hash of the event.
 * @param {readonly { hash: string }[]} events in their order
 * @returns {string[]} as many as there are events
 */
export function headsOf(events) {
	let head = "0".repeat(64);
	return events.map(({ hash }) => {
		head = sha256(head + hash);
		return head;
	});
}

/**
 * @param {Trail} trail
 * @returns {string[]} what does not hold, in German; empty when all does
 */
export function checkTrail(trail) {
	const broken = [];
	let before = 0n;
	for (const [index, { hash, ...row }] of trail.events.entries()) {
		if (sha256(canonical(row)) !== hash) broken.push(`Ereignis ${index + 1} (${row.type}) wurde verändert`);
		if (BigInt(row.position) <= before) broken.push(`Ereignis ${index + 1} steht nicht in seiner Reihenfolge`);
		before = BigInt(row.position);
	}
	if ((headsOf(trail.events).at(-1) ?? "0".repeat(64)) !== trail.head) broken.push("das Ende der Kette passt nicht");
	for (const { id, number, sha256: content, pdfSha256, sealed } of trail.versions) {
		const of = (/** @type {string} */ type) =>
			trail.events.find((event) => event.type === type && event.facts.version === id);
		const frozen = of("agreements.version.frozen");
		if (frozen?.facts.sha256 !== content || frozen.facts.pdfSha256 !== pdfSha256)
			broken.push(`die Fassung ${number} ist nicht die, die festgeschrieben wurde`);
		const told = of("agreements.version.sealed")?.facts;
		for (const one of sealed)
			if (told?.[`${one.kind}Sha256`] !== one.sha256)
				broken.push(`der Prüfvermerk der Fassung ${number} steht nicht in der Kette`);
	}
	return broken;
}

/**
 * What a sealed file and a trail say of each other.
 * @param {Uint8Array} pdf
 * @param {Trail} trail
 * @returns {string[]} what does not hold, in German
 */
export function checkTogether(pdf, trail) {
	const sum = sha256(pdf);
	const version = trail.versions.find(({ sealed }) => sealed.some((one) => one.sha256 === sum));
	const protocol = attachedData(pdf, "gemeinwerk-unterschriftsprotokoll/1");
	const broken = [];
	if (protocol && protocol.agreement?.number === trail.agreement.number) {
		const { events, head } = protocol.chain;
		if (trail.events.length < events)
			broken.push(
				`es fehlen die neuesten Ereignisse: das Protokoll kennt ${events}, die Prüfspur ${trail.events.length}`,
			);
		else if (headsOf(trail.events)[events - 1] !== head)
			broken.push(`die ersten ${events} Ereignisse sind andere als im Protokoll`);
	}
	if (!version) {
		// The one that lay for signature, before the seal.
		if (trail.versions.some(({ pdfSha256 }) => pdfSha256 === sum)) return broken;
		broken.push("diese Datei kommt in der Prüfspur nicht vor");
		return broken;
	}
	const own = version.sealed.find((one) => one.sha256 === sum);
	if (own?.kind === "agreement" && sha256(pdf.subarray(0, version.pdfBytes)) !== version.pdfSha256)
		broken.push("die Datei beginnt nicht mit der Fassung, die zur Unterschrift lag");
	return broken;
}

// ── Command ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** @param {Date} moment */
const shown = (moment) =>
	moment
		.toISOString()
		.replace("T", " ")
		.replace(/\.\d+Z$/, " UTC");

/**
 * What is to say about one file, line by line.
 * @param {PdfVerdict} verdict
 */
export function wordsFor(verdict) {
	if (verdict.result === "unsealed") return ["ohne elektronischen Prüfvermerk"];
	if (verdict.result === "altered") return [`VERÄNDERT: ${verdict.reason}`];
	const { signer, fingerprint, at, stampedBy } = verdict.seal;
	return [
		"unverändert seit dem elektronischen Prüfvermerk",
		`von:         ${signer}`,
		`am:          ${shown(at)}${stampedBy ? ` (Zeitstempel von ${stampedBy})` : " (nach der Uhr dessen, der unterschrieben hat)"}`,
		`Zertifikat:  ${fingerprint} (SHA-256; bitte mit der Seite /pruefen des Hauses vergleichen)`,
	];
}

/**
 * What is to say of the signatures before the seal: qualified ones of the people who signed.
 * @param {Uint8Array} pdf
 */
export function wordsForPeople(pdf) {
	return signaturesIn(pdf)
		.slice(0, -1)
		.map((found) => {
			if ("reason" in found) return `Signatur:    FEHLER: ${found.reason}`;
			if ("stamp" in found) return `Zeitstempel: ${found.stamp.by}, ${shown(found.stamp.at)}`;
			const { certificate, at } = found.signature;
			const { qualified, issuer } = wordsOfCertificate(certificate);
			return `Signatur:    ${nameOf(certificate)}, ${shown(at)}, ausgestellt von ${issuer}${qualified ? " (nennt sich qualifiziert)" : ""}`;
		});
}

/** @param {string[]} files @returns {number} the exit code */
function run(files) {
	if (files.length === 0) {
		console.error("node pruefen.mjs [PRUEFSPUR.json] [DATEI.pdf …]");
		return 2;
	}
	let ok = true;
	/** @type {Trail[]} */
	const trails = [];
	/** @param {string} file @param {string[]} broken */
	const tell = (file, broken) => {
		for (const one of broken) console.log(`${file}: FEHLER: ${one}`);
		ok &&= broken.length === 0;
	};
	const contents = files.map((file) => ({ file, bytes: readFileSync(file) }));
	for (const { file, bytes } of contents.filter((one) => one.bytes[0] === 0x7b)) {
		const trail = JSON.parse(bytes.toString("utf8"));
		if (trail.format !== "gemeinwerk-pruefspur/1") {
			tell(file, ["das ist keine Prüfspur"]);
			continue;
		}
		trails.push(trail);
		const broken = checkTrail(trail);
		tell(file, broken);
		if (broken.length === 0)
			console.log(
				`${file}: Prüfspur ${trail.agreement.number}, ${trail.events.length} Ereignisse, unversehrt, Kettenkopf ${trail.head}`,
			);
	}
	for (const { file, bytes } of contents.filter((one) => one.bytes[0] !== 0x7b)) {
		const verdict = checkPdf(bytes);
		for (const line of wordsFor(verdict)) console.log(`${file}: ${line}`);
		for (const line of wordsForPeople(bytes)) console.log(`${file}: ${line}`);
		console.log(`${file}: SHA-256:     ${sha256(bytes)}`);
		ok &&= verdict.result === "sealed";
		for (const trail of trails) tell(file, checkTogether(bytes, trail));
	}
	return ok ? 0 : 1;
}

// Only as a program of its own: the house has these functions in its bundle.
const called = process.argv[1];
if (called && /^pruefen.*\.mjs$/.test(basename(called)) && realpathSync(called) === import.meta.filename) {
	process.exitCode = run(process.argv.slice(2));
}
