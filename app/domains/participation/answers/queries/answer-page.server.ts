import { personNames } from "~/domains/accounts/index.server";
import { type Actor, personIdOf } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import type { View } from "~/platform/world.server";
import { messages as contributionMessages } from "../../contributions/messages";
import { countHolders, headMailbox } from "../../holders.server";
import { processAt, processById } from "../../processes/index.server";
import { releaseBy } from "../../second-person";
import { commentPath, contributionPath } from "../addresses";
import { fillRichText } from "../placeholders";
import { answeringRoles, mayAnswer, releaserOf } from "../policy.server";
import { stateOf } from "../release";
import { answerById, type FoundAnswer } from "./find-answer.server";
import { reasonsOf, repliesFor } from "./prepare-answer.server";
import { duplicatesOf, shown, valuesOf } from "./public-answers.server";
import { templatesOf } from "./templates.server";

/** One answer for those who work on it: its text, its state, and what this reader may do with it. */
export async function answerPage(
	view: View,
	{ place, process: slug, id }: { place: string; process: string; id: string },
) {
	const process = await processAt(view, { place, process: slug });
	const answer = await answerById(view, id);
	if (answer.processId !== process.id) throw new NotFound();
	demand(mayAnswer, view.actor, answer);
	const ids = [
		...answer.contributions.map(({ contribution }) => contribution.id),
		...answer.comments.map(({ comment }) => comment.id),
	];
	const { mayor, ...release } = await releaseState(view, view.actor, answer);
	const { space, shortName } = process.organisation;
	return {
		process: { id: process.id, title: process.title, slug: process.slug },
		...(await contentOf(view, answer, space?.name ?? shortName)),
		...release,
		/** Whether the head of the organisation could be asked, and as what. */
		mayor: mayor?.label ?? null,
		preparedBy: await nameOf(view, answer.preparedById),
		mine: answer.preparedById === personIdOf(view.actor),
		sentBack: answer.sentBackRemark && {
			remark: answer.sentBackRemark,
			by: await nameOf(view, answer.sentBackById),
			at: answer.sentBackAt,
		},
		releasedAt: answer.releasedAt,
		objections: [
			...answer.contributions.map(({ contribution, ...said }) => ({ ...said, ...contribution })),
			...answer.comments.map(({ comment, ...said }) => ({
				...said,
				number: comment.contribution.number,
				title: comment.text.slice(0, 120),
			})),
		].flatMap(({ notAnsweredAt, notAnsweredText, number, title }) =>
			notAnsweredAt && notAnsweredText ? [{ at: notAnsweredAt, text: notAnsweredText, number, title }] : [],
		),
		replies: await repliesFor(view, ids),
		templates: await reasonsOf(view, process.id),
		textBlocks: await templatesOf(view, process.organisationId),
	};
}

/** What the mayor's link shows: the answer word for word as it will be public, nothing from inside. */
export async function answerToRelease(view: View, answerId: string) {
	const answer = await answerById(view, answerId);
	const releaser = releaserOf(view.actor, answer);
	if (!releaser.hasMayorLink || !answer.releaseAskedAt) throw new NotFound();
	const process = await processById(view, answer.processId);
	const { space, shortName } = process.organisation;
	return {
		process: { title: process.title },
		...(await contentOf(view, answer, space?.name ?? shortName)),
		...(await releaseState(view, view.actor, answer)),
	};
}

async function contentOf(view: View, answer: FoundAnswer, by: string) {
	const earlier = await view.db.answerRevision.findMany({
		where: { answerId: answer.id },
		orderBy: { revision: "desc" },
	});
	const updates = await view.db.answerUpdate.findMany({
		where: { answerId: answer.id },
		orderBy: { id: "desc" },
		select: { state: true, text: true, at: true },
	});
	const original = answer.duplicateOfId
		? (await duplicatesOf(view, [answer.duplicateOfId])).get(answer.duplicateOfId)
		: null;
	const [first] = answer.contributions;
	const [asked] = answer.comments;
	// shown as the first of them will read it
	const values = valuesOf({
		title: first?.contribution.title ?? "",
		number: first?.contribution.number ?? asked?.comment.contribution.number ?? null,
		process: answer.process,
	});
	return {
		id: answer.id,
		revision: answer.revision,
		releasedRevision: answer.releasedRevision,
		state: stateOf(answer),
		disposition: answer.disposition,
		reason: answer.reason as RichText,
		/** Exactly what becomes public; how it is released is known when somebody does. */
		preview: {
			disposition: answer.disposition,
			reasonHtml: renderRichText(fillRichText(answer.reason as RichText, values), { headingsFrom: 4 }),
			duplicateOf: original ?? null,
			releasedAt: view.now,
			how: null,
			earlier: earlier.map((revision) => shown(revision, values)),
			together: answer.contributions.length + answer.comments.length,
			updates,
			by,
		},
		duplicateNumber: answer.duplicateOf?.number ?? null,
		contributions: answer.contributions.map(({ contribution }) => ({
			id: contribution.id,
			number: contribution.number,
			title: contribution.title,
			href: contributionPath(contribution.code),
		})),
		questions: answer.comments.map(({ comment }) => ({
			id: comment.id,
			number: comment.number,
			contribution: comment.contribution.number,
			text: comment.text,
			href: commentPath(comment.code),
		})),
	};
}

async function releaseState(view: View, actor: Actor, answer: FoundAnswer) {
	const holders = await countHolders(view, answer.organisationId, answeringRoles);
	const asked = {
		preparedById: answer.preparedById,
		releaseAskedAt: answer.releaseAskedAt ?? view.now,
		holders,
		now: view.now,
	};
	return {
		release: releaseBy(releaserOf(actor, answer), asked),
		mayor: holders < 2 ? await headMailbox(view, answer.organisationId) : null,
	};
}

/** What somebody who worked on the answer is called; null where nobody did. */
async function nameOf(view: View, personId: string | null): Promise<string | null> {
	if (!personId) return null;
	const names = await personNames(view, [personId]);
	return names.get(personId) ?? textFor(view.locale, contributionMessages)("author.erased");
}
