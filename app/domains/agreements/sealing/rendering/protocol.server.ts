import { typeset } from "~/platform/typesetting/typeset.server";
import { type Canonical, canonicalJson } from "../../canonical";
import type { RequiredForm } from "../../form-rules/form-rule";

const template = "app/domains/agreements/sealing/rendering/protocol.typ";

type SignatureLine = {
	party: string;
	post: string;
	form: RequiredForm;
	/** In text form: name and capacity as at signing; the sentence that was confirmed, with the name of its wording. */
	text: { name: string; capacity: string; deputy: boolean; at: string; wording: string; declaration: string } | null;
	/** By hand: the day on the paper, when a second person checked it, where it lies. */
	paper: { signedOn: string; checkedAt: string; originalPlace: string; scanSha256: string } | null;
	/** With a qualified signature: whom the certificate names, and what a second person found in the trusted list. */
	qualified?: {
		name: string;
		capacity: string;
		deputy: boolean;
		at: string;
		signer: string;
		issuer: string;
		certificateSha256: string;
		fileSha256: string;
		listedAs: string;
		listedOn: string;
		nameReason: string | null;
	};
};

/** Unterschriftsprotokoll: who signed when and how, what exactly, and where the audit chain stood. Times in ISO 8601, UTC. */
export type ProtocolContent = {
	format: "gemeinwerk-unterschriftsprotokoll/1";
	agreement: { number: string; code: string; title: string };
	version: {
		number: number;
		sha256: string;
		pdfSha256: string;
		sealedSha256: string;
		verificationCode: string;
		frozenAt: string;
		concludedAt: string;
	};
	signatures: SignatureLine[];
	chain: { events: number; head: string; house: { position: string; head: string } };
	seal: { name: string; certificateSha256: string; level: string };
	madeAt: string;
};

/**
 * The protocol as PDF/A-3a, with its data attached.
 * @param verifyUrl address of /pruefen for this version
 * @throws NotTypeset
 */
export async function makeProtocol(content: ProtocolContent, verifyUrl: string): Promise<Buffer> {
	const data = canonicalJson(content satisfies Canonical);
	const timestamp = Math.floor(Date.parse(content.madeAt) / 1000);
	return typeset({ template, inputs: { data, verifyUrl }, timestamp });
}
