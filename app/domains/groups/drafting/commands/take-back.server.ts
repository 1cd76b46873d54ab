import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { RichText } from "~/platform/rich-text/schema";
import { newId } from "~/platform/tokens.server";
import { type TextCode, writeContent } from "../document-text.server";
import { mayRunDocuments } from "../policy.server";
import { documentById } from "../queries/find-document.server";
import { lockedDocument, storeDraft, storedDocument } from "./locked-document.server";
import { nextDraft } from "./versions.server";

type Treated = {
	documentId: string;
	/** Where it was discussed, as (kind, id). */
	about: { kind: string; id: string };
	/** The text with what was accepted. */
	content: RichText;
	/** The remarks there were. */
	remarks: readonly { kind: string; id: string }[];
	/** What went in. */
	taken: readonly { kind: string; id: string }[];
};

/**
 * Takes back what became of a text in a consultation: a new draft begins with what was accepted there.
 * @returns the number of the draft; refuses while the group writes in a draft, which it would overwrite
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const takeBackTreated = command(
	"groups.take-back-treated",
	async (
		world: ActWorld,
		{ documentId, about, content, remarks, taken }: Treated,
	): Promise<Outcome<{ draft: number }, TextCode | "draft-open-already">> => {
		const document = await lockedDocument(world, documentId);
		demand(mayRunDocuments, world.actor, document);
		if (document.draftOpen) return refused("draft-open-already");
		const draft = await nextDraft(world, document);
		const heard = remarks.length;
		const yjs = await storedDocument(world.db, documentId);
		writeContent(yjs, content);
		const stored = await storeDraft(world, await documentById(world, documentId), yjs);
		if (!stored.done) return stored;
		await world.db.groupDocumentReturn.create({
			data: {
				id: newId(world.now),
				documentId,
				draft,
				subjectKind: about.kind,
				subjectId: about.id,
				heard,
				remarks: remarks.map(({ kind, id }) => ({ kind, id })),
				taken: taken.map(({ kind, id }) => ({ kind, id })),
				returnedById: personIdOf(world.actor),
				returnedAt: world.now,
			},
		});
		world.record({
			type: "groups.document.treatment-returned",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { draft, about: about.id, heard, taken: taken.length },
		});
		return done({ draft });
	},
);
