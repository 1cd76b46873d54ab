import type { Subject } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayReadInside } from "../../policy.server";
import { findMany } from "../../queries/find-agreement.server";

/** A document that shows what was decided: where it is read, its SHA-256, who brought it in (null once erased). */
export type Evidence = { name: string; href: string; sha256: string; by: string | null };

type WithFile = {
	fileId: string | null;
	fileName: string | null;
	fileSha256: string | null;
	recordedById: string | null;
};

/** The document of a decision or of a step; null where there is none. Names of people are for the parties. */
export function evidenceOf(row: WithFile, people: ReadonlyMap<string, string>): Evidence | null {
	const { fileId, fileName, fileSha256, recordedById } = row;
	if (!fileId || !fileName || !fileSha256) return null;
	const by = recordedById === null ? null : (people.get(recordedById) ?? null);
	return { name: fileName, href: `/datei/${fileId}`, sha256: fileSha256, by };
}

const insideOf = (agreementOf: (db: View["db"], id: string) => Promise<string | null>): Subject => ({
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const agreementId = await agreementOf(view.db, id);
		const [found] = agreementId ? await findMany(view, [agreementId]) : [];
		return found !== undefined && mayReadInside(view.actor, found);
	},
});

/** Documents of decisions of a party's bodies: for the parties. One that was taken out of the draft is nobody's. */
export const decisionSubject = insideOf(async (db, id) => {
	const row = await db.agreementDecision.findUnique({ where: { id }, select: { agreementId: true } });
	return row?.agreementId ?? null;
});

/** Documents of the approval of a version: for the parties. */
export const approvalSubject = insideOf(async (db, id) => {
	const row = await db.agreementVersion.findUnique({ where: { id }, select: { agreementId: true } });
	return row?.agreementId ?? null;
});
