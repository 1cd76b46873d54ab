import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { storedText } from "../../stored-text.server";
import { arrangedWith } from "./arranged.server";
import { contributionById } from "./find-contribution.server";
import { moderatedContribution } from "./moderation-queue.server";
import { similarContributions } from "./similar.server";

/** What a moderator has to know to merge or split a contribution. @throws NotFound, Forbidden */
export async function arrangingPage(view: View, at: { place: string; id: string }) {
	const moderated = await moderatedContribution(view, at);
	const contribution = await contributionById(view, at.id);
	const [arranged, similar] = await Promise.all([
		arrangedWith(view, contribution),
		similarContributions(view, contribution),
	]);
	return {
		...moderated,
		code: contribution.code,
		category: contribution.category,
		categories: contribution.process.categories,
		markdown: markdownFromRichText(storedText(contribution.body)),
		isMerged: contribution.mergedInto !== null,
		arranged,
		similar,
	};
}
