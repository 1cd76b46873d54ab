import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { documentCounts } from "../document";
import type { TextCode } from "../document-text.server";
import { anchorOf, placeAt, placeOf, type QuoteRefusal, replaceAt } from "../place.server";
import { mayRemark, mayWriteDraft } from "../policy.server";
import { lockedDocument, noteWriter, storeDraft, storedDocument } from "./locked-document.server";

type NewSuggestion = {
	documentId: string;
	quote: string;
	/** What stands before and after the passage, when the page knows it. */
	before: string;
	after: string;
	replacement: string;
	reason: string;
	onBehalfOf: string | null;
};

type SuggestRefused = QuoteRefusal | "draft-closed" | "nothing-new" | "too-many-remarks";

/**
 * Suggests other words for a passage, with a reason. Nothing in the text changes.
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const suggest = command(
	"groups.suggest",
	async (world: ActWorld, input: NewSuggestion): Promise<Outcome<{ id: string }, SuggestRefused>> => {
		const { documentId, quote, before, after, replacement, reason, onBehalfOf } = input;
		const document = await lockedDocument(world, documentId);
		demand(mayRemark, world.actor, document);
		const authorId = personIdOf(world.actor);
		if (!authorId) throw new NotFound();
		if (!document.draftOpen) return refused("draft-closed");
		const count = await world.db.groupDocumentSuggestion.count({ where: { documentId } });
		if (count >= documentCounts.remarks) return refused("too-many-remarks");
		const yjs = await storedDocument(world.db, documentId);
		const place = placeOf(yjs, quote, { before, after });
		if ("refused" in place) return refused(place.refused, { field: "quote" });
		const anchor = anchorOf(place.found);
		if (!anchor) return refused("quote-not-found", { field: "quote" });
		if (place.found.words === replacement) return refused("nothing-new", { field: "replacement" });
		const id = newId(world.now);
		await world.db.groupDocumentSuggestion.create({
			data: {
				id,
				documentId,
				authorId,
				onBehalfOf,
				quote: place.found.words,
				anchorStart: anchor.start,
				anchorEnd: anchor.end,
				replacement,
				reason,
				createdAt: world.now,
			},
		});
		world.record({
			type: "groups.document.suggested",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { suggestion: id, draft: document.draft },
		});
		return done({ id });
	},
);

type DecideRefused =
	| TextCode
	| "draft-closed"
	| "decided-already"
	| "own-suggestion"
	| "decision-missing"
	| "passage-gone"
	| "passage-changed";

/**
 * Accepts or rejects a suggestion: accepted, its words take the place of the passage, also in the editors that are open.
 * Who suggested does not decide. Of two at once one passes.
 * @param decision why; a rejection needs it, its author reads it
 * @throws NotFound for a suggestion that is not of this text; Forbidden or SignInNeeded
 */
export const decideSuggestion = command(
	"groups.decide-suggestion",
	async (
		world: ActWorld,
		input: { documentId: string; suggestionId: string; accept: boolean; decision: string },
	): Promise<Outcome<null, DecideRefused>> => {
		const { documentId, suggestionId, accept } = input;
		const decision = input.decision.trim();
		const document = await lockedDocument(world, documentId);
		demand(mayWriteDraft, world.actor, document);
		const suggestion = await world.db.groupDocumentSuggestion.findFirst({ where: { id: suggestionId, documentId } });
		if (!suggestion) throw new NotFound();
		if (suggestion.state !== "open") return refused("decided-already");
		const decidedById = personIdOf(world.actor);
		if (suggestion.authorId === decidedById) return refused("own-suggestion");
		if (!accept && decision === "") return refused("decision-missing", { field: "decision" });
		const decided = { decidedById, decidedAt: world.now, decision: decision || null };
		const id = suggestionId;
		if (accept) {
			if (!document.draftOpen) return refused("draft-closed");
			const yjs = await storedDocument(world.db, documentId);
			const place = placeAt(yjs, { start: suggestion.anchorStart, end: suggestion.anchorEnd });
			if (!place) return refused("passage-gone");
			// other words than those that were to be replaced: whoever accepts must have seen it in the text itself
			if (place.words !== suggestion.quote) return refused("passage-changed");
			const now = replaceAt(yjs, place, suggestion.replacement);
			const anchor = suggestion.replacement === "" ? null : anchorOf(now);
			const stored = await storeDraft(world, document, yjs);
			if (!stored.done) return stored;
			await world.db.groupDocumentSuggestion.update({
				where: { id },
				data: {
					...decided,
					state: "accepted",
					decidedDraft: document.draft,
					...(anchor && { anchorStart: anchor.start, anchorEnd: anchor.end }),
				},
			});
			await noteWriter(world.db, document, suggestion.authorId);
		} else await world.db.groupDocumentSuggestion.update({ where: { id }, data: { ...decided, state: "rejected" } });
		world.record({
			type: accept ? "groups.document.suggestion-accepted" : "groups.document.suggestion-rejected",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { suggestion: suggestionId, draft: document.draft },
		});
		return done(null);
	},
);

/** Takes back one's own suggestion while it is open. @throws NotFound for that of another; Forbidden or SignInNeeded */
export const withdrawSuggestion = command(
	"groups.withdraw-suggestion",
	async (
		world: ActWorld,
		{ documentId, suggestionId }: { documentId: string; suggestionId: string },
	): Promise<Outcome<null, "decided-already">> => {
		const document = await lockedDocument(world, documentId);
		demand(mayRemark, world.actor, document);
		const authorId = personIdOf(world.actor);
		const mine = { id: suggestionId, documentId, authorId: authorId ?? "" };
		if (!authorId || (await world.db.groupDocumentSuggestion.count({ where: mine })) === 0) throw new NotFound();
		const { count } = await world.db.groupDocumentSuggestion.updateMany({
			where: { ...mine, state: "open" },
			data: { state: "withdrawn", decidedAt: world.now, decidedById: authorId },
		});
		if (count === 0) return refused("decided-already");
		world.record({
			type: "groups.document.suggestion-withdrawn",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { suggestion: suggestionId },
		});
		return done(null);
	},
);
