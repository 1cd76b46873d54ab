import { createHash } from "node:crypto";
import type { View } from "~/platform/world.server";
import { attachedData, checkPdf, checkTogether, checkTrail, wordsFor } from "../checking/pruefen.mjs";
import { exportTrail } from "../trail.server";

/**
 * What this house knows of a file: its seal by mathematics alone, then whether it is one that was kept here, whether it
 * begins with what was frozen, and whether the events that its protocol counts are all still there. For the operator.
 * @returns lines in German; `genuine` only for a sealed file that is known and fits everything
 */
export async function verifyFile(db: View["db"], pdf: Buffer): Promise<{ genuine: boolean; lines: string[] }> {
	const verdict = checkPdf(pdf);
	const sha256 = createHash("sha256").update(pdf).digest("hex");
	const lines = [...wordsFor(verdict), `SHA-256:     ${sha256}`];
	const number: unknown = attachedData(pdf, "gemeinwerk-unterschriftsprotokoll/1")?.agreement?.code;
	const known = await db.agreementSealedDocument.findUnique({
		where: { sha256 },
		include: { version: { include: { agreement: true } } },
	});
	const named = typeof number === "string" ? await db.agreement.findUnique({ where: { code: number } }) : null;
	const agreement = known?.version.agreement ?? named;
	if (!agreement) return { genuine: false, lines: [...lines, "hier unbekannt"] };
	const trail = await exportTrail(db, agreement);
	const broken = [...checkTrail(trail), ...checkTogether(pdf, trail)];
	for (const one of broken) lines.push(`FEHLER: ${one}`);
	if (known) {
		const kind = known.kind === "agreement" ? "Vereinbarung" : "Unterschriftsprotokoll zu";
		lines.push(`hier bekannt: ${kind} ${agreement.number}, Fassung ${known.version.number}`);
		const newer = await db.agreementVersion.count({
			where: { agreementId: agreement.id, number: { gt: known.version.number }, round: { state: "completed" } },
		});
		if (newer > 0) lines.push("ersetzt durch eine neuere Fassung");
	}
	return { genuine: verdict.result === "sealed" && known !== null && broken.length === 0, lines };
}
