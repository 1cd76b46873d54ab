import type { View } from "~/platform/world.server";

/**
 * The file that is signed next, and sealed in the end: that of the last accepted qualified signature, which goes on from
 * those before it, or the version as it was frozen. With the SHA-256 that it had when it came in.
 */
export async function fileToSign(
	db: View["db"],
	version: { id: string; pdfFileId: string; pdfSha256: string },
): Promise<{ fileId: string; sha256: string; signatures: number }> {
	const accepted = await db.agreementQualifiedSignature.findMany({
		where: { versionId: version.id, check: { accepted: true } },
		orderBy: [{ at: "desc" }, { id: "desc" }],
		select: { fileId: true, sha256: true },
	});
	const { fileId, sha256 } = accepted[0] ?? { fileId: version.pdfFileId, sha256: version.pdfSha256 };
	return { fileId, sha256, signatures: accepted.length };
}
