import type { Subject } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayReadInside } from "../../policy.server";
import { findMany } from "../../queries/find-agreement.server";

/** The annexes of a version with where they are read. */
export async function annexesOfVersion({ db }: Pick<View, "db">, versionId: string) {
	const rows = await db.agreementVersionAnnex.findMany({
		where: { versionId },
		orderBy: { position: "asc" },
		select: { title: true, name: true, sha256: true, fileId: true },
	});
	return rows.map(({ fileId, ...annex }) => ({ ...annex, href: `/datei/${fileId}` }));
}

/**
 * Files of annexes: those of a draft for whoever may read it; those of a version for whoever may read that. Nobody adds to or
 * takes from them but the acts of this domain.
 */
export const annexSubject: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const [annex, kept] = await Promise.all([
			view.db.agreementAnnex.findUnique({ where: { id }, select: { agreementId: true } }),
			view.db.agreementVersionAnnex.findMany({
				where: { annexId: id },
				select: { version: { select: { agreementId: true, round: { select: { state: true } } } } },
				take: 100,
			}),
		]);
		const agreementId = annex?.agreementId ?? kept[0]?.version.agreementId;
		const [found] = agreementId ? await findMany(view, [agreementId]) : [];
		if (!found) return false;
		// The public sees what was concluded; drafts and refused versions are for the parties.
		return mayReadInside(view.actor, found) || kept.some(({ version }) => version.round?.state === "completed");
	},
};
