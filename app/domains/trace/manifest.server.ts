import type { Manifest } from "~/platform/manifest.server";

/** Ties between objects hold no personal data, but for those that lead to a person. */
export const manifest: Manifest = {
	domain: "trace",
	personalData: {
		async export(db, personId) {
			const links = await db.traceLink.findMany({
				where: { OR: [asFrom(personId), asTo(personId)] },
				select: { fromKind: true, fromId: true, relation: true, toKind: true, toId: true, createdAt: true },
				orderBy: { createdAt: "asc" },
			});
			return { links };
		},
		async erase({ db }, personId) {
			await db.traceLink.deleteMany({ where: { OR: [asFrom(personId), asTo(personId)] } });
		},
		async retain() {
			return 0;
		},
	},
};

function asFrom(personId: string) {
	return { fromKind: "person", fromId: personId };
}

function asTo(personId: string) {
	return { toKind: "person", toId: personId };
}
