import { placeOf } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { authorShown } from "../contribution";
import { mayModerate } from "../policy.server";

/** One comment as its moderator reads it. Looked up within the place. @throws NotFound, Forbidden */
export async function moderatedComment(view: View, { place: slug, id }: { place: string; id: string }) {
	const place = await placeOf(view, slug);
	const row = await view.db.comment.findFirst({
		where: { id, organisationId: place.organisationId, submittedAt: { not: null } },
		include: { contribution: { select: { title: true, code: true } } },
	});
	if (!row) throw new NotFound();
	demand((actor) => mayModerate(actor, row), view.actor, null);
	return {
		id: row.id,
		contributionId: row.contributionId,
		place: { slug: place.slug, name: place.name },
		number: row.number ?? 0,
		text: row.text,
		author: authorShown(row),
		contribution: row.contribution,
	};
}

/** A review of a hidden comment that was asked for, as the second person reads it. @throws NotFound, Forbidden */
export async function askedCommentReview(view: View, { place, id }: { place: string; id: string }) {
	const moderation = await view.db.commentModeration.findFirst({ where: { id, reviewAskedAt: { not: null } } });
	if (!moderation) throw new NotFound();
	return {
		comment: await moderatedComment(view, { place, id: moderation.commentId }),
		rule: moderation.rule,
		reason: moderation.reason,
		hiddenAt: moderation.at,
		reviewText: moderation.reviewText,
		decided: moderation.reviewedAt !== null,
		ownDecision: moderation.moderatorId !== null && moderation.moderatorId === personIdOf(view.actor),
	};
}
