import type { View } from "~/platform/world.server";
import { termTrees } from "../../terms/queries/terms.server";
import { termsIn } from "../../terms/term-tree";
import { overlap } from "../body";
import { type ListedLine, linesOf } from "./register.server";

/** What living bodies at the same place care for the same already, at most five. The caller has asked who may. */
export async function listedNear(
	view: View,
	group: { id: string; organisationId: string; name: string; topics: string[]; areas: string[] },
): Promise<ListedLine[]> {
	const [lines, trees, topics, areas] = await Promise.all([
		linesOf(view, group.organisationId),
		termTrees(view, group.organisationId),
		view.db.groupTopic.findMany({ where: { groupId: group.id }, select: { topicId: true } }),
		view.db.groupArea.findMany({ where: { groupId: group.id }, select: { areaId: true } }),
	]);
	const matter = {
		...group,
		topicTerms: termsIn(
			trees.topics,
			topics.map(({ topicId }) => topicId),
		),
		areaTerms: termsIn(
			trees.areas,
			areas.map(({ areaId }) => areaId),
		),
	};
	return lines.filter((line) => !line.ended && line.id !== group.id && overlap(matter, line).length > 0).slice(0, 5);
}
