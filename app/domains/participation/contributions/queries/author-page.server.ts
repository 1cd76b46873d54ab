import { pointOf } from "~/domains/organisations";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { storedHtml, storedText } from "../../stored-text.server";
import { changeableUntil, draftDays, mayHappen, mayStillChange, stateOf, switchFor } from "../contribution";
import { contributingWhen } from "./contributing-when.server";
import { processHref } from "./contribution-page.server";
import { type OwnKey, ownContribution } from "./find-contribution.server";
import { similarContributions } from "./similar.server";

const dayLength = 24 * 60 * 60 * 1000;

/**
 * Everything its author may see of a contribution, from the first draft to the outcome of a review.
 * @throws NotFound when the key opens nothing
 */
export async function authorPage(view: View, key: OwnKey) {
	const contribution = await ownContribution(view, key);
	const { process } = contribution;
	const state = stateOf(contribution);
	const hiding = await view.db.moderation.findFirst({
		where: { contributionId: contribution.id, outcome: "hidden" },
		orderBy: { at: "desc" },
	});
	const reviewAsked = hiding?.reviewAskedAt ?? null;
	// who has the link but no account cannot open the file; that it arrived can be told
	const pictures = await view.db.file.count({
		where: { subjectKind: "contribution", subjectId: contribution.id, removedAt: null },
	});
	const similar =
		contribution.submittedAt && contribution.publishedAt ? [] : await similarContributions(view, contribution);
	return {
		id: contribution.id,
		code: contribution.code,
		number: contribution.number,
		kind: contribution.kind,
		state,
		title: contribution.title,
		html: storedHtml(contribution.body),
		markdown: markdownFromRichText(storedText(contribution.body)),
		pictures,
		category: contribution.category,
		place: contribution.place,
		at: pointOf(contribution),
		placeSlug: process.organisation.space?.slug ?? "",
		changeableUntil:
			state === "published" && contribution.publishedAt
				? changeableUntil(contribution.publishedAt, "contribution")
				: null,
		authorName: contribution.authorName,
		hasAccountAuthor: contribution.authorId !== null,
		isGuest: contribution.guestEmail !== null,
		submittedAt: contribution.submittedAt,
		deletedOn: new Date(contribution.updatedAt.getTime() + draftDays * dayLength),
		similar,
		process: {
			title: process.title,
			href: processHref(contribution),
			phone: process.organisation.space?.phone ?? null,
			placeName: process.organisation.space?.name ?? process.organisation.shortName,
			answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
			categories: process.categories,
			guestsWelcome: process.guestsWelcome,
			contributing: contributingWhen(view, process, switchFor(contribution.kind)),
		},
		hiding: hiding && {
			rule: hiding.rule,
			reason: hiding.reason,
			reviewAskedAt: reviewAsked,
			reviewedAt: hiding.reviewedAt,
			reviewOutcome: hiding.reviewOutcome,
			reviewReason: hiding.reviewReason,
		},
		may: {
			change: mayStillChange(contribution, "contribution", view.now),
			withdraw: mayHappen(state, "withdraw"),
			askReview: mayHappen(state, "ask-review") && reviewAsked === null,
		},
	};
}

export type AuthorPage = Awaited<ReturnType<typeof authorPage>>;
