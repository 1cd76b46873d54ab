import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { voteLetterMessages } from "../letter-messages";
import { openVotesFor } from "./ballot-page.server";

/** „Abstimmung offen“, for members and substitutes who have not voted yet. */
export async function openVotesWaiting(view: View): Promise<Waiting[]> {
	const personId = personIdOf(view.actor);
	if (!personId) return [];
	const groups = await view.db.workingGroup.findMany({
		where: { memberships: { some: { personId, ...inForce(today(view.now)) } } },
		select: { id: true, name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } },
		orderBy: { id: "asc" },
		take: 50,
	});
	const t = textFor(view.locale, voteLetterMessages);
	const waiting: Waiting[] = [];
	for (const { id, name, slug, organisation } of groups) {
		const open = (await openVotesFor(view, id)).filter(({ hasVoted }) => !hasVoted);
		if (open.length === 0) continue;
		waiting.push({
			label: t("waiting.vote", { group: name }),
			count: open.length,
			href: `/o/${organisation.space?.slug ?? ""}/arbeitskreise/${slug}#abstimmungen`,
			urgent: true,
		});
	}
	return waiting;
}
