import type { TermUse } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { messages } from "../work-messages";

/** Which areas and topics of an owner its plans and its open concerns rest on. The caller has asked who may. */
export async function termUses(
	{ db, now, locale }: View,
	{ organisationId: ownerId, slug }: { organisationId: string; slug: string },
): Promise<TermUse[]> {
	const here = `/o/${slug}/verwaltung`;
	const [rules, concerns] = await Promise.all([
		db.coverageRule.findMany({
			where: { plan: { ownerId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] } },
			select: { areaId: true, topicId: true, plan: { select: { id: true, name: true } } },
			orderBy: { id: "asc" },
			take: 5000,
		}),
		db.concern.groupBy({
			by: ["topicId"],
			where: { ownerId, topicId: { not: null }, closedAt: null },
			_count: { _all: true },
		}),
	]);
	const used = new Map<string, TermUse>();
	for (const { areaId, topicId, plan } of rules) {
		for (const termId of [areaId, topicId]) {
			if (termId) used.set(`${termId} ${plan.id}`, { termId, label: plan.name, href: `${here}/lotsen/${plan.id}` });
		}
	}
	const t = textFor(locale, messages);
	return [
		...used.values(),
		...concerns.flatMap(({ topicId, _count }) =>
			topicId
				? [{ termId: topicId, label: t("plans.openConcerns", { count: _count._all }), href: `${here}/anliegen` }]
				: [],
		),
	];
}
