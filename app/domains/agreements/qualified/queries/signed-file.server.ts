import type { View } from "~/platform/world.server";

/**
 * The file that is signed next, and sealed in the end: that of the last accepted qualified signature, which goes on from
 * those before it, or the version as it was frozen.
 */
export async function fileToSign(
	db: View["db"],
	version: { id: string; pdfFileId: string },
): Promise<{ fileId: string; signatures: number }> {
	const accepted = await db.agreementQualifiedSignature.findMany({
		where: { versionId: version.id, check: { accepted: true } },
		orderBy: [{ at: "desc" }, { id: "desc" }],
		select: { fileId: true },
	});
	return { fileId: accepted[0]?.fileId ?? version.pdfFileId, signatures: accepted.length };
}
