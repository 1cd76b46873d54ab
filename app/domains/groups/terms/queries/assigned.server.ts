import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageGroups } from "../../policy.server";
import { runGroup } from "../../queries/managed-groups.server";
import { termChoices } from "./terms.server";

/** The form that says what a group is about. @throws NotFound, Forbidden, SignInNeeded */
export async function assignPage(view: View, at: { place: string; group: string }) {
	const group = await runGroup(view, at);
	demand(mayManageGroups, view.actor, group);
	const row = await view.db.workingGroup.findUniqueOrThrow({
		where: { id: group.id },
		select: {
			parentId: true,
			parentBodyId: true,
			topicTerms: { select: { topicId: true } },
			areaTerms: { select: { areaId: true } },
		},
	});
	const { parentId, parentBodyId } = row;
	return {
		id: group.id,
		place: group.place,
		slug: group.slug,
		name: group.name,
		choices: await termChoices(view, group.organisationId, group.id),
		given: {
			topicIds: row.topicTerms.map(({ topicId }) => topicId),
			areaIds: row.areaTerms.map(({ areaId }) => areaId),
			topics: group.topics.join(", "),
			areas: group.areas.join(", "),
			parent: parentId ? `group:${parentId}` : parentBodyId ? `body:${parentBodyId}` : "",
		},
	};
}
