import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { offeredVersions, returnableDocument } from "../../../groups/index.server";
import { mayManageTexts } from "../policy.server";
import { publishedVersions } from "./find-text.server";
import { groupDocumentOf } from "./group-origin.server";
import { headOfManaged, managedTexts } from "./managed-texts.server";
import type { TextAddress } from "./text-page.server";

/** The ids of the remarks on a text that stand, and of those of them that went into one of its versions. */
export async function takenInto(
	{ db }: Pick<View, "db">,
	textId: string,
): Promise<{ heard: string[]; taken: string[] }> {
	const standing = { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } as const;
	const heard = await db.annotation.findMany({
		where: { textId, contribution: standing },
		select: { contributionId: true },
		orderBy: [{ contribution: { publishedAt: "asc" } }, { contributionId: "asc" }],
	});
	const credits = await db.annotationCredit.findMany({
		where: { version: { textId, publishedAt: { not: null } }, annotation: { contribution: standing } },
		select: { contributionId: true },
		distinct: ["contributionId"],
		orderBy: { contributionId: "asc" },
	});
	const ids = (rows: { contributionId: string }[]) => rows.map(({ contributionId }) => contributionId);
	return { heard: ids(heard), taken: ids(credits) };
}

/** The versions of the owner's working groups that can be put up in this process. @throws NotFound, Forbidden */
export async function versionsFromGroups(view: View, at: { place: string; process: string }) {
	const { processId, place, process, organisationId, may } = await managedTexts(view, at);
	if (!may.manage) throw new NotFound();
	const offered = await offeredVersions(view, organisationId);
	return {
		processId,
		place,
		process,
		versions: offered.map(({ id, number, title, group }) => ({ id, number, title, group })),
	};
}

/** What would go back to the group. @throws NotFound when the text came from none or the reader may not run it; Forbidden */
export async function textToReturn(view: View, at: TextAddress) {
	const { text, head } = await headOfManaged(view, at);
	demand(mayManageTexts, view.actor, text);
	const documentId = await groupDocumentOf(view, text.id);
	const document = documentId && (await returnableDocument(view, documentId));
	if (!document) throw new NotFound();
	const { heard, taken } = await takenInto(view, text.id);
	return {
		...head,
		document,
		published: publishedVersions(text).at(-1)?.number ?? null,
		heard: heard.length,
		taken: taken.length,
	};
}
