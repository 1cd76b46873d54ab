import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { lockedFor } from "../../charter/commands/lifecycle.server";
import { mayManageGroups } from "../../policy.server";
import { joinCodeHash, newJoinCode } from "../join-code.server";

/**
 * Makes the code of a letter with which somebody who sits without an account joins the seat to one. It stands in the letter
 * and nowhere else; an earlier code of the seat is good for nothing from now on.
 * @throws NotFound for no seat of this group; Forbidden or SignInNeeded
 */
export const writeJoinLetter = command(
	"groups.write-join-letter",
	async (
		world: ActWorld,
		{ groupId, membershipId }: { groupId: string; membershipId: string },
	): Promise<Outcome<{ code: string }, "joined-already" | "seat-over">> => {
		const group = await lockedFor(world, groupId, mayManageGroups);
		const seat = await world.db.groupMembership.findFirst({
			where: { id: membershipId, groupId },
			select: { validUntil: true, person: { select: { erasedAt: true, account: { select: { id: true } } } } },
		});
		if (!seat) throw new NotFound();
		if (seat.person.account) return refused("joined-already");
		if (seat.person.erasedAt || (seat.validUntil && seat.validUntil <= today(world.now))) return refused("seat-over");
		const code = newJoinCode();
		const data = { codeHash: joinCodeHash(code), createdAt: world.now, createdById: personIdOf(world.actor) };
		await world.db.seatJoinCode.upsert({
			where: { membershipId },
			create: { membershipId, ...data },
			update: data,
		});
		world.record({
			type: "groups.seat.letter-written",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { membership: membershipId },
		});
		return done({ code });
	},
);
