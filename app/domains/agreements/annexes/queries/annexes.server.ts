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
		const first =
			(await view.db.agreementAnnex.findUnique({ where: { id }, select: { fileId: true } })) ??
			(await view.db.agreementVersionAnnex.findFirst({ where: { annexId: id }, select: { fileId: true } }));
		if (!first) return false;
		// An amendment has the same file, so each agreement with it is asked.
		const { fileId } = first;
		const [annexes, kept] = await Promise.all([
			view.db.agreementAnnex.findMany({ where: { fileId }, select: { agreementId: true }, take: 100 }),
			view.db.agreementVersionAnnex.findMany({
				where: { fileId },
				select: { version: { select: { agreementId: true, round: { select: { state: true } } } } },
				take: 100,
			}),
		]);
		const concluded = kept.filter(({ version }) => version.round?.state === "completed");
		const ids = [...annexes, ...kept.map(({ version }) => version)].map(({ agreementId }) => agreementId);
		// The public sees what was concluded and published; drafts and refused versions are for the parties.
		return (await findMany(view, [...new Set(ids)])).some(
			(found) => mayReadInside(view.actor, found) || concluded.some(({ version }) => version.agreementId === found.id),
		);
	},
};
