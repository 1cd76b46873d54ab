import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { invitationsDueUntil } from "../meetings/meeting";
import { messages } from "../messages";

/** For who leads a group: „Beschluss feststellen“ for counted votes, „Einladung fällig“ for meetings within three weeks. */
export async function waiting(view: View): Promise<Waiting[]> {
	const personId = personIdOf(view.actor);
	if (!personId) return [];
	const led = await view.db.groupMembership.findMany({
		where: { personId, function: { in: ["chair", "deputy"] }, ...inForce(today(view.now)) },
		select: {
			group: {
				select: {
					slug: true,
					name: true,
					organisation: { select: { space: { select: { slug: true } } } },
					_count: {
						select: {
							recommendations: { where: { votesRecordedAt: { not: null }, certifiedAt: null, cancelledAt: null } },
							meetings: {
								where: {
									invitedAt: null,
									begunAt: null,
									cancelledAt: null,
									startsAt: { gt: view.now, lte: invitationsDueUntil(view.now) },
								},
							},
						},
					},
				},
			},
		},
		orderBy: { id: "asc" },
		take: 50,
	});
	const t = textFor(view.locale, messages);
	return led.flatMap(({ group: { slug, name, organisation, _count } }) => {
		const href = `/o/${organisation.space?.slug ?? ""}/verwaltung/arbeitskreise/${slug}`;
		const named = { group: name };
		return [
			{ label: t("waiting.certify", named), count: _count.recommendations, href: `${href}#empfehlungen`, urgent: true },
			{ label: t("waiting.invite", named), count: _count.meetings, href: `${href}#sitzungen`, urgent: true },
		].filter(({ count }) => count > 0);
	});
}
