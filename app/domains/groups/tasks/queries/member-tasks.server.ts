import { personIdOf } from "~/platform/actor";
import { formatFor, textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { seesInside } from "../../policy.server";
import { readableGroup } from "../../queries/group-page.server";
import { dayText } from "../../queries/names.server";
import { taskMessages } from "../messages";
import { openStates } from "../task";

/** The reader's own open tasks in a group, as a section of its page with the way to all of them; null for outsiders. */
export async function memberTasks(view: View, at: { place: string; group: string }) {
	const group = await readableGroup(view, at);
	const personId = personIdOf(view.actor);
	if (!personId || !seesInside(view.actor, group)) return null;
	const t = textFor(view.locale, taskMessages);
	const path = `/o/${at.place}/arbeitskreise/${at.group}/aufgaben`;
	const rows = await view.db.actionItem.findMany({
		where: { groupId: group.id, member: { personId }, state: { in: [...openStates] } },
		select: { id: true, title: true, dueOn: true },
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: 20,
	});
	return {
		id: "meine-aufgaben",
		title: t("section.title"),
		empty: t("section.none"),
		entries: rows.map(({ id, title, dueOn }) => ({
			text: title,
			href: `${path}/${id}`,
			note: formatFor(view.locale).date(dayText(dueOn)),
		})),
		more: { href: path, label: t("section.all") },
	};
}
