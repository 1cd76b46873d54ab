import { today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { mayManageGroups } from "../policy.server";
import { managedPath } from "../ui/group-crumbs";

/** The running groups of a place that this reader manages, each with the page on which it takes up what bears a code. */
export async function groupsToCarryInto(
	{ db, actor, now }: View,
	{ slug, ownerId: organisationId, code }: { slug: string; ownerId: string; code: string },
): Promise<{ label: string; href: string }[]> {
	if (!mayManageGroups(actor, { organisationId })) return [];
	const rows = await db.workingGroup.findMany({
		where: { organisationId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		select: { slug: true, name: true },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 50,
	});
	return rows.map((group) => ({
		label: group.name,
		href: `${managedPath(slug, group.slug)}/aufgreifen?kurz=${code}`,
	}));
}
