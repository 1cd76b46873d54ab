import type { View } from "~/platform/world.server";
import { knownWord } from "../../stored-word";
import { type WaitReason, waitReasons } from "../sealing";

/** The seal of a concluded version: applied, waiting with its reason, or about to be applied. Moments in ISO 8601. */
export type SealShown =
	| {
			state: "sealed";
			at: string;
			stamped: boolean;
			certificateSha256: string;
			chain: { events: number; head: string };
			pdfHref: string;
			protocolHref: string;
	  }
	| { state: "waits"; reason: WaitReason; since: string }
	| { state: "none" };

/** Asked by whoever may read the version; the files ask for themselves who may open them. */
export async function sealOf(view: Pick<View, "db">, versionId: string): Promise<SealShown> {
	const [papers, waiting] = await Promise.all([
		view.db.agreementSealedDocument.findMany({ where: { versionId }, take: 2 }),
		view.db.agreementSealing.findUnique({ where: { versionId } }),
	]);
	const [paper, protocol] = ["agreement", "protocol"].map((kind) => papers.find((one) => one.kind === kind));
	if (paper && protocol) {
		return {
			state: "sealed",
			at: paper.sealedAt.toISOString(),
			stamped: paper.level === "B-T",
			certificateSha256: paper.certificateSha256,
			chain: { events: paper.chainEvents, head: paper.chainHead },
			pdfHref: `/datei/${paper.fileId}`,
			protocolHref: `/datei/${protocol.fileId}`,
		};
	}
	if (!waiting) return { state: "none" };
	return { state: "waits", reason: knownWord(waitReasons, waiting.reason), since: waiting.since.toISOString() };
}
