import type { Manifest } from "~/platform/manifest.server";
import { deleteRemoved, deleteUnclaimed } from "./tidy.server";

export const manifest: Manifest = {
	domain: "files",
	personalData: {
		async export(db, personId) {
			const files = await db.file.findMany({
				where: { uploadedById: personId },
				orderBy: { uploadedAt: "asc" },
				select: {
					id: true,
					name: true,
					mediaType: true,
					bytes: true,
					sha256: true,
					description: true,
					subjectKind: true,
					subjectId: true,
					uploadedAt: true,
					removedAt: true,
				},
			});
			return { files };
		},
		/** What belongs to a public record stays with it; who uploaded it is forgotten. */
		async erase({ db }, personId) {
			await db.file.updateMany({ where: { uploadedById: personId }, data: { uploadedById: null } });
		},
		/** Walks the whole disk, so it is done with the daily retention and not with the sweeps. */
		async retain(view) {
			return (await deleteRemoved(view)) + (await deleteUnclaimed(view));
		},
	},
};
