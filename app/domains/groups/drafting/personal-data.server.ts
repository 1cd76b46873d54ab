import type { PersonalData } from "~/platform/manifest.server";

/**
 * What somebody wrote into a text of a group is part of the group's work and stays, without the name (accounts forgets it);
 * so do suggestions and comments, on which decisions rest. Rights in texts and "im Namen von" go.
 */
export const draftingPersonalData: PersonalData = {
	async export(db, personId) {
		const about = { document: { select: { title: true, group: { select: { name: true } } } } } as const;
		const [suggestions, comments, drafts, rights] = await Promise.all([
			db.groupDocumentSuggestion.findMany({
				where: { authorId: personId },
				select: {
					...about,
					...{ onBehalfOf: true, quote: true, replacement: true, reason: true, createdAt: true, state: true },
					decision: true,
				},
				orderBy: [{ createdAt: "asc" }, { id: "asc" }],
			}),
			db.groupDocumentComment.findMany({
				where: { authorId: personId },
				select: { ...about, quote: true, body: true, createdAt: true },
				orderBy: [{ createdAt: "asc" }, { id: "asc" }],
			}),
			db.groupDocumentWriter.findMany({ where: { personId }, select: { ...about, draft: true } }),
			db.groupDocumentRight.findMany({
				where: { personId },
				select: { ...about, right: true, validUntil: true, givenAt: true },
			}),
		]);
		return { groupTexts: { suggestions, comments, wroteInDrafts: drafts, rights } };
	},
	async erase({ db }, personId) {
		await db.groupDocumentRight.deleteMany({ where: { personId } });
		await db.groupDocumentSuggestion.updateMany({ where: { authorId: personId }, data: { onBehalfOf: null } });
	},
	async retain() {
		return 0;
	},
};
