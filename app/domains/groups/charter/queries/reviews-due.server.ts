import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "../../messages";
import { groupById } from "../../queries/find-group.server";
import { isReviewDue } from "../lifecycle";

/** Mandates whose review is due, for who leads the group and who manages the owner's groups; due until it is done. */
export async function reviewsDue(view: View): Promise<Waiting[]> {
	const personId = personIdOf(view.actor);
	if (!personId || view.actor.kind !== "person") return [];
	const day = today(view.now);
	const managed = view.actor.grants.flatMap(({ role, scope }) =>
		(role === "organisation-admin" || role === "participation-manager") && scope.kind === "organisation"
			? [scope.id]
			: [],
	);
	const rows = await view.db.workingGroup.findMany({
		where: {
			reviewOn: { lte: day },
			AND: [
				{ OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
				{
					OR: [
						{ organisationId: { in: managed } },
						{ memberships: { some: { personId, function: { in: ["chair", "deputy"] }, ...inForce(day) } } },
					],
				},
			],
		},
		select: { id: true },
		orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
		take: 20,
	});
	const t = textFor(view.locale, messages);
	const due: Waiting[] = [];
	for (const { id } of rows) {
		const group = await groupById(view, id);
		if (!isReviewDue(group.state, group.reviewOn, day)) continue;
		const href = `/o/${group.place.slug}/verwaltung/arbeitskreise/${group.slug}/stand`;
		due.push({ label: t("waiting.review", { group: group.name }), count: 1, href, urgent: true });
	}
	return due;
}
