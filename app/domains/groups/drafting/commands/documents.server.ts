import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import { groupById } from "../../queries/find-group.server";
import { documentCounts } from "../document";
import { documentSaying, stateOf, type TextCode, writeContent } from "../document-text.server";
import { mayRunDocuments, mayWriteDraft } from "../policy.server";
import { jsonOf, lockedDocument, noteActor, storeDraft, storedDocument } from "./locked-document.server";

/**
 * Begins a text that the group writes together.
 * @returns its id and the code of its address; refuses the hundred and first text of a group
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const beginDocument = command(
	"groups.begin-document",
	async (
		world: ActWorld,
		{ groupId, title, body }: { groupId: string; title: string; body: RichText },
	): Promise<Outcome<{ id: string; code: string }, "too-many-documents">> => {
		await world.db.$queryRaw`SELECT 1 FROM working_group WHERE id = ${groupId}::uuid FOR UPDATE`;
		const group = await groupById(world, groupId);
		demand(mayRunDocuments, world.actor, { group, right: null });
		const count = await world.db.groupDocument.count({ where: { groupId } });
		if (count >= documentCounts.documents) return refused("too-many-documents");
		const id = newId(world.now);
		const code = newCode();
		await world.db.groupDocument.create({
			data: {
				id,
				groupId,
				code,
				title,
				state: stateOf(documentSaying(body)),
				content: jsonOf(body),
				words: plainText(body),
				createdById: personIdOf(world.actor),
				createdAt: world.now,
				changedAt: world.now,
			},
		});
		await noteActor(world, { id, draft: 1 });
		await link(world, {
			from: { kind: "group-document", id },
			relation: "part-of",
			to: { kind: "group", id: groupId },
		});
		world.record({
			type: "groups.document.begun",
			subject: { kind: "group-document", id },
			ownerId: group.organisationId,
			facts: { group: groupId },
		});
		return done({ id, code });
	},
);

export type WriteRefusal = TextCode | "draft-closed" | "changed-meanwhile";

/**
 * Writes the draft from a plain form. What others write at this moment in their editors is merged, not overwritten.
 * @param revision the one that was read; refused as `changed-meanwhile` when the text says something else by now
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const writeDraft = command(
	"groups.write-draft",
	async (
		world: ActWorld,
		{ documentId, revision, body }: { documentId: string; revision: number; body: RichText },
	): Promise<Outcome<{ revision: number }, WriteRefusal>> => {
		const document = await lockedDocument(world, documentId);
		demand(mayWriteDraft, world.actor, document);
		if (!document.draftOpen) return refused("draft-closed");
		if (document.revision !== revision) return refused("changed-meanwhile");
		const yjs = await storedDocument(world.db, documentId);
		writeContent(yjs, body);
		const stored = await storeDraft(world, document, yjs);
		if (!stored.done) return stored;
		await noteActor(world, document);
		world.record({
			type: "groups.document.written",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { draft: document.draft, revision: stored.value.revision },
		});
		return done({ revision: stored.value.revision });
	},
);
