import { personIdOf } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";
import { type GivenGroup, mayReadGroup, mayRunGroup, seesInside } from "../policy.server";

/** What the policies of drafting look at. `right`: the reader's own right in this text today, where it differs. */
export type GivenDocument = { group: GivenGroup; right: "write" | "read" | "none" | null };

const inGroup =
	(policy: Policy<GivenGroup>): Policy<GivenDocument> =>
	(actor, { group }) =>
		policy(actor, group);

/** Begins texts, freezes versions, begins drafts, gives rights: who runs the group. */
export const mayRunDocuments: Policy<GivenDocument> = inGroup(mayRunGroup);

const isOfGroup: Policy<GivenDocument> = (actor, { group }) => actor.kind === "person" && group.functions.length > 0;

/** Reads the draft with its comments and suggestions: who sees the inside of the group, and guests of the text. */
export const mayReadDraft: Policy<GivenDocument> = either<GivenDocument>(
	mayRunDocuments,
	(actor, { group, right }) => right !== "none" && seesInside(actor, group),
	(actor, { right }) => actor.kind === "person" && (right === "read" || right === "write"),
);

/** Writes in the draft: who runs the group, members unless they were made readers, guests who were made writers. */
export const mayWriteDraft: Policy<GivenDocument> = either<GivenDocument>(
	mayRunDocuments,
	(actor, given) => isOfGroup(actor, given) && (given.right === null || given.right === "write"),
	(actor, { right }) => actor.kind === "person" && right === "write",
);

/** Comments and suggests: everybody who reads the draft and is somebody. */
export const mayRemark: Policy<GivenDocument> = (actor, given) =>
	personIdOf(actor) !== null && mayReadDraft(actor, given);

/** Reads a frozen version: everybody who reads the draft; public ones everybody who reads the group. */
export const mayReadVersion: Policy<GivenDocument & { isPublic: boolean }> = either<
	GivenDocument & { isPublic: boolean }
>(mayReadDraft, (actor, { group, isPublic }) => isPublic && mayReadGroup(actor, group));
