import { guest } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import type { Subject } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { contributionPath } from "./addresses";
import { isDisposition } from "./disposition";
import { messages } from "./messages";
import { fill } from "./placeholders";
import { answerFor, valuesOf } from "./queries/public-answers.server";

/** The first contribution of each answer that this reader may read with its answer. */
async function readable(view: View, ids: string[]) {
	const rows = await view.db.answeredContribution.findMany({
		where: { answerId: { in: ids }, answer: { releasedAt: { not: null } } },
		orderBy: [{ answerId: "asc" }, { contribution: { number: "asc" } }],
		select: {
			answerId: true,
			contribution: { select: { id: true, number: true, title: true, code: true, organisationId: true } },
		},
	});
	const answers = await answerFor(
		view,
		rows.map(({ contribution }) => contribution.id),
	);
	const found = new Map<
		string,
		{ contribution: (typeof rows)[number]["contribution"]; answer: NonNullable<ReturnType<typeof answers.get>> }
	>();
	for (const { answerId, contribution } of rows) {
		const answer = answers.get(contribution.id);
		if (answer && !found.has(answerId)) found.set(answerId, { contribution, answer });
	}
	return found;
}

/** A released answer, shown at its first contribution; before the release it is nobody's to see from outside. */
export const answerSubject: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, messages);
		const found = await readable(view, ids);
		return new Map(
			[...found].map(([id, { contribution, answer }]) => [
				id,
				{
					id,
					title: contribution.title,
					href: `${contributionPath(contribution.code)}#antwort`,
					kindLabel: t("kind"),
					state: isDisposition(answer.disposition) ? t(`dispositions.${answer.disposition}`) : null,
					at: answer.releasedAt,
					organisationId: contribution.organisationId,
				},
			]),
		);
	},
	async searchText(db, id) {
		const answer = await db.officialAnswer.findUnique({
			where: { id },
			select: {
				organisationId: true,
				releasedAt: true,
				process: { select: { title: true } },
				revisions: { orderBy: { revision: "desc" }, take: 1, select: { reasonText: true } },
			},
		});
		const [newest] = answer?.revisions ?? [];
		if (!answer?.releasedAt || !newest) return null;
		const shown = (await readable({ db, actor: guest, now: answer.releasedAt, locale: "de" }, [id])).get(id);
		if (!shown) return null;
		const { title } = shown.contribution;
		const body = fill(newest.reasonText, valuesOf({ ...shown.contribution, process: answer.process }));
		return { ownerId: answer.organisationId, isPublic: true, title, body, at: answer.releasedAt };
	},
};
