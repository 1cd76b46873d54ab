import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayApprove, mayFollow } from "../../policy.server";
import { messages } from "../messages";

/** A survey that waits for a municipality's answer, and one that is over and waits for its review. */
export async function waitingForNeeds(view: View): Promise<Waiting[]> {
	const { db, actor, now, locale } = view;
	if (actor.kind !== "person") return [];
	const scopes = actor.grants.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []));
	const ids = [...new Set(scopes)];
	if (ids.length === 0) return [];
	const day = today(now);
	const [asked, over] = await Promise.all([
		db.needsInvitation.findMany({
			where: {
				municipalityId: { in: ids },
				answeredAt: null,
				survey: { openedAt: { not: null }, closesOn: { gte: day } },
				municipality: { space: { openedAt: { lte: now } } },
			},
			include: { survey: true, municipality: { select: { space: { select: { slug: true, name: true } } } } },
			orderBy: { id: "asc" },
			take: 20,
		}),
		db.needsSurvey.findMany({
			where: { ownerId: { in: ids }, openedAt: { not: null }, closesOn: { lt: day }, reviews: { none: {} } },
			include: { owner: { select: { space: { select: { slug: true, name: true } } } } },
			orderBy: { id: "asc" },
			take: 20,
		}),
	]);
	const t = textFor(locale, messages);
	return [
		...asked
			.filter(({ municipalityId }) => mayFollow(actor, { organisationId: municipalityId }))
			.flatMap(({ id, survey, municipality: { space } }) =>
				space
					? [
							{
								label: t("waiting.answer", { year: String(survey.year) }),
								about: space.name,
								count: 1,
								href: `/o/${space.slug}/verwaltung/kreis/umfrage/${id}`,
								urgent: false,
							},
						]
					: [],
			),
		...over
			.filter(({ ownerId }) => mayApprove(actor, { organisationId: ownerId }))
			.flatMap(({ year, owner: { space } }) =>
				space
					? [
							{
								label: t("waiting.review", { year: String(year) }),
								about: space.name,
								count: 1,
								href: `/o/${space.slug}/verwaltung/lotsen/bedarf/ueberpruefung/neu?jahr=${year}`,
								urgent: false,
							},
						]
					: [],
			),
	];
}
