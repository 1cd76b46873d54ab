import { createHash, type X509Certificate } from "node:crypto";
import { done, type Outcome, refused } from "~/platform/outcome";
import { signaturesIn, wordsOfCertificate } from "../sealing/checking/pruefen.mjs";
import { type PdfDanger, pdfDanger } from "../signing/pdf-danger.server";
import { isSameName } from "./names";
import { newSignatureFields } from "./same-document.server";

/** What a qualified signature says of itself, once everything that a machine can check was right. */
export type QualifiedFile = {
	signer: string;
	issuer: string;
	nameDiffers: boolean;
	certificate: string;
	certificateSha256: string;
	certificateUntil: Date;
	claimedAt: Date;
};

export type QualifiedRefusal =
	| PdfDanger
	| "qes-other-document"
	| "qes-unsigned"
	| "qes-broken"
	| "qes-altered"
	| "qes-several"
	| "qes-not-qualified"
	| "qes-pseudonym"
	| "qes-expired"
	| "qes-time";

/** Clocks differ. */
const tolerance = 5 * 60_000;

/**
 * Whether a file is the one that was given to sign, with exactly one qualified signature more (behaviours 68–71, 73).
 * Not answered here: whether the issuer stands in the trusted list; a person looks there.
 * @param before the bytes that lay for signature: the version, or the file of the signature before
 * @param person who is expected to have signed; a name that differs is told, not refused
 * @param frozenAt since when there was something to sign
 */
export async function checkQualified({
	before,
	uploaded,
	person,
	frozenAt,
	now,
}: {
	before: Buffer;
	uploaded: Buffer;
	person: { givenName: string; familyName: string };
	frozenAt: Date;
	now: Date;
}): Promise<Outcome<QualifiedFile, QualifiedRefusal>> {
	const danger = pdfDanger(uploaded);
	if (danger) return refused(danger);
	if (!uploaded.subarray(0, before.length).equals(before)) return refused("qes-other-document");
	const added = signaturesIn(uploaded).filter(({ end }) => end > before.length);
	if (added.some((one) => "reason" in one)) return refused("qes-broken");
	const [signed, ...more] = added.filter((one) => "signature" in one);
	if (!signed) return refused("qes-unsigned");
	if (more.length > 0) return refused("qes-several");
	const stamps = added.filter((one) => "stamp" in one);
	if (!(await showsTheSame(before, uploaded, signed.end, stamps))) return refused("qes-altered");
	if (stamps.some(({ stamp }) => stamp.at.getTime() > now.getTime() + tolerance)) return refused("qes-time");
	const { certificate, at, stampedBy } = signed.signature;
	const words = wordsOfCertificate(certificate);
	if (!isCertifiedAsQualified(certificate, words)) return refused("qes-not-qualified");
	if (words.pseudonym) return refused("qes-pseudonym");
	// Without a time stamp the signature's own time proves nothing: the certificate must count now.
	if (now < certificate.validFromDate || (!stampedBy && now > certificate.validToDate)) return refused("qes-expired");
	if (at.getTime() > now.getTime() + tolerance || at.getTime() < frozenAt.getTime() - tolerance)
		return refused("qes-time");
	return done({
		signer: words.name || `${words.givenName} ${words.surname}`.trim(),
		issuer: words.issuer,
		nameDiffers: !isSameName(person, words),
		certificate: certificate.toString(),
		certificateSha256: createHash("sha256").update(certificate.raw).digest("hex"),
		certificateUntil: certificate.validToDate,
		claimedAt: at,
	});
}

/** Nobody vouches for a certificate that signed itself, whatever it says. */
function isCertifiedAsQualified(certificate: X509Certificate, words: ReturnType<typeof wordsOfCertificate>): boolean {
	return words.qualified && words.device && words.forSignatures && certificate.issuer !== certificate.subject;
}

/**
 * The signed file shows what was given to sign, with one more field for a signature at most. Behind the signature there is
 * nothing, or material for checking it later (PAdES B-LT) and time stamps over all of it (B-LTA), which change nothing that
 * anybody sees. A stamp before the signature is refused: what was stamped was not what was given to sign.
 */
async function showsTheSame(
	before: Buffer,
	uploaded: Buffer,
	end: number,
	stamps: readonly { end: number }[],
): Promise<boolean> {
	const signed = uploaded.subarray(0, end);
	const fields = await newSignatureFields(before, signed);
	if (fields === null || fields > 1) return false;
	if (stamps.some((stamp) => stamp.end <= end)) return false;
	if (end === uploaded.length) return true;
	const covered = Math.max(end, ...stamps.map((stamp) => stamp.end));
	const behind = uploaded.subarray(covered).toString("latin1");
	if (behind !== "" && !(/\/DSS\b/.test(behind) && /%%EOF\s*$/.test(behind))) return false;
	const more = await newSignatureFields(signed, uploaded, "stamp");
	return more !== null && more <= stamps.length;
}
