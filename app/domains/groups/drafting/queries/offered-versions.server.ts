import { storedRichText } from "~/platform/rich-text/check.server";
import type { RichText } from "~/platform/rich-text/schema";
import type { View } from "~/platform/world.server";
import { mayReadVersion, mayRunDocuments } from "../policy.server";
import { documentById } from "./find-document.server";

/** A frozen version as a later domain takes it over. */
export type OfferedVersion = {
	id: string;
	documentId: string;
	number: number;
	title: string;
	group: string;
	hash: string;
	content: RichText;
};

/** The newest frozen version of each text of the owner's groups that this reader may read: what can be put up elsewhere. */
export async function offeredVersions(view: View, organisationId: string): Promise<OfferedVersion[]> {
	const rows = await view.db.groupDocument.findMany({
		where: { group: { organisationId }, versions: { some: {} } },
		select: {
			id: true,
			group: { select: { name: true } },
			versions: { orderBy: { number: "desc" }, take: 1 },
		},
		orderBy: [{ changedAt: "desc" }, { id: "desc" }],
		take: 100,
	});
	const offered: OfferedVersion[] = [];
	for (const { id, group, versions } of rows) {
		const version = versions[0];
		if (!version) continue;
		const document = await documentById(view, id);
		if (!mayReadVersion(view.actor, { ...document, isPublic: version.isPublic })) continue;
		const { number, title, hash, content } = version;
		const text = { content: storedRichText(content), group: group.name };
		offered.push({ id: version.id, documentId: id, number, title, hash, ...text });
	}
	return offered;
}

/** Whether a text can take back what was treated elsewhere, and its words for the page; null when it is not the reader's to run. */
export async function returnableDocument(
	view: View,
	documentId: string,
): Promise<{ title: string; group: string; draftOpen: boolean; href: string } | null> {
	const document = await documentById(view, documentId);
	if (!mayRunDocuments(view.actor, document)) return null;
	const { title, group, draftOpen, code } = document;
	const href = `/o/${group.place.slug}/arbeitskreise/${group.slug}/texte/${code}`;
	return { title, group: group.name, draftOpen, href };
}
