import { personIdOf } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import type { Dated } from "../contribution";
import { contributionById, type FoundContribution, type OwnKey } from "./find-contribution.server";

type Row = NonNullable<Awaited<ReturnType<View["db"]["comment"]["findUnique"]>>>;
/** A comment with what it is about; its process stands in `contribution.process`. */
export type FoundComment = Row & Dated & { contribution: FoundContribution };

async function found(view: View, row: Row | null): Promise<FoundComment> {
	if (!row) throw new NotFound();
	return { ...row, confirmationPending: false, contribution: await contributionById(view, row.contributionId) };
}

/** A comment by its public code, whoever asks; the caller asks the policy. @throws NotFound */
export async function commentByCode(view: View, code: string): Promise<FoundComment> {
	return found(view, await view.db.comment.findUnique({ where: { code: code.toUpperCase() } }));
}

/** A comment by its id, whoever asks; the caller asks the policy. @throws NotFound */
export async function commentById(view: View, id: string): Promise<FoundComment> {
	return found(view, await view.db.comment.findUnique({ where: { id } }));
}

/** The author's own comment, by the secret of its page or signed in by its code. @throws NotFound when the key opens nothing */
export async function ownComment(view: View, key: OwnKey): Promise<FoundComment> {
	if ("token" in key)
		return found(view, await view.db.comment.findUnique({ where: { draftHash: hashToken(key.token) } }));
	const authorId = personIdOf(view.actor);
	if (!authorId) throw new NotFound();
	return found(view, await view.db.comment.findFirst({ where: { code: key.code.toUpperCase(), authorId } }));
}
