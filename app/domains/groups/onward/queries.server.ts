import { councilPath, mayRecordResolutions, pathAddress, wordingsAbout } from "~/domains/council/index.server";
import { NotFound } from "~/platform/outcome";
import { differenceOf } from "~/platform/passages/words";
import type { View } from "~/platform/world.server";
import { becameOf } from "./became.server";
import { onwardActs } from "./composition.server";
import { concernAnswers } from "./concern-answers.server";

/**
 * What becomes of a recommendation: its way through the bodies, the measures and agreements it became, where a resolution's wording differs from ours, and what this
 * reader may make of it. The caller has asked whether it may be read.
 */
export async function onward(
	view: View,
	of: { id: string; organisationId: string; title: string; place: { slug: string }; publishedAt: Date | null },
) {
	const subject = { kind: "recommendation", id: of.id };
	const row = await view.db.recommendation.findUnique({ where: { id: of.id }, select: { wordingText: true } });
	if (!row) throw new NotFound();
	const isOut = of.publishedAt !== null && of.publishedAt <= view.now;
	const [path, wordings, acts, answers, became] = await Promise.all([
		councilPath(view, subject),
		wordingsAbout(view, subject),
		isOut ? onwardActs(view, { ...of, place: of.place.slug }) : [],
		isOut ? concernAnswers(view, of.id) : [],
		becameOf(view, of.id),
	]);
	return {
		path,
		became,
		differences: wordings.map(({ wording, ...resolution }) => {
			const pieces = differenceOf(row.wordingText, wording);
			return { ...resolution, pieces, same: pieces.every(({ kind }) => kind === "same") };
		}),
		acts: [...answers, ...acts],
		/** Where the way is written down, for those who do that. */
		managePath: mayRecordResolutions(view.actor, of) ? pathAddress(of.place.slug, subject) : null,
	};
}

export type Onward = Awaited<ReturnType<typeof onward>>;
