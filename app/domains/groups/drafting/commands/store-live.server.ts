import * as Y from "yjs";
import { type ActWorld, command } from "~/platform/act.server";
import { house } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { stateOf, type TextCode } from "../document-text.server";
import { lockedDocument, noteWriter, storeDraft, storedDocument } from "./locked-document.server";

export type StoreRefusal = TextCode | "draft-closed";

/**
 * Stores what was written in the editors: merged with what is stored, so that two processes and plain forms lose nothing.
 * Called by the live editing alone, which has asked who may. Recorded once per person and draft: keystrokes are no acts,
 * what comes of them is recorded with its hash when it is frozen.
 * @param update all that the live document knows, as Yjs update
 * @param writers who wrote since it was last stored
 * @returns the revision and all that is stored now; refuses what the schema does not know and what comes after the freezing. @throws NotFound
 */
export const storeLive = command(
	"groups.store-live-draft",
	async (
		world: ActWorld,
		{ documentId, update, writers }: { documentId: string; update: Uint8Array; writers: readonly string[] },
	): Promise<Outcome<{ revision: number; state: Uint8Array }, StoreRefusal>> => {
		if (world.actor !== house) throw new Error("only the house stores live drafts");
		const document = await lockedDocument(world, documentId);
		if (!document.draftOpen) return refused("draft-closed");
		const yjs = await storedDocument(world.db, documentId);
		Y.applyUpdate(yjs, update);
		const stored = await storeDraft(world, document, yjs);
		if (!stored.done) return stored;
		for (const personId of writers) {
			if (!(await noteWriter(world.db, document, personId))) continue;
			world.record({
				type: "groups.document.written-live",
				subject: { kind: "group-document", id: documentId },
				ownerId: document.group.organisationId,
				facts: { draft: document.draft, person: personId },
			});
		}
		return done({ revision: stored.value.revision, state: stateOf(yjs) });
	},
	{ silent: true },
);
