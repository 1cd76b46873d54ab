import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { lockedFor } from "../../charter/commands/lifecycle.server";
import { mayManageGroups } from "../../policy.server";
import { checkParent, lockTree, type ParentGiven, type TermsGiven, writeGroupTerms } from "./write-terms.server";

type Assigned = { groupId: string; topics: string[]; areas: string[] } & TermsGiven & ParentGiven;

/**
 * Says what a group is about (topics and areas of its owner, further words) and for which group or body it works.
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const assignGroup = command(
	"groups.assign-group",
	async (
		world: ActWorld,
		{ groupId, topics, areas, topicIds, areaIds, parentId, parentBodyId }: Assigned,
	): Promise<Outcome<null, "not-in-this-state" | "term-unknown" | "parent-unknown" | "parent-below">> => {
		await lockTree(world, { groupId });
		const group = await lockedFor(world, groupId, mayManageGroups);
		if (group.state === "archived") return refused("not-in-this-state");
		const parent = await checkParent(world, group, { parentId, parentBodyId });
		if (!parent.done) return parent;
		const terms = await writeGroupTerms(world, group, { topicIds, areaIds });
		if (!terms.done) return terms;
		await world.db.workingGroup.update({ where: { id: groupId }, data: { topics, areas, parentId, parentBodyId } });
		world.record({
			type: "groups.group.assigned",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { topics: topicIds, areas: areaIds, parent: parentId ?? parentBodyId ?? "" },
		});
		return done(null);
	},
);
