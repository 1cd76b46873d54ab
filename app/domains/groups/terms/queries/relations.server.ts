import { isOpenSpace } from "~/domains/organisations/index.server";
import type { View } from "~/platform/world.server";
import { mayReadGroup } from "../../policy.server";
import { functionsOf } from "../../queries/find-group.server";
import { termsIn } from "../term-tree";
import { termTrees } from "./terms.server";

const selection = {
	id: true,
	organisationId: true,
	slug: true,
	name: true,
	isPublic: true,
	organisation: { select: { space: { select: { slug: true, openedAt: true } } } },
} as const;

type Related = { name: string; href: string };

/** What a group is about, by name, and for whom it works and who works for it, as far as this reader may see them. */
export async function relationsOf(view: View, { id, organisationId }: { id: string; organisationId: string }) {
	const [row, trees] = await Promise.all([
		view.db.workingGroup.findUniqueOrThrow({
			where: { id },
			select: {
				topics: true,
				areas: true,
				topicTerms: { select: { topicId: true } },
				areaTerms: { select: { areaId: true } },
				parent: { select: selection },
				parentBody: { select: { name: true, organisation: { select: { space: { select: { slug: true } } } } } },
				children: { select: selection, orderBy: [{ name: "asc" }, { id: "asc" }], take: 50 },
			},
		}),
		termTrees(view, organisationId),
	]);
	const groups = [...(row.parent ? [row.parent] : []), ...row.children];
	const functions = await functionsOf(
		view,
		groups.map((group) => group.id),
	);
	const readable = ({ organisation: { space }, ...group }: (typeof groups)[number]): Related[] =>
		mayReadGroup(view.actor, {
			...group,
			spaceIsOpen: isOpenSpace(space, view.now),
			functions: functions.get(group.id) ?? [],
		})
			? [{ name: group.name, href: `/o/${space?.slug ?? ""}/arbeitskreise/${group.slug}` }]
			: [];
	const body = row.parentBody;
	const bodyAt = body && `/o/${body.organisation.space?.slug ?? ""}/gremien?q=${encodeURIComponent(body.name)}`;
	return {
		topics: [
			...termsIn(
				trees.topics,
				row.topicTerms.map(({ topicId }) => topicId),
			).own,
			...row.topics,
		],
		areas: [
			...termsIn(
				trees.areas,
				row.areaTerms.map(({ areaId }) => areaId),
			).own,
			...row.areas,
		],
		parent: body && bodyAt ? { name: body.name, href: bodyAt } : (row.parent && readable(row.parent)[0]) || null,
		children: row.children.flatMap(readable),
	};
}
