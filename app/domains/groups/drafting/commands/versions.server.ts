import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { newId } from "~/platform/tokens.server";
import { paragraphStarts } from "../document-text.server";
import { placeAt } from "../place.server";
import { mayRunDocuments } from "../policy.server";
import { creditable } from "../queries/credits.server";
import { jsonOf, lockedDocument, storedDocument } from "./locked-document.server";

/** What a version says, as anybody can compute it again: SHA-256 over title and content as canonical JSON (RFC 8785). */
export function versionHash(version: { title: string; content: RichText }): string {
	const { title, content } = version;
	return createHash("sha256")
		.update(canonicalize({ title, content }) ?? "")
		.digest("hex");
}

/**
 * Freezes the draft as a version: nobody changes it any more, and writing goes on only in the next draft.
 * @param revision the one that was read, so that nothing unseen is frozen
 * @param credits what went into it in other ways than by accepting a suggestion, which counts by itself
 * @returns number and hash; of two at once one passes
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const freezeVersion = command(
	"groups.freeze-version",
	async (
		world: ActWorld,
		input: {
			documentId: string;
			revision: number;
			reason: string;
			isPublic: boolean;
			credits?: readonly { kind: string; id: string }[];
		},
	): Promise<
		Outcome<
			{ id: string; number: number; hash: string },
			"draft-closed" | "changed-meanwhile" | "text-missing" | "credit-unknown"
		>
	> => {
		const { documentId, revision, reason, isPublic, credits = [] } = input;
		const document = await lockedDocument(world, documentId);
		demand(mayRunDocuments, world.actor, document);
		if (!document.draftOpen) return refused("draft-closed");
		if (document.revision !== revision) return refused("changed-meanwhile");
		const { title, content, draft } = document;
		if (isEmptyRichText(content)) return refused("text-missing");
		const { offered, accepted } = await creditable(world, document);
		const isOffered = ({ kind, id }: { kind: string; id: string }) =>
			offered.some((one) => one.kind === kind && one.id === id);
		if (!credits.every(isOffered)) return refused("credit-unknown", { field: "credits" });
		const hash = versionHash({ title, content });
		const id = newId(world.now);
		await noteWhereAcceptedOnesAre(world, documentId, draft);
		await world.db.groupDocument.update({ where: { id: documentId }, data: { draftOpen: false } });
		await world.db.groupDocumentVersion.create({
			data: {
				id,
				documentId,
				number: draft,
				title,
				content: jsonOf(content),
				hash,
				reason,
				isPublic,
				frozenAt: world.now,
				frozenById: personIdOf(world.actor),
			},
		});
		await world.db.groupDocumentCredit.createMany({
			data: [...credits, ...accepted].map((credit) => ({ versionId: id, kind: credit.kind, subjectId: credit.id })),
			skipDuplicates: true,
		});
		world.record({
			type: "groups.document.frozen",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { version: id, number: draft, hash, public: isPublic, credits: credits.length },
		});
		return done({ id, number: draft, hash });
	},
);

/** Notes in which paragraph of the version an accepted suggestion stands, for comparisons. */
async function noteWhereAcceptedOnesAre(world: ActWorld, documentId: string, draft: number): Promise<void> {
	const accepted = await world.db.groupDocumentSuggestion.findMany({
		where: { documentId, state: "accepted", decidedDraft: draft },
		select: { id: true, anchorStart: true, anchorEnd: true },
	});
	if (accepted.length === 0) return;
	const yjs = await storedDocument(world.db, documentId);
	const starts = paragraphStarts(yjs);
	for (const { id, anchorStart, anchorEnd } of accepted) {
		const place = placeAt(yjs, { start: anchorStart, end: anchorEnd });
		if (!place) continue;
		await world.db.groupDocumentSuggestion.update({
			where: { id },
			data: { versionBlock: starts[place.block] ?? null },
		});
	}
}

/** Begins the next draft with the words of the version that was frozen last. @throws NotFound, Forbidden or SignInNeeded */
export const beginDraft = command(
	"groups.begin-draft",
	async (
		world: ActWorld,
		{ documentId }: { documentId: string },
	): Promise<Outcome<{ draft: number }, "draft-open-already">> => {
		const document = await lockedDocument(world, documentId);
		demand(mayRunDocuments, world.actor, document);
		if (document.draftOpen) return refused("draft-open-already");
		return done({ draft: await nextDraft(world, document) });
	},
);

/** Opens the next draft of a text whose row is locked. @returns its number */
export async function nextDraft(
	world: ActWorld,
	document: { id: string; draft: number; group: { organisationId: string } },
): Promise<number> {
	const draft = document.draft + 1;
	await world.db.groupDocument.update({
		where: { id: document.id },
		data: { draft, draftOpen: true, changedAt: world.now },
	});
	world.record({
		type: "groups.document.draft-begun",
		subject: { kind: "group-document", id: document.id },
		ownerId: document.group.organisationId,
		facts: { draft },
	});
	return draft;
}
