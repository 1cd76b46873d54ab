import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { seatsOn } from "../../group";
import { lockedMeeting } from "../../meetings/commands/meetings.server";

type Officers = { meetingId: string; presidedById: string; minuteTakerId: string };
type Refused = "not-held" | "not-there" | "same-person" | "already-circulated";

/**
 * Begins the minutes of a held meeting, or names others while they are a draft: who presided (somebody who was there), and
 * who writes (the acting person, or somebody who was there). Both will sign, so they are two people.
 * @returns the id of the minutes
 * @throws NotFound for a meeting that is not there; Forbidden or SignInNeeded
 */
export const beginMinutes = command(
	"groups.begin-minutes",
	async (world: ActWorld, { meetingId, ...officers }: Officers): Promise<Outcome<{ id: string }, Refused>> => {
		const { meeting, group } = await lockedMeeting(world, meetingId);
		if (!meeting.heldAt) return refused("not-held");
		const there = await peopleThere(world, { ...meeting, groupId: group.id });
		if (!there.includes(officers.presidedById)) return refused("not-there", { field: "presidedById" });
		const writes = officers.minuteTakerId === personIdOf(world.actor) || world.actor.kind === "house";
		if (!writes && !there.includes(officers.minuteTakerId)) return refused("not-there", { field: "minuteTakerId" });
		if (officers.presidedById === officers.minuteTakerId) return refused("same-person", { field: "minuteTakerId" });
		const begun = await world.db.minutes.findUnique({ where: { meetingId } });
		if (begun?.circulatedAt) return refused("already-circulated");
		const id = begun?.id ?? newId(world.now);
		if (begun) await world.db.minutes.update({ where: { id }, data: officers });
		else {
			const data = { id, meetingId, ...officers, organisationId: group.organisationId, createdAt: world.now };
			await world.db.minutes.create({ data });
		}
		world.record({
			type: "groups.minutes.begun",
			subject: { kind: "minutes", id },
			ownerId: group.organisationId,
			facts: { meeting: meetingId, ...officers },
		});
		return done({ id });
	},
);

/**
 * Who was there: the holders of seats that were filled, or the substitutes who acted for them; in a circular procedure, where
 * nobody comes, the holders of all seats of its day.
 */
async function peopleThere(
	world: ActWorld,
	{ id: meetingId, groupId, format, day }: { id: string; groupId: string; format: string; day: Date },
): Promise<string[]> {
	if (format === "circular") {
		const memberships = await world.db.groupMembership.findMany({ where: { groupId } });
		return seatsOn(memberships, day).map(({ personId }) => personId);
	}
	const rows = await world.db.attendance.findMany({
		where: { meetingId },
		select: { membership: { select: { personId: true } }, substitute: { select: { personId: true } } },
	});
	return rows.map(({ membership, substitute }) => (substitute ?? membership).personId);
}
