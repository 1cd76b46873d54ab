import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { documentCounts } from "../document";
import { anchorOf, placeOf, type QuoteRefusal } from "../place.server";
import { mayRemark } from "../policy.server";
import { lockedDocument, storedDocument } from "./locked-document.server";

type NewComment = {
	documentId: string;
	/** The comment that is answered; its passage counts. */
	parentId: string | null;
	/** Empty for the whole text. */
	quote: string;
	before: string;
	after: string;
	body: string;
};

/**
 * Comments on a passage or on the whole text, or answers a comment; an answer opens a resolved one again.
 * @throws NotFound for an answer to what is not there; Forbidden or SignInNeeded
 */
export const addComment = command(
	"groups.comment",
	async (
		world: ActWorld,
		{ documentId, parentId, quote, before, after, body }: NewComment,
	): Promise<Outcome<{ id: string }, QuoteRefusal | "too-many-remarks">> => {
		const document = await lockedDocument(world, documentId);
		demand(mayRemark, world.actor, document);
		const authorId = personIdOf(world.actor);
		if (!authorId) throw new NotFound();
		const count = await world.db.groupDocumentComment.count({ where: { documentId } });
		if (count >= documentCounts.remarks) return refused("too-many-remarks");
		let passage: { quote: string; anchorStart?: Uint8Array<ArrayBuffer>; anchorEnd?: Uint8Array<ArrayBuffer> } = {
			quote: "",
		};
		if (parentId) {
			const { count: reopened } = await world.db.groupDocumentComment.updateMany({
				where: { id: parentId, documentId, parentId: null },
				data: { resolvedAt: null, resolvedById: null },
			});
			if (reopened === 0) throw new NotFound();
		} else if (quote !== "") {
			const place = placeOf(await storedDocument(world.db, documentId), quote, { before, after });
			if ("refused" in place) return refused(place.refused, { field: "quote" });
			const anchor = anchorOf(place.found);
			if (!anchor) return refused("quote-not-found", { field: "quote" });
			passage = { quote: place.found.words, anchorStart: anchor.start, anchorEnd: anchor.end };
		}
		const id = newId(world.now);
		await world.db.groupDocumentComment.create({
			data: { id, documentId, parentId, authorId, body, createdAt: world.now, ...passage },
		});
		world.record({
			type: "groups.document.commented",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { comment: id, answers: parentId },
		});
		return done({ id });
	},
);

/** Marks a comment as settled, or opens it again. @throws NotFound for what is no comment of this text; Forbidden or SignInNeeded */
export const resolveComment = command(
	"groups.resolve-comment",
	async (
		world: ActWorld,
		{ documentId, commentId, resolved }: { documentId: string; commentId: string; resolved: boolean },
	): Promise<Outcome<null, "resolved-already">> => {
		const document = await lockedDocument(world, documentId);
		demand(mayRemark, world.actor, document);
		const where = { id: commentId, documentId, parentId: null };
		if ((await world.db.groupDocumentComment.count({ where })) === 0) throw new NotFound();
		const { count } = await world.db.groupDocumentComment.updateMany({
			where: { ...where, resolvedAt: resolved ? null : { not: null } },
			data: resolved
				? { resolvedAt: world.now, resolvedById: personIdOf(world.actor) }
				: { resolvedAt: null, resolvedById: null },
		});
		if (count === 0) return refused("resolved-already");
		world.record({
			type: resolved ? "groups.document.comment-resolved" : "groups.document.comment-reopened",
			subject: { kind: "group-document", id: documentId },
			ownerId: document.group.organisationId,
			facts: { comment: commentId },
		});
		return done(null);
	},
);
