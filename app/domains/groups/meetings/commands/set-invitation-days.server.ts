import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayRunGroup } from "../../policy.server";
import { groupById } from "../../queries/find-group.server";

/**
 * Writes down how many days before a meeting the invitation must go out by the rules of procedure.
 * @param days 0 to 90
 * @throws NotFound for a group that is not there; Forbidden or SignInNeeded
 */
export const setInvitationDays = command(
	"groups.set-invitation-days",
	async (
		world: ActWorld,
		{ groupId, days }: { groupId: string; days: number },
	): Promise<Outcome<null, "days-wrong">> => {
		const group = await groupById(world, groupId);
		demand(mayRunGroup, world.actor, group);
		if (!Number.isInteger(days) || days < 0 || days > 90) return refused("days-wrong", { field: "days" });
		await world.db.workingGroup.update({ where: { id: groupId }, data: { invitationDays: days } });
		world.record({
			type: "groups.invitation-days.set",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { days, before: group.invitationDays },
		});
		return done(null);
	},
);
