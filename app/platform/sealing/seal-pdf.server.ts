import { HttpTimestampAuthority, PDF, TimestampError } from "@libpdf/core";
import type { Seal } from "./seal.server";

/** What stops sealing for now: the time-stamp service does not answer, or the certificate does not count on this day. */
export class NotSealed extends Error {
	override name = "NotSealed";
	constructor(
		readonly reason: "time-stamp" | "certificate",
		cause: unknown,
	) {
		super(`not sealed: ${reason}`, { cause });
	}
}

/** PAdES baseline (ETSI EN 319 142-1): signed, or signed with a time stamp (RFC 3161). */
export type SealLevel = "B-B" | "B-T";

/** For so long a time-stamp service may take, in milliseconds. */
const patience = 10_000;

/** Room for the signature in bytes; a time stamp brings the certificates of its service along. */
const room = { "B-B": 6_144, "B-T": 16_384 };

/**
 * Seals a PDF: its bytes stay as they are, the signature is appended.
 * @param at the moment that the signature claims; with a time-stamp service that one's time counts
 * @param timeStampUrl address of an RFC 3161 service. When it fails nothing is sealed: our own time never stands in for it.
 * @throws NotSealed
 */
export async function sealPdf(
	pdf: Uint8Array,
	{ seal, at, reason, timeStampUrl }: { seal: Seal; at: Date; reason: string; timeStampUrl?: string },
): Promise<{ pdf: Buffer; level: SealLevel }> {
	const { validFromDate, validToDate } = seal.certificate;
	if (at < validFromDate || at > validToDate) throw new NotSealed("certificate", `counts until ${validToDate}`);
	const level = timeStampUrl ? "B-T" : "B-B";
	const document = await PDF.load(pdf);
	try {
		const { bytes } = await document.sign({
			signer: seal.signer,
			reason,
			signingTime: at,
			level,
			timestampAuthority: timeStampUrl ? new HttpTimestampAuthority(timeStampUrl, { timeout: patience }) : undefined,
			estimatedSize: room[level],
		});
		return { pdf: Buffer.from(bytes), level };
	} catch (error) {
		if (error instanceof TimestampError) throw new NotSealed("time-stamp", error);
		throw error;
	}
}
