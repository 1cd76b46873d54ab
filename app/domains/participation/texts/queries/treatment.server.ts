import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { authorShown } from "../../contributions/contribution";
import { storedHtml } from "../../stored-text.server";
import { mayTreat } from "../policy.server";
import { divider, isVote, proposedParts } from "../statement";
import { shortQuote } from "../text";
import { blocksOf } from "./blocks.server";
import { annotationById, isAnswerGiven } from "./find-annotation.server";
import { textAt } from "./find-text.server";
import type { TextAddress } from "./text-page.server";

/** One annotation as those read it who answer: passage, statement in parts, and where it went in. @throws NotFound, Forbidden */
export async function treatmentPage(view: View, { id, ...at }: TextAddress & { id: string }) {
	const text = await textAt(view, at);
	demand(mayTreat, view.actor, text);
	const annotation = await annotationById(view, id);
	const { contribution } = annotation;
	const stands = contribution.publishedAt && !contribution.hiddenAt && !contribution.withdrawnAt;
	if (annotation.textId !== text.id || !stands) throw new NotFound();
	const own = text.versions.find((version) => version.id === annotation.versionId);
	const later = text.versions.filter(({ number }) => number > (own?.number ?? 0));
	const blocks = await blocksOf(
		view,
		later.map((version) => version.id),
	);
	const { space, shortName } = text.process.organisation;
	return {
		id,
		code: contribution.code,
		number: contribution.number ?? 0,
		html: storedHtml(contribution.body),
		author: authorShown(contribution),
		passage: {
			quote: annotation.quote,
			whole: annotation.whole,
			suggestion: annotation.suggestion,
			version: own?.number ?? 1,
		},
		place: { slug: at.place, name: space?.name ?? shortName },
		process: { slug: text.process.slug, title: text.process.title },
		text: { code: text.code, title: text.title },
		settled: await isAnswerGiven(view, id),
		divided:
			annotation.segments.length > 0
				? annotation.segments.map(({ words }) => words).join(`\n${divider}\n`)
				: proposedParts(contribution.excerpt).join(`\n${divider}\n`),
		parts: annotation.segments.map(({ id: part, position, words, vote, comment }) => ({
			id: part,
			position,
			words,
			vote: isVote(vote) ? vote : null,
			comment: comment ?? "",
		})),
		credits: annotation.credits.map(({ versionId, blockKey }) => {
			const version = later.find((one) => one.id === versionId);
			const block = blocks.get(versionId)?.findIndex(({ key }) => key === blockKey) ?? -1;
			return {
				versionId,
				blockKey,
				version: version?.number ?? 0,
				block: block + 1,
				published: version?.publishedAt !== null,
			};
		}),
		destinations: later.map((version) => ({
			versionId: version.id,
			number: version.number,
			published: version.publishedAt !== null,
			blocks: (blocks.get(version.id) ?? []).map(({ key, words }, index) => ({
				key,
				number: index + 1,
				words: shortQuote(words, 60),
			})),
		})),
	};
}
