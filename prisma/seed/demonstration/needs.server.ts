import { answerCode } from "~/domains/guides/needs-survey/answer-code.server";
import { answerSurvey } from "~/domains/guides/needs-survey/commands/answer-survey.server";
import { prepareSurvey } from "~/domains/guides/needs-survey/commands/draft-survey.server";
import { openSurvey } from "~/domains/guides/needs-survey/commands/open-survey.server";
import { recordReview } from "~/domains/guides/needs-survey/commands/review.server";
import { guest } from "~/platform/actor";
import { dayOf, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { must } from "~tests/factories/outcome";

/** What units said, in the order of the usual questions; the others did not answer. */
const said: Record<string, readonly [string, string, string, string]> = {
	Mendig: [
		"Einen Bus am Abend und am Wochenende.",
		"4",
		"so wie jetzt",
		"Für manche Fragen wissen wir nicht, wer zuständig ist.",
	],
	Pellenz: ["Hilfe bei Anträgen auf Fördermittel.", "4", "öfter", ""],
	Mayen: ["Gemeinsame Radwege über die Stadtgrenze.", "3", "so wie jetzt", "Bei Radwegen fragen wir drei Stellen."],
	Vordereifel: ["Ärztinnen und Ärzte auf dem Land.", "5", "öfter", ""],
	Maifeld: ["Ein Konzept für leere Höfe.", "3", "seltener", "Lieber eine Person je Thema als eine je Gebiet."],
	Andernach: ["Schatten auf Plätzen und Schulhöfen.", "3", "seltener", "Themen sind wichtiger als Gebiete."],
	Bendorf: ["Einen Treff für junge Leute.", "4", "so wie jetzt", ""],
	Weißenthurm: ["Weniger Verkehr in den Ortskernen.", "2", "öfter", "Antworten dauern zu lange."],
};

/**
 * Last year's survey of needs and the review after it, from which the plan by topics came; this year's waits to be prepared.
 * Opened last November whatever day it is, because a year has one survey.
 */
export async function loadNeeds(
	at: (daysAgo: number) => World,
	{ countyId: ownerId }: { countyId: string },
): Promise<void> {
	const { db, now } = at(0);
	const opened = dayOf(now).dayOfYear + 50;
	const { year } = must(await prepareSurvey(at(opened), { ownerId }));
	must(await openSurvey(at(opened), { ownerId, year }));
	const invitations = await db.needsInvitation.findMany({
		where: { survey: { ownerId, year } },
		select: { id: true, municipality: { select: { shortName: true } } },
		orderBy: { id: "asc" },
	});
	for (const { id, municipality } of invitations) {
		const answers = said[municipality.shortName];
		if (!answers) continue;
		must(
			await answerSurvey({ ...at(opened - 9), actor: guest }, { by: { code: answerCode(id) }, answers, seen: null }),
		);
	}
	const survey = await db.needsSurvey.findUniqueOrThrow({ where: { ownerId_year: { ownerId, year } } });
	const team = await db.post.findFirstOrThrow({ where: { organisationId: ownerId, label: "Team Regionallotsen" } });
	const plan = await db.coveragePlan.findFirstOrThrow({ where: { ownerId, axis: "TOPIC", approvedAt: { not: null } } });
	must(
		await recordReview(at(20), {
			ownerId,
			heldOn: today(at(70).now),
			postIds: [team.id],
			others: "Runde der Büroleitungen aus den zehn Gemeinden",
			surveyId: survey.id,
			found:
				"Viele Fragen betreffen mehrere Gemeinden zugleich: Busse, Radwege, Fördermittel. Wer nach Gebieten zuständig ist, muss dann erst bei anderen fragen.",
			changes: "Zu jedem Thema gibt es eine Stelle. Die Sprechtage in den Rathäusern bleiben.",
			planId: plan.id,
			decisionUrl: null,
		}),
	);
}
