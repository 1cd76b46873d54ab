import { createHash } from "node:crypto";
import type { View } from "~/platform/world.server";
import { attachedData, checkPdf, checkTogether, checkTrail, wordsFor } from "../checking/pruefen.mjs";
import { exportTrail } from "../trail.server";

/**
 * What this house knows of a file: its seal by mathematics alone, then whether it is one that was kept here, whether it
 * begins with what was frozen, and whether the events that its protocol counts are all still there. For the operator.
 * @returns lines in German; `genuine` only for a file of a concluded version that is known here and fits everything
 */
export async function verifyFile(db: View["db"], pdf: Buffer): Promise<{ genuine: boolean; lines: string[] }> {
	const verdict = checkPdf(pdf);
	const sha256 = createHash("sha256").update(pdf).digest("hex");
	const lines = [...wordsFor(verdict), `SHA-256:     ${sha256}`];
	const version = await versionOf(db, sha256);
	const code: unknown = attachedData(pdf, "gemeinwerk-unterschriftsprotokoll/1")?.agreement?.code;
	const named = typeof code === "string" ? await db.agreement.findUnique({ where: { code } }) : null;
	const agreement = version?.agreement ?? named;
	if (!agreement) return { genuine: false, lines: [...lines, "hier unbekannt"] };
	const trail = await exportTrail(db, agreement);
	const broken = [...checkTrail(trail), ...(verdict.result === "sealed" ? checkTogether(pdf, trail) : [])];
	for (const one of broken) lines.push(`FEHLER: ${one}`);
	if (!version) return { genuine: false, lines: [...lines, "hier unbekannt"] };
	lines.push(`hier bekannt: ${agreement.number}, Fassung ${version.number}`);
	const newer = await db.agreementVersion.count({
		where: { agreementId: agreement.id, number: { gt: version.number }, round: { state: "completed" } },
	});
	if (newer > 0) lines.push("ersetzt durch eine neuere Fassung");
	const amendment = await db.agreementAmendment.findFirst({
		where: { amendedId: agreement.id, abandonedAt: null, agreement: { state: "concluded" } },
		select: { agreement: { select: { number: true, inForceFrom: true } } },
	});
	const from = amendment?.agreement.inForceFrom?.toISOString().slice(0, 10);
	if (amendment && from) lines.push(`ab ${from} ersetzt durch den Nachtrag ${amendment.agreement.number}`);
	return { genuine: verdict.result !== "altered" && broken.length === 0, lines };
}

/** The concluded version that a kept file belongs to: the paper, its reading copy, the sealed one, the protocol. */
async function versionOf(db: View["db"], sha256: string) {
	const file = await db.file.findFirst({
		where: { subjectKind: { in: ["agreement-version", "agreement-protocol"] }, sha256 },
		select: { subjectId: true },
	});
	if (!file) return null;
	return db.agreementVersion.findFirst({
		where: { id: file.subjectId, round: { state: "completed" } },
		include: { agreement: true },
	});
}
